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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Places.Belonging;
import uk.onevoice.web.api.Places.BelongingList;
import uk.onevoice.web.api.Places.Ending;
import uk.onevoice.web.api.Places.Name;
import uk.onevoice.web.api.Places.NewBody;
import uk.onevoice.web.api.Places.NewMembers;
import uk.onevoice.web.api.Places.NewPurpose;
import uk.onevoice.web.api.Places.Purpose;
import uk.onevoice.web.api.Places.Purposes;
import uk.onevoice.web.api.Places.Reopening;
import uk.onevoice.web.api.Registry.Organisation;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** Bodies of general practice that no national list has: their record, members and purpose. */
@Path("/organisations")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class BodyPages {
  private static final List<Choice> KINDS =
      List.of(
          new Choice("FEDERATION", "GP federation"),
          new Choice("LMC", "Local medical committee (LMC)"),
          new Choice("LEADERSHIP_GROUP", "GP leadership group"));

  private final Reader reader;
  private final Api api;
  private final Writing writing;
  private final HistoryPages histories;

  BodyPages(Reader reader, Api api, Writing writing, HistoryPages histories) {
    this.reader = reader;
    this.api = api;
    this.writing = writing;
    this.histories = histories;
  }

  record NewBodyPage(Frame frame, boolean refused, List<Choice> kinds, Form form)
      implements TemplateInstance {}

  record KeepingBodyPage(
      Frame frame,
      boolean refused,
      String id,
      String body,
      String sentence,
      boolean ends,
      Form form)
      implements TemplateInstance {}

  record MembersPage(
      Frame frame,
      boolean refused,
      String id,
      String body,
      String sentence,
      Grid table,
      boolean mayKeep,
      @Nullable String first,
      @Nullable String next,
      Form form)
      implements TemplateInstance {}

  /** A version of a purpose, line by line. */
  public record Version(String words, List<String> lines) {}

  record PurposePage(
      Frame frame,
      boolean refused,
      String id,
      String body,
      @Nullable Version current,
      List<Version> others,
      boolean mayKeep,
      Form form)
      implements TemplateInstance {}

  @GET
  @Path("new")
  public NewBodyPage register() {
    return newPage(Form.blank());
  }

  @POST
  @Path("new/registered")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response registered(MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<String> kind = form.required("kind", "Choose what it is");
    Optional<String> name = form.required("name", "Write what it is called");
    Optional<LocalDate> start = form.requiredDay("start", "Write the first day");
    Optional<String> made =
        writing
            .send(
                "/v1/organisations",
                kind.isPresent() && name.isPresent() && start.isPresent()
                    ? new NewBody(name.get(), kind.get(), start.get())
                    : null,
                form,
                Map.of("kind", "kind", "name", "name", "start", "start"))
            .flatMap(reached -> reached.id("organisationId"));
    return made.isPresent()
        ? Html.goTo(Notice.BODY.at("/organisations/" + Segment.of(made.get()) + "/members"))
        : Html.page(form.status(), newPage(form));
  }

  private NewBodyPage newPage(Form form) {
    return new NewBodyPage(
        reader.frame("Register a body", Menu.STRUCTURE), form.refused(), KINDS, form);
  }

  @GET
  @Path("{id}/keeping")
  public Response keeping(@PathParam("id") String id) {
    return keepingPage(200, id, Form.blank());
  }

  @POST
  @Path("{id}/keeping/{what}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response keep(
      @PathParam("id") String id,
      @PathParam("what") String what,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String path = path(id) + "/";
    boolean sent =
        switch (what) {
          case "name" -> {
            Optional<String> name = form.required("name", "Write the new name");
            Optional<LocalDate> from = form.requiredDay("nameFrom", "Write from which day");
            yield send(
                path + "names",
                name.isPresent() && from.isPresent() ? new Name(name.get(), from.get()) : null,
                form,
                Map.of("name", "name", "from", "nameFrom"));
          }
          case "closing" ->
              send(
                  path + "closing",
                  form.requiredDay("last", "Write the last day")
                      .map(last -> new Ending(last.plusDays(1)))
                      .orElse(null),
                  form,
                  Map.of("end", "last"));
          case "reopening" ->
              send(
                  path + "reopening",
                  form.requiredDay("reopened", "Write from which day")
                      .map(Reopening::new)
                      .orElse(null),
                  form,
                  Map.of("from", "reopened"));
          default -> throw new NotFoundException();
        };
    return sent
        ? Html.goTo(Notice.BODY_KEPT.at("/organisations/" + Segment.of(id)))
        : keepingPage(form.status(), id, form);
  }

  private boolean send(String path, @Nullable Object body, Form form, Map<String, String> fields) {
    return writing.send(path, body, form, fields).isPresent();
  }

  private Response keepingPage(int status, String id, Form form) {
    reader.me();
    Answered<Organisation> body = api.getVersioned(path(id), Organisation.class);
    LocalDate end = body.body().end();
    return Html.page(
        status,
        new KeepingBodyPage(
            frame("Record of " + body.body().name(), id, body.body()),
            form.refused(),
            id,
            body.body().name(),
            end == null
                ? body.body().name() + " goes on."
                : "Its last day is " + Words.day(end.minusDays(1)) + ".",
            end != null,
            form.withEtag(body.etag())));
  }

  private Frame frame(String title, String id, Organisation body) {
    return reader
        .frame(title, Menu.STRUCTURE)
        .withBreadcrumbs(new Link(body.name(), "/organisations/" + Segment.of(id)));
  }

  private static String path(String id) {
    return "/v1/organisations/" + Segment.of(id);
  }

  @GET
  @Path("{id}/history")
  public TemplateInstance history(
      @PathParam("id") String id, @QueryParam("after") @Nullable String after) {
    reader.me();
    String here = "/organisations/" + Segment.of(id);
    return histories.page(
        api.get(path(id), Organisation.class).name(),
        Menu.STRUCTURE,
        path(id),
        here + "/history",
        here,
        after);
  }

  @GET
  @Path("{id}/members")
  public Response members(@PathParam("id") String id, @QueryParam("after") @Nullable String after) {
    return membersPage(200, id, after, Form.blank());
  }

  @POST
  @Path("{id}/members/added")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response added(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    List<String> practices = PracticeCodes.of(List.of(), form.value("codes"));
    if (practices.isEmpty()) {
      form.refuse("codes", "Write the codes of the practices");
    }
    Optional<LocalDate> start = form.requiredDay("start", "Write from which day");
    PracticeCodes.name(form, practices);
    boolean sent =
        send(
            path(id) + "/members",
            start.map(day -> new NewMembers(practices, kindOfMembers(id), day)).orElse(null),
            form,
            Map.of("start", "start", "memberIds", "codes"));
    return sent
        ? Html.goTo(Notice.MEMBERS.at("/organisations/" + Segment.of(id) + "/members"))
        : membersPage(form.status(), id, null, form);
  }

  private String kindOfMembers(String id) {
    return api.get(path(id), Organisation.class).kinds().contains("LMC") ? "LMC" : "FEDERATION";
  }

  private Response membersPage(int status, String id, @Nullable String after, Form form) {
    reader.me();
    Organisation body = api.get(path(id), Organisation.class);
    BelongingList list =
        api.get(
            path(id) + "/members?limit=100" + (after == null ? "" : "&after=" + Segment.of(after)),
            BelongingList.class);
    String here = "/organisations/" + Segment.of(id) + "/members";
    return Html.page(
        status,
        new MembersPage(
            frame("Members of " + body.name(), id, body),
            form.refused(),
            id,
            body.name(),
            sentence(list.items(), after != null, list.next() != null),
            PlaceRecordView.table(list.items()),
            reader.has(Roles.KEEPERS) && hasMembersByHand(body),
            after == null ? null : here,
            list.next() == null ? null : here + "?after=" + Segment.of(list.next()),
            form));
  }

  static boolean hasMembersByHand(Organisation body) {
    return body.kinds().contains("FEDERATION") || body.kinds().contains("LMC");
  }

  static String sentence(List<Belonging> members, boolean later, boolean more) {
    if (members.isEmpty() && !later) {
      return "No practice belongs to it yet.";
    }
    long now = members.stream().filter(each -> PlaceRecordView.holds(each, AsOf.today())).count();
    String of = later ? "On this page, " : more ? "Of the first practices, " : "";
    return Words.sentence(
        of
            + Words.count(now, "practice", "practices")
            + (now == 1 ? " belongs" : " belong")
            + " to it today; those that did before or will are listed as well.");
  }

  @GET
  @Path("{id}/purpose")
  public Response purpose(@PathParam("id") String id) {
    return purposePage(200, id, Form.blank());
  }

  @POST
  @Path("{id}/purpose/adopted")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response adopted(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Optional<String> purpose = form.required("purpose", "Write what it is for");
    Optional<LocalDate> from = form.requiredDay("from", "Write from which day");
    boolean sent =
        send(
            path(id) + "/purposes",
            purpose.isPresent() && from.isPresent()
                ? new NewPurpose(purpose.get(), from.get())
                : null,
            form,
            Map.of("purpose", "purpose", "from", "from"));
    return sent
        ? Html.goTo(Notice.PURPOSE.at("/organisations/" + Segment.of(id) + "/purpose"))
        : purposePage(form.status(), id, form);
  }

  private Response purposePage(int status, String id, Form form) {
    reader.me();
    Organisation body = api.get(path(id), Organisation.class);
    Answered<Purposes> answered = api.getVersioned(path(id) + "/purposes", Purposes.class);
    Optional<Purpose> current =
        answered.body().items().stream()
            .filter(version -> !version.from().isAfter(AsOf.today()))
            .findFirst();
    return Html.page(
        status,
        new PurposePage(
            frame("What " + body.name() + " is for", id, body),
            form.refused(),
            id,
            body.name(),
            current.map(BodyPages::version).orElse(null),
            answered.body().items().stream()
                .filter(
                    version -> current.isEmpty() || version.version() != current.get().version())
                .map(BodyPages::version)
                .toList(),
            reader.has(Roles.KEEPERS) && body.kinds().contains("FEDERATION"),
            form.withEtag(answered.etag())));
  }

  private static Version version(Purpose version) {
    return new Version(
        "Version " + version.version() + ", from " + Words.day(version.from()),
        version.purpose() == null
            ? List.of("The words are kept no more.")
            : version.purpose().lines().filter(line -> !line.isBlank()).toList());
  }
}
