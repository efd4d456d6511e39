package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.ListEntry;
import uk.onevoice.directory.Place;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.adapter.http.MeetingBodies.ScheduleMeeting;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;

/** The forums of an ICS's own list, as this service's copy of the registry has them. */
@ApplicationScoped
class ListedForums {
  private final Directory directory;
  private final Today today;

  ListedForums(Directory directory, Today today) {
    this.directory = directory;
    this.today = today;
  }

  /** What meets: a forum of the place's ICS that is in use on the day, or own words. */
  Label of(ScheduleMeeting wish) {
    if (wish.forumId() == null) {
      if (wish.forum() == null) {
        throw Problem.invalid("/forum", "is required").exception();
      }
      return wish.forum();
    }
    if (wish.forum() != null) {
      throw Problem.invalid("/forum", "is said by forumId already").exception();
    }
    return listed(wish.placeId(), wish.forumId(), wish.on());
  }

  /** What a forum of the place's ICS is called that is in use on the day. */
  Label listed(PlaceId placeId, UUID forumId, LocalDate on) {
    var ics =
        directory
            .place(new uk.onevoice.directory.PlaceId(placeId.value()), on)
            .map(Place::ics)
            .orElse(null);
    return directory
        .forum(forumId)
        .filter(forum -> forum.ics().equals(ics) && forum.openOn(on))
        .map(forum -> new Label(forum.labelOn(on)))
        .orElseThrow(() ->
            Problem.unprocessable("forum-not-in-use", "This forum is not in use in the ICS.")
                .at("/forumId", "must be in use in the list of the place's ICS on that day")
                .exception());
  }

  /** What this forum, or the one that it was merged into, is called today. */
  @Nullable String labelNow(@Nullable UUID forumId) {
    return forumId == null
        ? null
        : directory.forumOn(forumId, today.get()).map(ListEntry::label).orElse(null);
  }
}
