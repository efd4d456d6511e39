package uk.onevoice.meetings.domain.minutes;

import java.time.LocalDate;
import uk.onevoice.meetings.domain.MeetingId;

/** The rule that said no. */
public sealed interface MinutesRejection {
  record AlreadyDrafted(MeetingId meetingId) implements MinutesRejection {}

  record NotDrafted(MeetingId meetingId) implements MinutesRejection {}

  /** What is approved is corrected and not changed. */
  record AlreadyApproved(MeetingId meetingId) implements MinutesRejection {}

  record NotApproved(MeetingId meetingId) implements MinutesRejection {}

  record MeetingStillToCome(LocalDate on) implements MinutesRejection {}
}
