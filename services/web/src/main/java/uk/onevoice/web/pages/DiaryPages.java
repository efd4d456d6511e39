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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Diary;
import uk.onevoice.web.api.Diary.EmptyChair;
import uk.onevoice.web.api.Diary.SeriesTerms;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** Which forums of a place meet when, and which seats of general practice stand empty. */
@Path("/diary/{placeId}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class DiaryPages {
  private static final int ON_A_PAGE = 50;

  private final Reader reader;
  private final Api api;
  private final PlaceViews places;

  DiaryPages(Reader reader, Api api, PlaceViews places) {
    this.reader = reader;
    this.api = api;
    this.places = places;
  }

  record DiaryPage(
      Frame frame,
      String placeId,
      String heading,
      String sentence,
      boolean flag,
      List<Chair> chairs,
      Grid series,
      List<Link> links,
      boolean writes,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  /** A seat that stands empty. */
  record Chair(String label, String href, String forum, String why) {}

  @GET
  public TemplateInstance diary(
      @PathParam("placeId") UUID placeId, @QueryParam("after") @Nullable String after) {
    reader.me();
    Place place = places.place(placeId);
    Diary.SeriesListing list =
        api.get(
            "/v1/meeting-series?limit="
                + ON_A_PAGE
                + "&placeId="
                + placeId
                + (after == null ? "" : "&after=" + Segment.of(after)),
            Diary.SeriesListing.class);
    List<EmptyChair> chairs =
        api.all(
            "/v1/diary/empty-chairs?limit=200&placeId=" + placeId,
            Diary.EmptyChairs.class,
            Diary.EmptyChairs::items,
            Diary.EmptyChairs::next);
    String here = "/diary/" + placeId;
    return new DiaryPage(
        reader
            .frame("Who meets when in " + place.name(), Menu.REPRESENTATION)
            .withBreadcrumbs(new Link(place.name(), "/places/" + placeId)),
        placeId.toString(),
        "Who meets when in " + place.name(),
        sentence(chairs.size(), list.items().isEmpty() && after == null),
        !chairs.isEmpty(),
        chairs.stream().map(DiaryPages::chair).toList(),
        table(list.items()),
        links(placeId.toString()),
        reader.has(Roles.LEADERS),
        after == null ? null : here,
        list.next() == null ? null : here + "?after=" + Segment.of(list.next()));
  }

  static String sentence(int empty, boolean none) {
    if (none) {
      return "No forum that meets regularly is entered yet.";
    }
    return empty == 0
        ? "Somebody sits on every seat of general practice."
        : Words.sentence(Words.count(empty, "seat", "seats"))
            + " of general practice "
            + (empty == 1 ? "stands" : "stand")
            + " empty.";
  }

  static Chair chair(EmptyChair chair) {
    return new Chair(
        chair.label(),
        "/series/" + chair.seriesId() + "/seats/" + chair.seatId(),
        chair.forumNow() == null ? chair.forum() : chair.forumNow(),
        (chair.why().equals("NOBODY_NOMINATED")
                ? "Nobody is named for it."
                : "Nobody of those named came to the last 3 meetings.")
            + (chair.lastPresent() == null
                ? ""
                : " Last there: " + Words.day(chair.lastPresent()) + "."));
  }

  private static Grid table(List<SeriesTerms> all) {
    return new Grid(
        "Forums that meet regularly",
        List.of(new Column("Forum", false), new Column("Meets", false), new Column("Until", false)),
        all.stream()
            .map(series ->
                List.of(
                    new Cell(series.called(), "/series/" + series.seriesId()),
                    new Cell(Recurrence.sentence(series.rule(), series.hours())),
                    new Cell(
                        series.end() == null ? "Goes on" : Words.day(series.end().minusDays(1)))))
            .toList());
  }

  private List<Link> links(String placeId) {
    List<Link> links =
        List.of(
            new Link("All meetings", "/places/" + placeId + "/meetings"),
            new Link("What was agreed to be done", "/actions/of/" + placeId),
            new Link("Calendar links", "/calendars"));
    return reader.has(Roles.LEADERS)
        ? Stream.concat(
                links.stream(),
                Stream.of(new Link("Time in meetings", "/places/" + placeId + "/time")))
            .toList()
        : links;
  }
}
