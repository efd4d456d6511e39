package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Diary;
import uk.onevoice.web.api.Diary.Listed;
import uk.onevoice.web.api.Diary.Series;
import uk.onevoice.web.api.Diary.SeriesTerms;
import uk.onevoice.web.api.Doings;
import uk.onevoice.web.api.Segment;

/** What pages ask about the meetings of a place. The list is the latest first, to come or past. */
@RequestScoped
class DiaryViews {
  private static final int MOST_PAGES = 10;

  private final Api api;
  private final Map<String, Optional<Series>> series = new HashMap<>();
  private final Map<String, Optional<Doings.Held>> held = new HashMap<>();

  DiaryViews(Api api) {
    this.api = api;
  }

  List<SeriesTerms> series(String placeId) {
    return api.all(
        "/v1/meeting-series?limit=200&placeId=" + Segment.of(placeId),
        Diary.SeriesListing.class,
        Diary.SeriesListing::items,
        Diary.SeriesListing::next);
  }

  /** The meetings from a day on, the soonest first. */
  List<Listed> from(String placeId, LocalDate day) {
    List<Listed> found = read(placeId, meeting -> !meeting.on().isBefore(day), day, null);
    found.sort(Comparator.comparing(Listed::on).thenComparing(DiaryViews::start));
    return found;
  }

  /** The hours are not known of all of them; those come first on their day. */
  static String start(Listed meeting) {
    return meeting.hours() == null ? "" : meeting.hours().start();
  }

  /**
   * Meetings that were held before a day, the latest first.
   *
   * @param first no earlier than this
   */
  List<Listed> before(
      String placeId, LocalDate day, LocalDate first, Predicate<Listed> which, int most) {
    return read(
        placeId,
        meeting ->
            meeting.on().isBefore(day)
                && !meeting.on().isBefore(first)
                && !meeting.cancelled()
                && which.test(meeting),
        first,
        most);
  }

  private List<Listed> read(
      String placeId, Predicate<Listed> which, LocalDate first, @Nullable Integer most) {
    List<Listed> found = new ArrayList<>();
    String path = "/v1/meetings?limit=200&placeId=" + Segment.of(placeId);
    String after = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      Diary.Listing list = api.get(path + after, Diary.Listing.class);
      list.items().stream().filter(which).forEach(found::add);
      boolean enough =
          (most != null && found.size() >= most)
              || list.items().stream().anyMatch(meeting -> meeting.on().isBefore(first));
      String next = list.next();
      if (enough || next == null) {
        break;
      }
      after = "&after=" + Segment.of(next);
    }
    return most == null ? found : new ArrayList<>(found.stream().limit(most).toList());
  }

  /** One meeting as far as something is left to do about it; each is asked for once. */
  Optional<Doings.Held> held(String meetingId) {
    return held.computeIfAbsent(
        meetingId, id -> api.find("/v1/meetings/" + Segment.of(id), Doings.Held.class));
  }

  /** One series; each is asked for once. */
  Optional<Series> one(String seriesId) {
    return series.computeIfAbsent(
        seriesId, id -> api.find("/v1/meeting-series/" + Segment.of(id), Series.class));
  }

  /** A brief; empty where it is not for the reader. */
  Optional<Doings.Brief> brief(String meetingId) {
    return api.find("/v1/meetings/" + Segment.of(meetingId) + "/brief", Doings.Brief.class);
  }

  /** Whether somebody is to be there: by a seat that is theirs on that day, or by name. */
  boolean isFor(String personId, Listed meeting) {
    String ofSeries = meeting.seriesId();
    boolean seated =
        ofSeries != null
            && one(ofSeries).stream()
                .flatMap(whole -> whole.seats().stream())
                .flatMap(seat -> seat.nominations().stream())
                .anyMatch(each ->
                    each.personId().equals(personId)
                        && !each.substitute()
                        && each.holds(meeting.on()));
    return seated || held(meeting.meetingId()).filter(each -> each.names(personId)).isPresent();
  }
}
