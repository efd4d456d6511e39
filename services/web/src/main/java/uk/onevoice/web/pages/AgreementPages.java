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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Ambitions;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Me.RoleHolding;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Places;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;

/** How far practices go along with their federation: offered, signed, kept and reviewed. */
@Path("/agreements")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AgreementPages {
  private static final int ONE_PAGE = 50;
  private static final int PROMISES = 2;

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final Writing writing;

  AgreementPages(Reader reader, Api api, Names names, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.writing = writing;
  }

  record AgreementsPage(
      Frame frame,
      String heading,
      String sentence,
      Grid table,
      @Nullable String offer,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  /**
   * @param forPractice whether the reader answers for the practice
   * @param forFederation whether the reader answers for the federation
   */
  record AgreementPage(
      Frame frame,
      boolean refused,
      AgreementView view,
      boolean forPractice,
      boolean forFederation,
      List<Choice> levels,
      Form form)
      implements TemplateInstance {}

  /** The two fields of a promise; an empty pair is none. */
  public record PromiseFields(
      String what, String whatField, String dueField, Map<String, String> due) {}

  record NewAgreementPage(
      Frame frame,
      boolean refused,
      String federationId,
      String federation,
      List<Choice> practices,
      List<Choice> levels,
      List<PromiseFields> promises,
      Form form)
      implements TemplateInstance {}

  @GET
  @Path("of/{id}")
  public TemplateInstance list(
      @PathParam("id") String id, @QueryParam("after") @Nullable String after) {
    Frame frame = reader.frame("Agreements", Menu.STRUCTURE);
    boolean practice = reader.has(Roles.PRACTICE);
    String code = Segment.of(id);
    Ambitions.Listing list =
        api.get(
            (practice
                    ? "/v1/ambition-agreements/of-practices/" + code + "?"
                    : "/v1/ambition-agreements?federationId=" + code + "&")
                + "limit="
                + ONE_PAGE
                + (after == null ? "" : "&after=" + Segment.of(after)),
            Ambitions.Listing.class);
    String heading = "Agreements of " + names.of(id);
    String here = "/agreements/of/" + code;
    return new AgreementsPage(
        frame.withTitle(heading).withBreadcrumbs(new Link(names.of(id), "/organisations/" + code)),
        heading,
        AgreementView.sentence(list.items(), after != null, list.next() != null),
        AgreementView.table(list.items(), names::of),
        practice ? null : "/agreements/new/" + code,
        after == null ? null : here,
        list.next() == null ? null : here + "?after=" + Segment.of(list.next()));
  }

  @GET
  @Path("new/{federationId}")
  public Response offer(@PathParam("federationId") String federationId) {
    return newPage(200, federationId, Form.blank());
  }

  @POST
  @Path("new/{federationId}/offered")
  public Response offered(
      @PathParam("federationId") String federationId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String practice = form.text("practice", "Choose a practice");
    int level = level(form);
    LocalDate reviewOn = form.aDay("reviewOn", "Write when it is reviewed");
    List<Ambitions.Due> promises = new ArrayList<>();
    for (int i = 1; i <= PROMISES; i++) {
      if (form.optional("what-" + i) != null) {
        form.row(String.valueOf(promises.size()), "Promise " + i);
        promises.add(
            new Ambitions.Due(
                form.value("what-" + i), form.aDay("due-" + i, "Write by which day it comes")));
      }
    }
    Optional<String> made =
        writing
            .send(
                "/v1/ambition-agreements",
                new Ambitions.Offer(federationId, practice, level, promises, reviewOn),
                form,
                Map.of("practiceId", "practice", "level", "level", "reviewOn", "reviewOn"))
            .flatMap(reached -> reached.id("agreementId"));
    return made.isPresent()
        ? Html.goTo(Notice.OFFERED.at("/agreements/" + made.get()))
        : newPage(form.status(), federationId, form);
  }

  private static int level(Form form) {
    String level = form.text("level", "Choose a level");
    return level.matches("[0-4]") ? Integer.parseInt(level) : 0;
  }

  private Response newPage(int status, String federationId, Form form) {
    Frame frame = reader.frame("Offer an agreement", Menu.STRUCTURE);
    String code = Segment.of(federationId);
    Map<String, String> members = new LinkedHashMap<>();
    api
        .all(
            "/v1/organisations/" + code + "/members?limit=200",
            Places.BelongingList.class,
            Places.BelongingList::items,
            Places.BelongingList::next)
        .stream()
        .filter(one -> PlaceRecordView.holds(one, AsOf.today()))
        .forEach(one ->
            members.put(
                one.memberId(), one.memberName() == null ? one.memberId() : one.memberName()));
    List<PromiseFields> promises = new ArrayList<>();
    for (int i = 1; i <= PROMISES; i++) {
      promises.add(
          new PromiseFields(
              form.value("what-" + i), "what-" + i, "due-" + i, form.date("due-" + i)));
    }
    return Html.page(
        status,
        new NewAgreementPage(
            frame.withBreadcrumbs(
                new Link(names.of(federationId), "/organisations/" + code),
                new Link("Agreements", "/agreements/of/" + code)),
            form.refused(),
            federationId,
            names.of(federationId),
            ListViews.choices("Choose a practice", members),
            Vocabulary.LEVELS,
            promises,
            form));
  }

  @GET
  @Path("{id}")
  public Response agreement(@PathParam("id") UUID id) {
    return page(200, id, Form.blank());
  }

  @POST
  @Path("{id}/signed")
  public Response sign(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "signatures",
        Notice.SIGNED,
        fields,
        form -> new Ambitions.Signature(level(form), form.optionalDay("signedOn").orElse(null)),
        Map.of("level", "level", "on", "signedOn"));
  }

  @POST
  @Path("{id}/signed-up")
  public Response signUp(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "changes",
        Notice.SIGNED_UP,
        fields,
        form -> new Ambitions.Programme(form.text("programme", "Write in what you take part")),
        Map.of("programme", "programme"));
  }

  @POST
  @Path("{id}/changes/{change}/result")
  public Response result(
      @PathParam("id") UUID id,
      @PathParam("change") UUID change,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        "changes/" + change + "/results",
        Notice.CHANGE_RESULT,
        fields,
        form -> new Ambitions.Result(form.value("yes").equals("true") ? "MADE" : "STOPPED", null),
        Map.of());
  }

  @POST
  @Path("{id}/asked")
  public Response ask(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "asks",
        Notice.ASK,
        fields,
        form ->
            new Ambitions.Due(
                form.text("ask", "Write what you ask of the practice"),
                form.aDay("askDue", "Write by which day")),
        Map.of("what", "ask", "due", "askDue"));
  }

  @POST
  @Path("{id}/asks/{ask}/result")
  public Response followThrough(
      @PathParam("id") UUID id, @PathParam("ask") UUID ask, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "asks/" + ask + "/follow-through",
        Notice.FOLLOWED_THROUGH,
        fields,
        form -> new Ambitions.FollowThrough(form.value("yes").equals("true"), null),
        Map.of());
  }

  @POST
  @Path("{id}/promised")
  public Response promise(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "promises",
        Notice.PROMISE,
        fields,
        form ->
            new Ambitions.Due(
                form.text("promise", "Write what the federation owes the practice"),
                form.aDay("promiseDue", "Write by which day")),
        Map.of("what", "promise", "due", "promiseDue"));
  }

  @POST
  @Path("{id}/promises/{promise}/result")
  public Response deliver(
      @PathParam("id") UUID id,
      @PathParam("promise") UUID promise,
      MultivaluedMap<String, String> fields) {
    return write(
        id,
        "promises/" + promise + "/deliveries",
        Notice.DELIVERED,
        fields,
        form -> new Ambitions.Delivery(form.value("yes").equals("true"), null),
        Map.of());
  }

  @POST
  @Path("{id}/reviewed")
  public Response review(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "reviews",
        Notice.REVIEWED,
        fields,
        form ->
            new Ambitions.Reviewed(
                form.aDay("nextReview", "Write when it is reviewed next"),
                form.optional("notes"),
                form.optionalDay("reviewedOn").orElse(null)),
        Map.of("nextReviewOn", "nextReview", "notes", "notes", "on", "reviewedOn"));
  }

  @POST
  @Path("{id}/ended")
  public Response end(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return write(
        id,
        "endings",
        Notice.AGREEMENT_ENDED,
        fields,
        form -> new Ambitions.Ending(form.optionalDay("endedOn").orElse(null)),
        Map.of("on", "endedOn"));
  }

  private Response write(
      UUID id,
      String command,
      Notice done,
      MultivaluedMap<String, String> sent,
      Function<Form, @Nullable Object> body,
      Map<String, String> fields) {
    reader.me();
    Form form = Form.sent(sent);
    return writing.sendOrShow(
        "/v1/ambition-agreements/" + id + "/" + command,
        form,
        body,
        fields,
        done.at("/agreements/" + id),
        () -> page(form.status(), id, form));
  }

  private Response page(int status, UUID id, Form form) {
    Frame frame = reader.frame("Agreement", Menu.STRUCTURE);
    Answered<Ambitions.Agreement> answered =
        api.getVersioned("/v1/ambition-agreements/" + id, Ambitions.Agreement.class);
    Ambitions.Agreement agreement = answered.body();
    AgreementView view = AgreementView.of(agreement, names::of, AsOf.today());
    boolean forPractice = speaks(Roles.PRACTICE, agreement.practiceId());
    String own = forPractice ? agreement.practiceId() : agreement.federationId();
    return Html.page(
        status,
        new AgreementPage(
            frame
                .withTitle(view.heading())
                .withBreadcrumbs(
                    new Link(names.of(own), "/organisations/" + Segment.of(own)),
                    new Link("Agreements", "/agreements/of/" + Segment.of(own))),
            form.refused(),
            view,
            forPractice && !view.over(),
            speaks(Roles.FEDERATION, agreement.federationId()) && !view.over(),
            Vocabulary.LEVELS,
            form.withEtag(answered.etag())));
  }

  private boolean speaks(String role, String body) {
    return reader.has(role)
        && reader.role().map(RoleHolding::organisationId).filter(body::equals).isPresent();
  }
}
