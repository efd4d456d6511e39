package uk.onevoice.meetings.adapter.http;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingScheduled;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PlaceId;

/**
 * A meeting in a list: which forum, when.
 *
 * @param forum what it was called when the meeting was entered
 * @param forumId the forum of the ICS's list, null where it names none of it
 * @param forumNow what that forum, or the one it went on in, is called today
 */
record MeetingTerms(
    MeetingId meetingId,
    PlaceId placeId,
    Label forum,
    LocalDate on,
    @Nullable UUID forumId,
    @Nullable String forumNow) {
  static MeetingTerms of(MeetingScheduled scheduled, ListedForums forums) {
    return new MeetingTerms(
        scheduled.meetingId(),
        scheduled.placeId(),
        scheduled.forum(),
        scheduled.on(),
        scheduled.forumId(),
        forums.labelNow(scheduled.forumId()));
  }
}
