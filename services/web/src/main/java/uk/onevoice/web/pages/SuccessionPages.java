package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Places.Nothing;
import uk.onevoice.web.api.Registry.Membership;
import uk.onevoice.web.api.Registry.Organisation;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.api.Successions.Lineage;
import uk.onevoice.web.api.Successions.NewSuccession;
import uk.onevoice.web.api.Successions.Relative;
import uk.onevoice.web.api.Successions.SuccessionOf;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** Who followed an organisation: read by all, said and taken back by keepers. */
@Path("/organisations/{id}/succession")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SuccessionPages {
  private static final List<Choice> KINDS =
      List.of(
          new Choice("MERGER", "It merged into one other"),
          new Choice("SPLIT", "It was split between several"),
          new Choice("ACQUISITION", "Another took it over"),
          new Choice("TRANSFER", "Its work went to another"));

  private final Reader reader;
  private final Api api;
  private final Writing writing;

  SuccessionPages(Reader reader, Api api, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.writing = writing;
  }

  record SuccessionPage(
      Frame frame,
      boolean refused,
      String id,
      String body,
      List<SuccessionWords.Line> lines,
      String waiting,
      boolean waits,
      boolean mayKeep,
      List<Choice> days,
      List<Choice> kinds,
      List<Choice> assigned,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response succession(@PathParam("id") String id) {
    return page(200, id, Form.blank());
  }

  @POST
  @Path("said")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response said(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<String> kind = form.required("kind", "Choose what happened");
    Optional<String> successors = form.required("successors", "Write who followed it");
    Optional<LocalDate> date =
        form.requiredDay("date", "Write the first day of those who followed");
    @Nullable NewSuccession body =
        kind.isPresent() && successors.isPresent() && date.isPresent()
            ? new NewSuccession(
                Arrays.stream(successors.get().split("[\\s,;]+"))
                    .filter(code -> !code.isEmpty())
                    .distinct()
                    .toList(),
                kind.get(),
                date.get())
            : null;
    return sent(
        id, "", body, form, Map.of("successors", "successors", "date", "date", "kind", "kind"));
  }

  @POST
  @Path("taken-back")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response takenBack(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    @Nullable SuccessionOf body =
        form.required("day", "Choose which one to take back")
            .map(day -> new SuccessionOf(LocalDate.parse(day)))
            .orElse(null);
    return sent(id, "/undoing", body, form, Map.of("date", "day"));
  }

  @POST
  @Path("assignment-taken-back")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response assignmentTakenBack(
      @PathParam("id") String id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<String> assigned = form.required("assigned", "Choose which one to take back");
    // The version on the page is the organisation's, not that of what it belongs to.
    form.withEtag("");
    String path =
        "/v1/organisations/"
            + Segment.of(id)
            + "/affiliations/"
            + Segment.of(assigned.orElse(""))
            + "/taking-back";
    return writing
            .send(path, assigned.isPresent() ? new Nothing() : null, form, Map.of())
            .isPresent()
        ? Html.goTo(Notice.TAKEN_FROM.at("/organisations/" + Segment.of(id) + "/succession"))
        : page(form.status(), id, form);
  }

  private Response sent(
      String id, String what, @Nullable Object body, Form form, Map<String, String> fields) {
    String path = "/v1/organisations/" + Segment.of(id) + "/succession" + what;
    return writing.send(path, body, form, fields).isPresent()
        ? Html.goTo(Notice.SUCCESSION.at("/organisations/" + Segment.of(id) + "/succession"))
        : page(form.status(), id, form);
  }

  private Response page(int status, String id, Form form) {
    reader.me();
    Lineage lineage = api.get("/v1/organisations/" + Segment.of(id) + "/succession", Lineage.class);
    Answered<Organisation> answered =
        api.getVersioned("/v1/organisations/" + Segment.of(id), Organisation.class);
    Organisation organisation = answered.body();
    String body = organisation.name();
    return Html.page(
        status,
        new SuccessionPage(
            reader
                .frame("Who followed " + body + "?", Menu.STRUCTURE)
                .withBreadcrumbs(new Link(body, "/organisations/" + Segment.of(id))),
            form.refused(),
            id,
            body,
            SuccessionWords.lines(lineage, AsOf.today()),
            waiting(lineage),
            lineage.waiting() > 0,
            reader.has(Roles.KEEPERS),
            lineage.followedBy().stream()
                .map(Relative::on)
                .distinct()
                .map(day -> new Choice(day.toString(), "What was said for " + Words.day(day)))
                .toList(),
            KINDS,
            organisation.affiliations().stream()
                .filter(each -> each.insteadOf() != null)
                .map(SuccessionPages::assigned)
                .toList(),
            form.withEtag(answered.etag())));
  }

  private static Choice assigned(Membership membership) {
    return new Choice(
        membership.affiliationId(),
        SuccessionWords.name(membership.parentName(), membership.parentId())
            + ", from "
            + Words.day(membership.start()));
  }

  static String waiting(Lineage lineage) {
    return lineage.waiting() == 0
        ? "Nothing that belonged to it waits for a decision."
        : Words.sentence(Words.count(lineage.waiting(), "thing", "things"))
            + " that belonged to it "
            + (lineage.waiting() == 1 ? "waits" : "wait")
            + " for somebody to say where to go.";
  }
}
