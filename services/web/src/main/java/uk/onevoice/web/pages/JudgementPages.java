package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Judging;
import uk.onevoice.web.api.Judging.Person;
import uk.onevoice.web.api.Judging.SlotCandidates;
import uk.onevoice.web.api.Judging.SlotJudgements;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.api.Relationships.Counterpart;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.api.Slots;
import uk.onevoice.web.api.Slots.Relationship;
import uk.onevoice.web.api.Slots.Slot;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;

/** What the team of a key relationship thinks of somebody, and what has shown. */
@Path("/relationships/{id:[0-9a-f-]{36}}/judgement")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class JudgementPages {
  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PeopleNames people;
  private final Writing writing;

  JudgementPages(Reader reader, Api api, Names names, PeopleNames people, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.people = people;
    this.writing = writing;
  }

  /**
   * @param card null while the team knows nobody of the other side
   * @param others whom else the team knows, each with their own page
   */
  record JudgementPage(
      Frame frame,
      boolean refused,
      String slotId,
      String who,
      String role,
      boolean lacksAuthority,
      @Nullable JudgementCard card,
      List<Link> others,
      Form form)
      implements TemplateInstance {}

  /**
   * @param axis the end of the address
   */
  record JudgePage(
      Frame frame,
      boolean refused,
      String address,
      String axis,
      String of,
      String who,
      String question,
      List<Choice> answers,
      List<Choice> bases,
      Form form)
      implements TemplateInstance {}

  record TestPage(
      Frame frame,
      boolean refused,
      String address,
      String of,
      String who,
      List<Choice> tests,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response judgement(@PathParam("id") UUID id, @QueryParam("of") @Nullable String of) {
    reader.me();
    return page(200, id, of, Form.blank());
  }

  @GET
  @Path("{axis:openness|sway}")
  public Response judge(
      @PathParam("id") UUID id,
      @PathParam("axis") String axis,
      @QueryParam("of") @Nullable String of) {
    reader.me();
    return judgePage(200, id, axis, of, Form.blank());
  }

  @POST
  @Path("{axis:openness|sway}/judged")
  public Response judged(
      @PathParam("id") UUID id,
      @PathParam("axis") String axis,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String of = form.value("of");
    return writing.sendOrShow(
        path(id) + "/judgements",
        form,
        sent ->
            new Judging.RecordAssessment(
                of,
                sent.text("verdict", "Choose an answer"),
                sent.text("basis", "Choose whether it is a fact or an opinion"),
                sent.text("words", "Write why, in words you would say to their face"),
                sent.optionalDay("until").orElse(null)),
        Map.of("verdict", "verdict", "basis", "basis", "words", "words", "until", "until"),
        Notice.JUDGED.at(address(id, of)),
        () -> judgePage(form.status(), id, axis, of, form));
  }

  @POST
  @Path("{assessment:[0-9a-f-]{36}}/taken-back")
  public Response takeBack(
      @PathParam("id") UUID id,
      @PathParam("assessment") UUID assessment,
      MultivaluedMap<String, String> fields) {
    return withdraw(id, "/judgements/" + assessment, fields, Notice.JUDGEMENT_TAKEN_BACK);
  }

  @GET
  @Path("test")
  public Response test(@PathParam("id") UUID id, @QueryParam("of") @Nullable String of) {
    reader.me();
    return testPage(200, id, of, Form.blank().withDay("on", AsOf.today()));
  }

  @POST
  @Path("test/shown")
  public Response shown(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String of = form.value("of");
    return writing.sendOrShow(
        path(id) + "/tests",
        form,
        sent ->
            new Judging.EvidenceTest(
                relationship(id),
                of.isEmpty() ? null : of,
                sent.text("test", "Choose which test it was"),
                sent.aDay("on", "Write the day on which it showed"),
                sent.text("evidence", "Write what happened")),
        Map.of("test", "test", "on", "on", "evidence", "evidence"),
        Notice.TEST_SHOWN.at(address(id, of)),
        () -> testPage(form.status(), id, of, form));
  }

  @POST
  @Path("tests/{evidence:[0-9a-f-]{36}}/taken-back")
  public Response takeTestBack(
      @PathParam("id") UUID id,
      @PathParam("evidence") UUID evidence,
      MultivaluedMap<String, String> fields) {
    return withdraw(id, "/tests/" + evidence, fields, Notice.TEST_TAKEN_BACK);
  }

  private Response withdraw(
      UUID id, String what, MultivaluedMap<String, String> fields, Notice done) {
    reader.me();
    Form form = Form.sent(fields);
    String of = form.value("of");
    return writing.sendOrShow(
        path(id) + what + "/withdrawal",
        form,
        _ -> Map.of(),
        Map.of(),
        done.at(address(id, of)),
        () -> page(form.status(), id, of, form));
  }

  /**
   * What {@code RelationshipPages/judgement.html} draws.
   *
   * @param groups who else is in the organisation
   */
  record Part(
      String slotId, List<OfPerson> cards, String sentence, List<CandidateView.Group> groups) {}

  record OfPerson(String name, JudgementCard card) {}

  /** What the team thinks of those whom a relationship is with, and who else is there. */
  Part part(String slotId, List<Counterpart> of) {
    String path = "/v1/relationships/slots/" + Segment.of(slotId);
    Optional<SlotJudgements> judged = api.find(path + "/judgements", SlotJudgements.class);
    List<Person> known =
        api.find(path + "/candidates", SlotCandidates.class)
            .map(SlotCandidates::people)
            .orElse(List.of());
    return new Part(
        slotId,
        of.stream()
            .filter(each -> each.name() != null)
            .flatMap(each ->
                judged.stream()
                    .map(all ->
                        new OfPerson(
                            RelationshipView.name(each),
                            card(slotId, each.counterpartRef(), each.relationships(), all))))
            .toList(),
        CandidateView.sentence(known),
        CandidateView.groups(known));
  }

  private JudgementCard card(
      String slotId, String counterpartRef, List<String> relationships, SlotJudgements judged) {
    return JudgementCard.of(
        slotId,
        counterpartRef,
        relationships,
        judged,
        reader.me().personId(),
        author -> people.of(author).orElse("A colleague"));
  }

  private static String path(UUID id) {
    return "/v1/relationships/slots/" + id;
  }

  private static String address(UUID id, @Nullable String of) {
    return "/relationships/"
        + id
        + "/judgement"
        + (of == null || of.isEmpty() ? "" : "?of=" + Segment.of(of));
  }

  /** The reader's own relationship where they have one; else one that goes on. */
  private String relationship(UUID id) {
    Slot slot = api.get(path(id), Slot.class);
    List<Relationship> all = slot.relationships() == null ? List.of() : slot.relationships();
    List<Relationship> live = all.stream().filter(each -> each.closedOn() == null).toList();
    return live.stream()
        .filter(each -> each.holderId().equals(reader.me().personId()))
        .findFirst()
        .or(() -> live.stream().findFirst())
        .map(Relationship::relationshipId)
        .orElse("");
  }

  private List<Person> known(UUID id) {
    return api.get(path(id) + "/candidates", SlotCandidates.class).people();
  }

  /** Who is asked about; the first with whom the team is in touch where nobody is. */
  private static Optional<Person> asked(List<Person> known, @Nullable String of) {
    if (of == null || of.isEmpty()) {
      return known.stream()
          .filter(Person::inTouch)
          .findFirst()
          .or(() -> known.stream().findFirst());
    }
    return known.stream().filter(each -> each.counterpartRef().equals(of)).findFirst();
  }

  private Person asked(UUID id, @Nullable String of) {
    return asked(known(id), of).orElseThrow(NotFoundException::new);
  }

  private Frame frame(String title, UUID id, @Nullable String of) {
    String organisation = names.of(api.get(path(id), Slots.Slot.class).organisationId());
    Frame frame = reader.frame(title, Menu.REPRESENTATION);
    Link slot = new Link(organisation, "/slots/" + id);
    return of == null
        ? frame.withBreadcrumbs(slot)
        : frame.withBreadcrumbs(slot, new Link("What we think", address(id, of)));
  }

  private Response page(int status, UUID id, @Nullable String of, Form form) {
    List<Person> known = known(id);
    Optional<Person> asked = asked(known, of);
    if (asked.isEmpty() && of != null && !of.isEmpty()) {
      throw new NotFoundException();
    }
    String who = asked.map(Person::name).orElse("Nobody is known by name yet");
    return Html.page(
        status,
        new JudgementPage(
            frame(who, id, null),
            form.refused(),
            id.toString(),
            who,
            asked.map(Person::roleTitle).orElse(""),
            asked.filter(Person::lacksAuthority).isPresent(),
            asked
                .map(person ->
                    card(
                        id.toString(),
                        person.counterpartRef(),
                        person.relationships(),
                        api.get(path(id) + "/judgements", SlotJudgements.class)))
                .orElse(null),
            known.stream()
                .filter(each -> !each.equals(asked.orElse(null)))
                .map(each -> new Link(each.name(), address(id, each.counterpartRef())))
                .toList(),
            form));
  }

  private Response judgePage(int status, UUID id, String axis, @Nullable String of, Form form) {
    Person person = asked(id, of);
    String name = axis.toUpperCase(Locale.UK);
    return Html.page(
        status,
        new JudgePage(
            frame(JudgementWords.question(name), id, person.counterpartRef()),
            form.refused(),
            "/relationships/" + id + "/judgement",
            axis,
            person.counterpartRef(),
            person.name(),
            JudgementWords.question(name),
            JudgementWords.answers(name),
            JudgementWords.BASES,
            form));
  }

  private Response testPage(int status, UUID id, @Nullable String of, Form form) {
    Person person = asked(id, of);
    return Html.page(
        status,
        new TestPage(
            frame("What has shown", id, person.counterpartRef()),
            form.refused(),
            "/relationships/" + id + "/judgement",
            person.counterpartRef(),
            person.name(),
            JudgementWords.TESTS,
            form));
  }
}
