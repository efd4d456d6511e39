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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Issues.DiscussedList;
import uk.onevoice.web.api.Issues.IssueList;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Schemes.Classification;
import uk.onevoice.web.api.Schemes.ClassificationList;
import uk.onevoice.web.api.Schemes.Classify;
import uk.onevoice.web.api.Schemes.IssueClass;
import uk.onevoice.web.api.Schemes.NewClass;
import uk.onevoice.web.api.Schemes.NewScheme;
import uk.onevoice.web.api.Schemes.Scheme;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;

/**
 * Who decides what in a place: read, adopted anew, and said of a question before it is discussed.
 */
@Path("/schemes")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SchemePages {
  private static final int MORE_ROWS = 4;
  private static final int MOST_ROWS = 40;

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;
  private final BodiesOfPlace bodies;
  private final Writing writing;

  SchemePages(
      Reader reader,
      Api api,
      Names names,
      PlaceViews places,
      BodiesOfPlace bodies,
      Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
    this.bodies = bodies;
    this.writing = writing;
  }

  /**
   * @param view null where the place has not said yet who decides what
   * @param result who decides the question that was asked for; empty where none was
   * @param questions to be classified, for those who may
   */
  record SchemePage(
      Frame frame,
      boolean refused,
      String placeId,
      String heading,
      @Nullable SchemeView view,
      String result,
      boolean writes,
      List<Choice> questions,
      List<Choice> classes,
      Form form)
      implements TemplateInstance {}

  /** The fields of one class; an empty row is none. */
  public record Row(
      int number,
      String nameField,
      String name,
      String decidesField,
      String decides,
      String whyField,
      String why) {}

  record ClassesPage(
      Frame frame,
      boolean refused,
      String placeId,
      String place,
      List<Row> rows,
      List<Choice> decides,
      List<Choice> bodies,
      Form form)
      implements TemplateInstance {}

  @GET
  @Path("{placeId}")
  public Response scheme(
      @PathParam("placeId") UUID placeId, @QueryParam("question") @Nullable UUID question) {
    Form form = Form.blank();
    return page(200, placeId, question == null ? form : form.with("issue", question.toString()));
  }

  @POST
  @Path("{placeId}/classified")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response classify(
      @PathParam("placeId") UUID placeId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String issue = form.text("issue", "Choose a question");
    String issueClass = form.text("issueClass", "Choose what the question is about");
    return writing.sendOrShow(
        "/v1/delegation-schemes/" + placeId + "/classifications",
        form,
        _ -> new Classify(issue, issueClass),
        Map.of("issueId", "issue", "issueClass", "issueClass"),
        Notice.CLASSIFIED.at("/schemes/" + placeId) + "&question=" + Segment.of(issue),
        () -> page(form.status(), placeId, form));
  }

  private Response page(int status, UUID placeId, Form form) {
    Frame frame = reader.frame("Who decides what", Menu.REPRESENTATION);
    Place place = places.place(placeId);
    boolean writes = reader.has(Roles.SPEAK_FOR_BODIES);
    String path = "/v1/delegation-schemes/" + placeId;
    @Nullable Answered<Scheme> scheme = api.findVersioned(path, Scheme.class).orElse(null);
    if (scheme == null) {
      // General practice of the place is told that there is none yet; for others nothing is here.
      api.get("/v1/positions/discussions?limit=1&placeId=" + placeId, DiscussedList.class);
    }
    List<Classification> classified =
        scheme == null
            ? List.of()
            : api.all(
                path + "/classifications?limit=200",
                ClassificationList.class,
                ClassificationList::items,
                ClassificationList::next);
    String asked = form.value("issue");
    String heading = "Who decides what in " + place.name();
    return Html.page(
        status,
        new SchemePage(
            frame.withTitle(heading).withBreadcrumbs(new Link(place.name(), "/places/" + placeId)),
            form.refused(),
            placeId.toString(),
            heading,
            scheme == null ? null : SchemeView.of(scheme.body(), classified, names::of),
            classified.stream()
                .filter(one -> one.issueId().equals(asked))
                .findFirst()
                .map(one ->
                    "On “"
                        + PositionView.question(one.question())
                        + "”: "
                        + SchemeView.decided(one))
                .orElse(""),
            writes,
            writes && scheme != null ? questions(place) : List.of(),
            scheme == null ? List.of() : classes(scheme.body()),
            scheme == null ? form : form.withEtag(scheme.etag())));
  }

  private List<Choice> questions(Place place) {
    List<Choice> questions = new ArrayList<>();
    questions.add(new Choice("", "Choose a question"));
    api.all(
            "/v1/issues?limit=200&icsId=" + Segment.of(place.icsOdsCode()),
            IssueList.class,
            IssueList::items,
            IssueList::next)
        .forEach(issue ->
            questions.add(new Choice(issue.issueId(), PositionView.question(issue.question()))));
    return questions;
  }

  private static List<Choice> classes(Scheme scheme) {
    return scheme.classes().stream()
        .map(row ->
            new Choice(
                row.issueClass(),
                row.name(),
                Vocabulary.words(Vocabulary.DECIDES, row.decides()) + " decides"))
        .toList();
  }

  @GET
  @Path("{placeId}/classes")
  public Response classes(@PathParam("placeId") UUID placeId) {
    return classesPage(200, placeId, null);
  }

  @POST
  @Path("{placeId}/classes/adopted")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response adopt(@PathParam("placeId") UUID placeId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    List<NewClass> classes = new ArrayList<>();
    for (int i = 1; i <= MOST_ROWS; i++) {
      if (!(form.value("name-" + i) + form.value("decides-" + i) + form.value("why-" + i))
          .isEmpty()) {
        form.row(String.valueOf(classes.size()), "Row " + i);
        classes.add(
            new NewClass(
                form.text("name-" + i, "Write what the questions are about"),
                form.text("decides-" + i, "Choose who decides"),
                form.text("why-" + i, "Write why, in one sentence")));
      }
    }
    if (classes.isEmpty()) {
      form.refuse("name-1", "Write at least one row");
    }
    String body = form.text("body", "Choose which body adopts it");
    @Nullable LocalDate on = form.optionalDay("on").orElse(null);
    return writing.sendOrShow(
        "/v1/delegation-schemes",
        form,
        _ -> new NewScheme(placeId.toString(), body, classes, on),
        Map.of("adoptedBy", "body", "on", "on"),
        Notice.SCHEME.at("/schemes/" + placeId),
        () -> classesPage(form.status(), placeId, form));
  }

  private Response classesPage(int status, UUID placeId, @Nullable Form typed) {
    Frame frame = reader.frame("Say who decides what", Menu.REPRESENTATION);
    Place place = places.place(placeId);
    Form form = typed == null ? stored(placeId) : typed;
    int last = 1;
    for (int i = 1; i <= MOST_ROWS; i++) {
      last = form.value("name-" + i).isEmpty() ? last : i;
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i <= Math.min(last + MORE_ROWS, MOST_ROWS); i++) {
      rows.add(
          new Row(
              i,
              "name-" + i,
              form.value("name-" + i),
              "decides-" + i,
              form.value("decides-" + i),
              "why-" + i,
              form.value("why-" + i)));
    }
    return Html.page(
        status,
        new ClassesPage(
            frame.withBreadcrumbs(
                new Link(place.name(), "/places/" + placeId),
                new Link("Who decides what", "/schemes/" + placeId)),
            form.refused(),
            placeId.toString(),
            place.name(),
            rows,
            ListViews.choices("Choose", decides()),
            bodies.toSpeak(placeId.toString()),
            form));
  }

  private static Map<String, String> decides() {
    Map<String, String> words = new LinkedHashMap<>();
    Vocabulary.DECIDES.forEach(choice -> words.put(choice.value(), choice.text()));
    return words;
  }

  /** A new version begins with the rows of the one before. */
  private Form stored(UUID placeId) {
    Form form = Form.blank();
    api.findVersioned("/v1/delegation-schemes/" + placeId, Scheme.class)
        .ifPresent(scheme -> {
          form.withEtag(scheme.etag()).with("body", scheme.body().adoptedBy());
          int i = 1;
          for (IssueClass row : scheme.body().classes()) {
            form.with("name-" + i, row.name())
                .with("decides-" + i, row.decides())
                .with("why-" + i, row.why());
            i++;
          }
        });
    return form;
  }
}
