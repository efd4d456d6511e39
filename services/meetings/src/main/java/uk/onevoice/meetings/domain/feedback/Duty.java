package uk.onevoice.meetings.domain.feedback;

import java.time.LocalDate;
import uk.onevoice.meetings.domain.MandateId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PlaceId;

/**
 * That practices hear of a meeting whose items their mandate covered.
 *
 * @param on the day of the meeting
 * @param reportBackDays within how many days after it, as the mandate itself says
 */
public record Duty(
    MeetingId meetingId, MandateId mandateId, PlaceId placeId, LocalDate on, int reportBackDays) {
  /** The last day on which it is in time. */
  public LocalDate dueOn() {
    return on.plusDays(reportBackDays);
  }
}
