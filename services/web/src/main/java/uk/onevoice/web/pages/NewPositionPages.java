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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Issues.Issue;
import uk.onevoice.web.api.Issues.IssueList;
import uk.onevoice.web.api.Issues.NewPosition;
import uk.onevoice.web.api.Schemes.Classification;
import uk.onevoice.web.api.Schemes.Scheme;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;

/** Proposing what a body of general practice says on a question, once it is said who decides it. */
@Path("/positions/new/{placeId}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class NewPositionPages {
  private final Reader reader;
  private final Api api;
  private final PlaceViews places;
  private final BodiesOfPlace bodies;
  private final WhoDecides decides;
  private final Writing writing;

  NewPositionPages(
      Reader reader,
      Api api,
      PlaceViews places,
      BodiesOfPlace bodies,
      WhoDecides decides,
      Writing writing) {
    this.reader = reader;
    this.api = api;
    this.places = places;
    this.bodies = bodies;
    this.decides = decides;
    this.writing = writing;
  }

  /**
   * @param questions to choose from, before one is chosen
   * @param question null before one is chosen
   * @param notDecided where to say first who decides the question; null where it can be proposed
   */
  record NewPositionPage(
      Frame frame,
      boolean refused,
      String placeId,
      String icsId,
      String place,
      List<Link> questions,
      @Nullable String question,
      @Nullable String questionId,
      @Nullable String notDecided,
      String decides,
      List<Choice> bodies,
      List<Stances.Field> options,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response propose(
      @PathParam("placeId") UUID placeId, @QueryParam("question") @Nullable UUID question) {
    Form form = Form.blank();
    if (question != null) {
      form.with("question", question.toString());
    }
    return newPage(200, placeId, form);
  }

  @POST
  @Path("proposed")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response proposed(
      @PathParam("placeId") UUID placeId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String question = form.text("question", "Choose a question");
    String body = form.text("body", "Choose for which body");
    Optional<String> made =
        writing
            .send(
                "/v1/positions",
                new NewPosition(placeId.toString(), body, question, Stances.read(form, fields)),
                form,
                Map.of("bodyId", "body", "stances", "stances"))
            .flatMap(reached -> reached.id("positionId"));
    return made.isPresent()
        ? Html.goTo(Notice.PROPOSED.at("/positions/" + made.get()))
        : newPage(form.status(), placeId, form);
  }

  private Response newPage(int status, UUID placeId, Form form) {
    Frame frame = reader.frame("Propose what a body says", Menu.REPRESENTATION);
    Place place = places.place(placeId);
    String chosen = form.value("question");
    @Nullable Issue issue =
        chosen.isEmpty() ? null : api.get("/v1/issues/" + Segment.of(chosen), Issue.class);
    Optional<Classification> decided = issue == null ? Optional.empty() : decides.of(place, chosen);
    boolean first =
        issue != null
            && decided.isEmpty()
            && api.find("/v1/delegation-schemes/" + placeId, Scheme.class).isPresent();
    return Html.page(
        status,
        new NewPositionPage(
            frame.withBreadcrumbs(
                new Link(place.name(), "/places/" + placeId),
                new Link("Positions", "/positions/of/" + placeId)),
            form.refused(),
            placeId.toString(),
            place.icsOdsCode(),
            place.name(),
            issue == null ? questions(place) : List.of(),
            issue == null ? null : PositionView.question(issue.question()),
            issue == null ? null : issue.issueId(),
            first ? "/schemes/" + placeId + "?question=" + Segment.of(chosen) : null,
            decided.map(SchemeView::decided).orElse(""),
            issue == null ? List.of() : bodies.toSpeak(place.placeId()),
            issue == null ? List.of() : Stances.fields(issue.options(), form),
            form));
  }

  private List<Link> questions(Place place) {
    return api
        .all(
            "/v1/issues?limit=200&icsId=" + Segment.of(place.icsOdsCode()),
            IssueList.class,
            IssueList::items,
            IssueList::next)
        .stream()
        .map(issue ->
            new Link(
                PositionView.question(issue.question()),
                "/positions/new/" + place.placeId() + "?question=" + issue.issueId()))
        .toList();
  }
}
