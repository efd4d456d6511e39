package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Relationships;
import uk.onevoice.web.api.Relationships.Commitment;
import uk.onevoice.web.api.Relationships.Happening;
import uk.onevoice.web.api.Relationships.Sharing;
import uk.onevoice.web.api.Relationships.Whole;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/**
 * A promise of either side: kept or not, due on another day, shared with the other side, or written
 * down by mistake.
 */
@Path("/relationships")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PromisePages {
  private static final String ONE = "{slotId}/{relationshipId}/promises/{commitmentId}";

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;
  private final TimelineReading timeline;
  private final Writing writing;

  PromisePages(
      Reader reader,
      Api api,
      Names names,
      PlaceViews places,
      TimelineReading timeline,
      Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
    this.timeline = timeline;
    this.writing = writing;
  }

  /**
   * @param more by when, of one that is open; how it ended, of one that is settled
   * @param with who can read it, or could
   * @param share what leads there
   */
  record PromisePage(
      Frame frame,
      boolean refused,
      String address,
      String what,
      String more,
      boolean late,
      boolean open,
      String with,
      String share,
      @Nullable Told told,
      Form form)
      implements TemplateInstance {}

  /** How the other side reads it, and since when. */
  public record Told(String since, String words) {}

  /** What its page says of it. */
  private record Shown(String what, String more, boolean late, @Nullable LocalDate due) {}

  @GET
  @Path(ONE)
  public Response promise(@BeanParam PromiseAddress promise) {
    return page(200, promise, Form.blank());
  }

  @POST
  @Path(ONE + "/settled")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response settle(@BeanParam PromiseAddress promise, MultivaluedMap<String, String> fields) {
    return send(
        promise,
        "/settlements",
        fields,
        form -> new Relationships.Settlement(form.value("kept").equals("true"), AsOf.today()),
        Notice.PROMISE_SETTLED);
  }

  @POST
  @Path(ONE + "/moved")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response move(@BeanParam PromiseAddress promise, MultivaluedMap<String, String> fields) {
    return send(
        promise,
        "/moves",
        fields,
        form ->
            form.requiredDay("due", "Write the new day")
                .map(Relationships.CommitmentMove::new)
                .orElse(null),
        Notice.PROMISE_MOVED);
  }

  @POST
  @Path(ONE + "/taken-back")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response takeBack(
      @BeanParam PromiseAddress promise, MultivaluedMap<String, String> fields) {
    return send(promise, "/withdrawals", fields, _ -> Map.of(), Notice.PROMISE_TAKEN_BACK);
  }

  @POST
  @Path(ONE + "/shared")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response share(@BeanParam PromiseAddress promise, MultivaluedMap<String, String> fields) {
    return send(
        promise,
        "/sharing",
        fields,
        form ->
            form.required("told", "Write what they are to read")
                .map(Relationships.NewSharing::new)
                .orElse(null),
        Notice.PROMISE_SHARED);
  }

  @POST
  @Path(ONE + "/not-shared")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response unshare(
      @BeanParam PromiseAddress promise, MultivaluedMap<String, String> fields) {
    return send(promise, "/sharing/withdrawal", fields, _ -> Map.of(), Notice.PROMISE_NOT_SHARED);
  }

  private Response send(
      PromiseAddress promise,
      String command,
      MultivaluedMap<String, String> fields,
      Function<Form, @Nullable Object> body,
      Notice done) {
    reader.me();
    Form form = Form.sent(fields);
    return writing.sendOrShow(
        promise.ofApi() + command,
        form,
        body,
        Map.of("due", "due", "words", "told"),
        done.at(promise.relationshipPage()),
        () -> page(form.status(), promise, form));
  }

  private Response page(int status, PromiseAddress promise, Form form) {
    reader.me();
    Answered<Whole> read = api.getVersioned(promise.relationshipOfApi(), Whole.class);
    Whole whole = read.body();
    Shown shown =
        open(whole, promise.commitment)
            .or(() -> settled(promise))
            .orElseThrow(NotFoundException::new);
    Place place = places.place(UUID.fromString(whole.placeId()));
    @Nullable Told told =
        api.find(promise.ofApi() + "/sharing", Sharing.class).map(PromisePages::told).orElse(null);
    String with = names.of(whole.organisationId());
    @Nullable LocalDate due = shown.due();
    return Html.page(
        status,
        new PromisePage(
            reader
                .frame("A promise", Menu.REPRESENTATION)
                .withBreadcrumbs(
                    new Link(place.name(), "/places/" + place.placeId()),
                    new Link(with, promise.relationshipPage())),
            form.refused(),
            promise.page(),
            shown.what(),
            shown.more(),
            shown.late(),
            due != null,
            with,
            "Share it with " + with,
            told,
            (form.refused() || due == null ? form : form.withDay("due", due))
                .withEtag(read.etag())));
  }

  private static @Nullable Told told(Sharing sharing) {
    return sharing.on() == null
        ? null
        : new Told(
            Words.day(sharing.on()),
            sharing.words() == null ? RelationshipView.NOT_SHOWN : sharing.words());
  }

  private static Optional<Shown> open(Whole whole, UUID commitment) {
    return whole.commitments().stream()
        .filter(each -> each.commitmentId().equals(commitment.toString()))
        .findFirst()
        .map((Commitment each) -> {
          RelationshipView.Line line = RelationshipView.promise(each, AsOf.today());
          return new Shown(line.what(), line.more(), line.late(), each.due());
        });
  }

  /** It is not among those that are open, but the time line still says how it ended. */
  private Optional<Shown> settled(PromiseAddress promise) {
    return timeline
        .find(promise.slotId, promise.relationship, "PROMISE_KEPT", promise.commitment)
        .or(() ->
            timeline.find(
                promise.slotId, promise.relationship, "PROMISE_BROKEN", promise.commitment))
        .map((Happening each) -> {
          TimelineView.Mark mark = TimelineView.mark(each, ref -> ref);
          return new Shown(mark.what(), mark.day(), false, null);
        });
  }
}
