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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Diary;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** How much time meetings take of everybody who sits for general practice of a place. */
@Path("/places/{placeId}/time")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PlaceTimePages {
  private static final int ON_A_PAGE = 50;

  private final Reader reader;
  private final Api api;
  private final PlaceViews places;
  private final PeopleNames people;

  PlaceTimePages(Reader reader, Api api, PlaceViews places, PeopleNames people) {
    this.reader = reader;
    this.api = api;
    this.places = places;
    this.people = people;
  }

  record PlaceTimePage(
      Frame frame,
      String heading,
      String sentence,
      Grid people,
      Grid bodies,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  @GET
  public TemplateInstance ofPlace(
      @PathParam("placeId") UUID placeId, @QueryParam("after") @Nullable String after) {
    reader.me();
    Place place = places.place(placeId);
    Diary.Loads list =
        api.get(
            "/v1/diary/load-of-place?limit="
                + ON_A_PAGE
                + "&placeId="
                + placeId
                + "&from="
                + TimePages.from()
                + "&weeks="
                + TimePages.WEEKS
                + (after == null ? "" : "&after=" + Segment.of(after)),
            Diary.Loads.class);
    String here = "/places/" + placeId + "/time";
    String heading = "Time in meetings for " + place.name();
    return new PlaceTimePage(
        reader
            .frame(heading, Menu.REPRESENTATION)
            .withBreadcrumbs(
                new Link(place.name(), "/places/" + placeId),
                new Link("Who meets when", "/diary/" + placeId)),
        heading,
        list.items().isEmpty()
            ? "Nobody sits for general practice in these weeks."
            : "From "
                + Words.day(TimePages.from())
                + " to "
                + Words.day(TimePages.from().plusWeeks(TimePages.WEEKS).minusDays(1))
                + ", for each who sits for general practice.",
        LoadView.people(
            list.items(), person -> people.of(person).orElse("Somebody who is not shown")),
        LoadView.bodies(after == null ? bodies(placeId) : List.of()),
        after == null ? null : here,
        list.next() == null ? null : here + "?after=" + Segment.of(list.next()));
  }

  /** There are not more bodies of a place than a page holds. */
  private List<Diary.LoadOfBody> bodies(UUID placeId) {
    return api.get(
            "/v1/diary/load-of-bodies?limit="
                + ON_A_PAGE
                + "&placeId="
                + placeId
                + "&from="
                + TimePages.from()
                + "&weeks="
                + TimePages.WEEKS,
            Diary.LoadsOfBodies.class)
        .items();
  }
}
