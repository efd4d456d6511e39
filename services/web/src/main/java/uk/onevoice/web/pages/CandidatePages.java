package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Judging;
import uk.onevoice.web.api.Judging.Person;
import uk.onevoice.web.api.Judging.SlotCandidates;
import uk.onevoice.web.api.Judging.WaysTo;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.api.Slots.Slot;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;

/** Who else is in the organisation, whom we would like to meet, and who opens the door. */
@Path("/relationships/{id:[0-9a-f-]{36}}/candidates")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class CandidatePages {
  private final Reader reader;
  private final Api api;
  private final Names names;
  private final Writing writing;

  CandidatePages(Reader reader, Api api, Names names, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.writing = writing;
  }

  /**
   * @param introducers null until somebody is chosen
   * @param people everybody whom the team knows
   * @param addable those who are no candidate and with whom nobody is in touch
   */
  record CandidatePage(
      Frame frame,
      boolean refused,
      String address,
      String slotId,
      String organisation,
      CandidateView view,
      CandidateView.@Nullable Introducers introducers,
      List<Choice> people,
      List<Choice> addable,
      List<Choice> candidates,
      List<Choice> progress,
      List<Choice> yesNo,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response candidates(@PathParam("id") UUID id, @QueryParam("to") @Nullable String to) {
    reader.me();
    return page(200, id, to, Form.blank());
  }

  @POST
  @Path("noted")
  public Response note(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/candidates",
        fields,
        form ->
            new Judging.NoteCandidate(
                form.text("candidate", "Choose whom"), form.optional("recommendation")),
        Map.of("counterpartRef", "candidate", "recommendation", "recommendation"),
        Notice.CANDIDATE);
  }

  @POST
  @Path("{candidate:[0-9a-f-]{36}}/set-aside")
  public Response setAside(
      @PathParam("id") UUID id,
      @PathParam("candidate") UUID candidate,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/candidates/" + candidate + "/setting-aside",
        fields,
        _ -> Map.of(),
        Map.of(),
        Notice.CANDIDATE_ASIDE);
  }

  @POST
  @Path("introduction/asked")
  public Response ask(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/introductions",
        fields,
        form ->
            new Judging.AskIntroduction(
                form.text("to", "Choose whom you would like to meet"),
                form.text("through", "Choose whom you asked"),
                form.aDay("asked", "Write when you asked")),
        Map.of("candidateRef", "to", "throughRef", "through", "on", "asked"),
        Notice.INTRODUCTION_ASKED);
  }

  @POST
  @Path("introduction/{introduction:[0-9a-f-]{36}}/settled")
  public Response settle(
      @PathParam("id") UUID id,
      @PathParam("introduction") UUID introduction,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/introductions/" + introduction + "/settlement",
        fields,
        form ->
            new Judging.SettleIntroduction(
                Boolean.parseBoolean(form.text("made", "Choose whether it was made")),
                AsOf.today()),
        Map.of("made", "made"),
        Notice.INTRODUCTION_SETTLED);
  }

  @POST
  @Path("persuasion/planned")
  public Response plan(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/persuasions",
        fields,
        form ->
            new Judging.PlanPersuasion(
                form.text("ally", "Choose who could win them over"),
                form.text("colleague", "Choose whom")),
        Map.of("allyRef", "ally", "colleagueRef", "colleague"),
        Notice.PERSUASION);
  }

  @POST
  @Path("persuasion/{persuasion:[0-9a-f-]{36}}/moved")
  public Response move(
      @PathParam("id") UUID id,
      @PathParam("persuasion") UUID persuasion,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/persuasions/" + persuasion + "/progress",
        fields,
        form -> new Judging.MovePersuasion(form.text("progress", "Choose how far they have come")),
        Map.of("progress", "progress"),
        Notice.PERSUASION_MOVED);
  }

  @POST
  @Path("acquaintance/noted")
  public Response know(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/acquaintances",
        fields,
        form ->
            new Judging.NoteAcquaintance(
                form.text("one", "Choose one of them"),
                form.text("other", "Choose the other"),
                form.text("from", "Write from where they know each other")),
        Map.of("oneRef", "one", "otherRef", "other", "from", "from"),
        Notice.ACQUAINTED);
  }

  @POST
  @Path("acquaintance/{acquaintance:[0-9a-f-]{36}}/taken-back")
  public Response unknow(
      @PathParam("id") UUID id,
      @PathParam("acquaintance") UUID acquaintance,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        "/acquaintances/" + acquaintance + "/withdrawal",
        fields,
        _ -> Map.of(),
        Map.of(),
        Notice.NOT_ACQUAINTED);
  }

  private Response write(
      UUID id,
      String command,
      MultivaluedMap<String, String> fields,
      Function<Form, @Nullable Object> body,
      Map<String, String> named,
      Notice done) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        path(id) + command,
        form,
        body,
        named,
        done.at("/relationships/" + id + "/candidates"),
        () -> page(form.status(), id, null, form));
  }

  /**
   * The people of an organisation as the team of one of its slots sees them.
   *
   * @param seats on what they sit, where the team knows it
   */
  record OfTeam(List<CandidateView.Group> groups, List<String> seats) {}

  /** For the page of the organisation; nothing for who is not of the team. */
  Optional<OfTeam> ofTeam(String slotId) {
    return api.find(
            "/v1/relationships/slots/" + Segment.of(slotId) + "/candidates", SlotCandidates.class)
        .map(SlotCandidates::people)
        .filter(people -> !people.isEmpty())
        .map(people ->
            new OfTeam(
                CandidateView.groups(people),
                people.stream()
                    .flatMap(each ->
                        Stream.ofNullable(each.sitsOn()).map(seats -> each.name() + ": " + seats))
                    .toList()));
  }

  private static String path(UUID id) {
    return "/v1/relationships/slots/" + id;
  }

  private static List<Choice> choices(List<Person> people) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "Choose"));
    people.forEach(each ->
        choices.add(new Choice(each.counterpartRef(), each.name() + ", " + each.roleTitle())));
    return choices;
  }

  private Response page(int status, UUID id, @Nullable String to, Form form) {
    SlotCandidates known = api.get(path(id) + "/candidates", SlotCandidates.class);
    String organisation = names.of(api.get(path(id), Slot.class).organisationId());
    if (form.value("asked-day").isEmpty()) {
      form.withDay("asked", AsOf.today());
    }
    return Html.page(
        status,
        new CandidatePage(
            reader
                .frame("Who else is in " + organisation, Menu.REPRESENTATION)
                .withBreadcrumbs(
                    new Link(organisation, "/slots/" + id),
                    new Link("What we think", "/relationships/" + id + "/judgement")),
            form.refused(),
            "/relationships/" + id + "/candidates",
            id.toString(),
            organisation,
            CandidateView.of(known),
            to == null || to.isEmpty()
                ? null
                : CandidateView.introducers(
                    api.get(path(id) + "/ways?to=" + Segment.of(to), WaysTo.class), known),
            choices(known.people()),
            choices(
                known.people().stream()
                    .filter(each -> each.candidateSince() == null && !each.inTouch())
                    .toList()),
            choices(known.people().stream().filter(each -> each.candidateSince() != null).toList()),
            JudgementWords.PROGRESS,
            Vocabulary.YES_NO,
            form));
  }
}
