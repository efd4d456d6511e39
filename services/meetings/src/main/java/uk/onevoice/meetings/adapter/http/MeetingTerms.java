package uk.onevoice.meetings.adapter.http;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.adapter.store.Diary;
import uk.onevoice.meetings.domain.Hours;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.SeriesId;

/**
 * A meeting in a list: which forum, when.
 *
 * @param forum what it was called when the meeting was entered
 * @param forumId the forum of the ICS's list, null where it names none of it
 * @param forumNow what that forum, or the one it went on in, is called today
 * @param hours null where they are not known
 * @param seriesId the series that it belongs to, null where it belongs to none
 */
record MeetingTerms(
    MeetingId meetingId,
    PlaceId placeId,
    Label forum,
    LocalDate on,
    @Nullable UUID forumId,
    @Nullable String forumNow,
    @Nullable Hours hours,
    @Nullable SeriesId seriesId,
    boolean cancelled) {
  static MeetingTerms of(Scheduled meeting, ListedForums forums) {
    var terms = meeting.terms();
    return new MeetingTerms(
        terms.meetingId(),
        terms.placeId(),
        terms.forum(),
        terms.on(),
        terms.forumId(),
        forums.labelNow(terms.forumId()),
        terms.hours(),
        terms.seriesId(),
        meeting.timing().cancelled());
  }

  static MeetingTerms of(Diary.Entry entry, ListedForums forums) {
    return new MeetingTerms(
        entry.meetingId(),
        entry.placeId(),
        new Label(entry.forum()),
        entry.on(),
        entry.forumId(),
        forums.labelNow(entry.forumId()),
        entry.hours(),
        entry.seriesId(),
        entry.cancelled());
  }
}
