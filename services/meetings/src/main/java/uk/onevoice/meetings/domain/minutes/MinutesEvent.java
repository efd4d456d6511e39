package uk.onevoice.meetings.domain.minutes;

import java.time.LocalDate;
import java.util.UUID;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;

/** What has happened to minutes. The schemas are in contracts/events/meetings. */
public sealed interface MinutesEvent {
  MeetingId meetingId();

  record MinutesDrafted(
      MeetingId meetingId, PlaceId placeId, UUID textRef, PersonId draftedBy, LocalDate on)
      implements MinutesEvent {}

  record MinutesRevised(MeetingId meetingId, UUID textRef, PersonId revisedBy, LocalDate on)
      implements MinutesEvent {}

  record MinutesApproved(MeetingId meetingId, PersonId approvedBy, LocalDate on)
      implements MinutesEvent {}

  record MinutesPublished(MeetingId meetingId, PersonId publishedBy, LocalDate on)
      implements MinutesEvent {}

  record MinutesCorrected(
      MeetingId meetingId, UUID correctionId, UUID textRef, PersonId correctedBy, LocalDate on)
      implements MinutesEvent {}
}
