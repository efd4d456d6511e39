package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Doings;
import uk.onevoice.web.api.Lists.Entry;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Link;

/** How a topic came to its decision in a place. */
@Path("/topics/{id}/timeline")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class TopicDecisionPages {
  private static final int ON_A_PAGE = 100;

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PlaceViews places;
  private final ListViews lists;
  private final OwnPlaces own;

  TopicDecisionPages(
      Reader reader, Api api, Names names, PlaceViews places, ListViews lists, OwnPlaces own) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.places = places;
    this.lists = lists;
    this.own = own;
  }

  record TimelinePage(
      Frame frame,
      String heading,
      String sentence,
      List<TopicDecisionView.Step> steps,
      @Nullable String different,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  record PlacesPage(Frame frame, String heading, List<Link> places, @Nullable String different)
      implements TemplateInstance {}

  /** In which place? Only those that are the reader's. */
  @GET
  public TemplateInstance places(@PathParam("id") UUID id) {
    reader.me();
    Entry topic = api.get("/v1/topics/" + id, Entry.class);
    Map<String, String> known = lists.places(topic.icsId());
    String heading = "Decisions on " + topic.labelNow();
    return new PlacesPage(
        reader
            .frame(heading, Menu.STRUCTURE)
            .withBreadcrumbs(new Link(topic.labelNow(), "/topics/" + id)),
        heading,
        own.places().stream()
            .filter(place -> known.containsKey(place.placeId()))
            .map(place -> new Link(place.name(), "/topics/" + id + "/timeline/" + place.placeId()))
            .toList(),
        different(topic));
  }

  @GET
  @Path("{placeId}")
  public TemplateInstance timeline(
      @PathParam("id") UUID id,
      @PathParam("placeId") UUID placeId,
      @QueryParam("after") @Nullable String after) {
    reader.me();
    Entry topic = api.get("/v1/topics/" + id, Entry.class);
    Place place = places.place(placeId);
    Doings.Timeline timeline =
        api.get(
            "/v1/meetings/topics/"
                + id
                + "/timeline?limit="
                + ON_A_PAGE
                + "&placeId="
                + placeId
                + (after == null ? "" : "&after=" + Segment.of(after)),
            Doings.Timeline.class);
    String heading = TopicDecisionView.title(topic.labelNow(), place.name());
    String here = "/topics/" + id + "/timeline/" + placeId;
    return new TimelinePage(
        reader
            .frame(heading, Menu.REPRESENTATION)
            .withBreadcrumbs(
                new Link(place.name(), "/places/" + placeId),
                new Link(topic.labelNow(), "/topics/" + id)),
        heading,
        TopicDecisionView.lead(timeline),
        TopicDecisionView.steps(timeline.items(), names::of),
        different(topic),
        after == null ? null : here,
        timeline.next() == null ? null : here + "?after=" + Segment.of(timeline.next()));
  }

  /** What places decided differently is for leaders. */
  private @Nullable String different(Entry topic) {
    return reader.has(Roles.LEADERS) ? "/topics/different/" + Segment.of(topic.icsId()) : null;
  }
}
