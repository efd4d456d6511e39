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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Feedbacks;
import uk.onevoice.web.api.Mandates.Mandate;
import uk.onevoice.web.api.Me.RoleHolding;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/** What practices and the holder of a mandate tell each other while it is in force. */
@Path("/mandates/{id}/feedback")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MandateFeedbackPages {
  private static final int ONE_PAGE = 50;

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;
  private final Writing writing;

  MandateFeedbackPages(Reader reader, Api api, Names names, PlaceViews places, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
    this.writing = writing;
  }

  /** Words of a practice or of the holder. */
  public record Line(String who, String words, String on, boolean holder) {}

  /**
   * @param says who the reader speaks for here; null for who only reads
   * @param holder whether that is the holder
   */
  record FeedbackPage(
      Frame frame,
      boolean refused,
      String mandateId,
      String heading,
      String sentence,
      List<Line> lines,
      @Nullable String says,
      boolean holder,
      @Nullable String first,
      @Nullable String next,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response feedback(@PathParam("id") UUID id, @QueryParam("after") @Nullable String after) {
    return page(200, id, after, Form.blank());
  }

  @POST
  @Path("said")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response say(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    String words = form.text("words", "Write what you want to say");
    boolean practice = reader.has(Roles.PRACTICE);
    @Nullable Object body =
        practice
            ? reader
                .role()
                .map(RoleHolding::organisationId)
                .map(code -> new Feedbacks.Given(code, words))
                .orElse(null)
            : new Feedbacks.Answered(words);
    return writing.sendOrShow(
        "/v1/mandates/" + id + "/feedback" + (practice ? "" : "/answers"),
        form,
        _ -> body,
        Map.of("words", "words"),
        Notice.FEEDBACK.at(here(id)),
        () -> page(form.status(), id, null, form));
  }

  private static String here(UUID id) {
    return "/mandates/" + id + "/feedback";
  }

  private Response page(int status, UUID id, @Nullable String after, Form form) {
    Frame frame = reader.frame("Feedback", Menu.REPRESENTATION);
    // Its version is that of the mandate, not of what is said on it: nothing to send back.
    Mandate mandate = api.get("/v1/mandates/" + id, Mandate.class);
    Feedbacks.Listing list =
        api.get(
            "/v1/mandates/"
                + id
                + "/feedback?limit="
                + ONE_PAGE
                + (after == null ? "" : "&after=" + Segment.of(after)),
            Feedbacks.Listing.class);
    Place place = places.place(UUID.fromString(mandate.placeId()));
    boolean practice = reader.has(Roles.PRACTICE);
    boolean holder = isHolder(mandate);
    String title = Words.sentence(Topic.words(mandate.topic())) + " mandate";
    String heading = "Feedback on the " + RoleWords.lowerFirst(title);
    return Html.page(
        status,
        new FeedbackPage(
            frame
                .withTitle(heading)
                .withBreadcrumbs(
                    new Link(place.name(), "/places/" + place.placeId()),
                    new Link(title, "/mandates/" + id)),
            form.refused(),
            id.toString(),
            heading,
            sentence(list.items().isEmpty(), practice || holder, after != null),
            list.items().stream().map(this::line).toList(),
            (practice || holder) && mandate.inForce()
                ? reader.role().map(RoleHolding::organisationId).map(names::of).orElse(null)
                : null,
            holder,
            after == null ? null : here(id),
            list.next() == null ? null : here(id) + "?after=" + Segment.of(list.next()),
            form));
  }

  static String sentence(boolean empty, boolean told, boolean later) {
    if (!told) {
      return "What practices and the holder tell each other is for the two alone.";
    }
    return !empty
        ? "Only practices of the place and the holder of the mandate read this."
        : later ? "There is no more." : "Nobody has said anything yet.";
  }

  private Line line(Feedbacks.Feedback one) {
    boolean holder = one.from().equals("HOLDER");
    return new Line(
        names.of(one.bodyId()) + (holder ? ", which holds the mandate" : ""),
        PositionView.question(one.words()),
        Words.day(one.on()),
        holder);
  }

  private boolean isHolder(Mandate mandate) {
    return reader.has(Roles.SPEAK_FOR_BODIES)
        && reader
            .role()
            .map(RoleHolding::organisationId)
            .filter(mandate.holderId()::equals)
            .isPresent();
  }
}
