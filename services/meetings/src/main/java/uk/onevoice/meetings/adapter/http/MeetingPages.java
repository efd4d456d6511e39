package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.adapter.store.Diary;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/** The meetings of a place, the latest first, on the days on which they are now. */
@ApplicationScoped
class MeetingPages {
  private final Diary diary;
  private final ListedForums forums;

  MeetingPages(Diary diary, ListedForums forums) {
    this.diary = diary;
    this.forums = forums;
  }

  Page<MeetingTerms> page(PlaceId place, PageRequest request) {
    @Nullable MeetingId after = request.after() == null ? null : last(place, request.after());
    List<Diary.Entry> found = diary.ofPlace(place, after, request.limit() + 1);
    List<Diary.Entry> shown = found.subList(0, Math.min(found.size(), request.limit()));
    return new Page<>(
        shown.stream().map(entry -> MeetingTerms.of(entry, forums)).toList(),
        found.size() > shown.size() ? shown.getLast().meetingId().value().toString() : null);
  }

  /** Only within the list itself: whether a meeting of another place exists is not told. */
  private MeetingId last(PlaceId place, String cursor) {
    try {
      var id = new MeetingId(UUID.fromString(cursor));
      if (diary.meeting(id).filter(entry -> entry.placeId().equals(place)).isPresent()) {
        return id;
      }
    } catch (IllegalArgumentException malformed) {
      // No cursor of ours: said below.
    }
    throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
  }
}
