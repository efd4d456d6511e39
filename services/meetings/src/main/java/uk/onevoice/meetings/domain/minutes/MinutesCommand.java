package uk.onevoice.meetings.domain.minutes;

import java.time.LocalDate;
import java.util.UUID;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;

/** What can be asked of minutes; their texts are in the vault. */
public sealed interface MinutesCommand {
  MeetingId meetingId();

  /**
   * @param heldOn the day of the meeting
   */
  record Draft(
      MeetingId meetingId,
      PlaceId placeId,
      LocalDate heldOn,
      UUID textRef,
      PersonId by,
      LocalDate today)
      implements MinutesCommand {}

  record Revise(MeetingId meetingId, UUID textRef, PersonId by, LocalDate today)
      implements MinutesCommand {}

  record Approve(MeetingId meetingId, PersonId by, LocalDate today) implements MinutesCommand {}

  record Publish(MeetingId meetingId, PersonId by, LocalDate today) implements MinutesCommand {}

  record Correct(MeetingId meetingId, UUID correctionId, UUID textRef, PersonId by, LocalDate today)
      implements MinutesCommand {}
}
