package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Diary;
import uk.onevoice.web.api.Diary.Listed;
import uk.onevoice.web.api.Doings;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;

/** The meetings of a place: all, and those about which something is amiss. */
@Path("/places/{placeId}/meetings")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PlaceMeetingPages {
  private static final int ON_A_PAGE = 50;
  private static final int DAYS_BACK = 60;
  private static final int MOST_READ = 40;
  private static final int YEAR = 365;

  private final Reader reader;
  private final Api api;
  private final PlaceViews places;
  private final DiaryViews diary;
  private final PeopleNames people;

  PlaceMeetingPages(
      Reader reader, Api api, PlaceViews places, DiaryViews diary, PeopleNames people) {
    this.reader = reader;
    this.api = api;
    this.places = places;
    this.diary = diary;
    this.people = people;
  }

  /** One of the ways to look at the meetings; the one that is shown has no address. */
  record View(String text, @Nullable String href) {}

  record MeetingsPage(
      Frame frame,
      String placeId,
      String heading,
      String sentence,
      List<View> views,
      Grid table,
      boolean writes,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  /** What one of the ways shows. */
  private record Shown(String sentence, Grid table, @Nullable String next) {}

  @GET
  public TemplateInstance meetings(
      @PathParam("placeId") UUID placeId,
      @QueryParam("only") @DefaultValue("") String only,
      @QueryParam("after") @Nullable String after) {
    reader.me();
    Place place = places.place(placeId);
    Shown shown =
        switch (only) {
          case "to-come" -> toCome(placeId, after);
          case "not-written" -> notWritten(placeId);
          case "without-brief" -> withoutBrief(placeId, after);
          case "without-influence" -> withoutInfluence(placeId, after);
          default -> all(placeId, after);
        };
    String here = "/places/" + placeId + "/meetings";
    String same = here + (only.isEmpty() ? "?" : "?only=" + Segment.of(only) + "&");
    return new MeetingsPage(
        reader
            .frame("Meetings of " + place.name(), Menu.REPRESENTATION)
            .withBreadcrumbs(
                new Link(place.name(), "/places/" + placeId),
                new Link("Who meets when", "/diary/" + placeId)),
        placeId.toString(),
        "Meetings of " + place.name(),
        shown.sentence(),
        views(here, only),
        shown.table(),
        reader.has(Roles.LEADERS),
        after == null ? null : same.substring(0, same.length() - 1),
        shown.next() == null ? null : same + "after=" + Segment.of(shown.next()));
  }

  static List<View> views(String here, String only) {
    List<View> views = new ArrayList<>();
    for (Link way :
        List.of(
            new Link("All", ""),
            new Link("To come", "to-come"),
            new Link("Not written down", "not-written"),
            new Link("Without a brief", "without-brief"),
            new Link("Without influence", "without-influence"))) {
      views.add(
          new View(
              way.text(),
              way.href().equals(only)
                  ? null
                  : here + (way.href().isEmpty() ? "" : "?only=" + way.href())));
    }
    return views;
  }

  private Shown all(UUID placeId, @Nullable String after) {
    Diary.Listing list =
        api.get(
            "/v1/meetings?limit="
                + ON_A_PAGE
                + "&placeId="
                + placeId
                + (after == null ? "" : "&after=" + Segment.of(after)),
            Diary.Listing.class);
    return new Shown(
        MeetingTables.all(list.items().size(), after != null, list.next() != null),
        MeetingTables.listed(list.items(), AsOf.today()),
        list.next());
  }

  /** The APIs have the latest first; here the soonest comes first, so pages are counted. */
  private Shown toCome(UUID placeId, @Nullable String after) {
    List<Listed> all = diary.from(placeId.toString(), AsOf.today());
    int from = Math.min(number(after), all.size());
    int to = Math.min(from + ON_A_PAGE, all.size());
    return new Shown(
        MeetingTables.toCome(all, AsOf.today()),
        MeetingTables.listed(all.subList(from, to), AsOf.today()),
        to < all.size() ? String.valueOf(to) : null);
  }

  private static int number(@Nullable String after) {
    return after != null && after.matches("\\d{1,6}") ? Integer.parseInt(after) : 0;
  }

  private Shown notWritten(UUID placeId) {
    LocalDate today = AsOf.today();
    List<Listed> held =
        diary.before(
            placeId.toString(), today, today.minusDays(DAYS_BACK), _ -> true, MOST_READ + 1);
    List<Listed> read = held.stream().limit(MOST_READ).toList();
    List<Listed> open =
        read.stream()
            .filter(meeting ->
                diary.held(meeting.meetingId()).filter(each -> !each.recorded()).isPresent())
            .toList();
    Optional<LocalDate> since =
        held.size() > MOST_READ ? Optional.of(read.getLast().on()) : Optional.empty();
    return new Shown(
        MeetingTables.notWritten(open.size(), since.orElse(today.minusDays(DAYS_BACK))),
        MeetingTables.listed(open, today),
        null);
  }

  private Shown withoutBrief(UUID placeId, @Nullable String after) {
    LocalDate today = AsOf.today();
    Doings.UnbriefedList list =
        api.get(
            "/v1/meetings/unbriefed?limit="
                + ON_A_PAGE
                + "&placeId="
                + placeId
                + "&from="
                + today.minusDays(YEAR)
                + "&to="
                + today
                + (after == null ? "" : "&after=" + Segment.of(after)),
            Doings.UnbriefedList.class);
    return new Shown(
        MeetingTables.unbriefedSentence(list.items().size(), after != null || list.next() != null),
        MeetingTables.unbriefed(
            list.items(), person -> people.of(person).orElse("Somebody who is not shown")),
        list.next());
  }

  private Shown withoutInfluence(UUID placeId, @Nullable String after) {
    Doings.WithoutInfluenceList list =
        api.get(
            "/v1/meetings/without-influence?limit="
                + ON_A_PAGE
                + "&placeId="
                + placeId
                + (after == null ? "" : "&after=" + Segment.of(after)),
            Doings.WithoutInfluenceList.class);
    return new Shown(
        MeetingTables.withoutInfluenceSentence(
            list.items().size(), after != null || list.next() != null),
        MeetingTables.withoutInfluence(list.items()),
        list.next());
  }
}
