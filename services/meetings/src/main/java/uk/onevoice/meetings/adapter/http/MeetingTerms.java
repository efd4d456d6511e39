package uk.onevoice.meetings.adapter.http;

import java.time.LocalDate;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingScheduled;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PlaceId;

/** A meeting in a list: which forum, when. */
record MeetingTerms(MeetingId meetingId, PlaceId placeId, Label forum, LocalDate on) {
  static MeetingTerms of(MeetingScheduled scheduled) {
    return new MeetingTerms(
        scheduled.meetingId(), scheduled.placeId(), scheduled.forum(), scheduled.on());
  }
}
