package uk.onevoice.meetings.domain.briefing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PersonId;

/** What happened before a meeting. The schemas are in contracts/events/meetings. */
public sealed interface BriefingEvent {
  record BriefItemWritten(
      MeetingId meetingId, ItemId itemId, @Nullable WordsRef positionRef, @Nullable WordsRef askRef)
      implements BriefingEvent {}

  record PartnerExpected(
      MeetingId meetingId,
      ExpectedId expectedId,
      OrganisationId organisationId,
      @Nullable WordsRef whoRef,
      List<ItemId> itemIds)
      implements BriefingEvent {
    public PartnerExpected {
      itemIds = List.copyOf(itemIds);
    }
  }

  record PartnerNotExpected(MeetingId meetingId, ExpectedId expectedId) implements BriefingEvent {}

  record BriefIssued(MeetingId meetingId, int version, @Nullable WordsRef changeRef, Instant at)
      implements BriefingEvent {}

  record BriefAcknowledged(MeetingId meetingId, int version, PersonId personId, Instant at)
      implements BriefingEvent {}

  record PreAlignmentRecorded(
      MeetingId meetingId,
      ItemId itemId,
      PreAlignmentId preAlignmentId,
      OrganisationId organisationId,
      LocalDate on,
      boolean agreed,
      Instant recordedAt)
      implements BriefingEvent {}

  record PreAlignmentWithdrawn(MeetingId meetingId, PreAlignmentId preAlignmentId)
      implements BriefingEvent {}

  /**
   * @param minutes 0 where what was said is taken back
   */
  record PreparationTimeSaid(MeetingId meetingId, PersonId personId, int minutes)
      implements BriefingEvent {}

  record PreparationCompleted(MeetingId meetingId, Instant at) implements BriefingEvent {}
}
