package uk.onevoice.meetings.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.action.ActionId;

/** The record of a meeting as a whole. */
public sealed interface RecordEvent extends MeetingEvent {
  record MeetingCaptured(MeetingId meetingId, UUID recordId, PersonId recordedBy)
      implements RecordEvent {}

  /**
   * The meeting agreed an action.
   *
   * @param itemId null where it came from no item
   * @param due by which day, included
   */
  record ActionNoted(
      MeetingId meetingId,
      @Nullable ItemId itemId,
      ActionId actionId,
      PlaceId placeId,
      OrganisationId ownerId,
      UUID wordsRef,
      LocalDate due,
      LocalDate on)
      implements RecordEvent {}

  record MeetingClosed(MeetingId meetingId, PersonId closedBy, LocalDate on)
      implements RecordEvent {}

  /**
   * The events that were appended with it change the record of a closed meeting.
   *
   * @param itemIds whose record it changes
   * @param attendance whether it changes who was there
   */
  record MeetingAmended(
      MeetingId meetingId,
      UUID amendmentId,
      UUID reasonRef,
      PersonId amendedBy,
      LocalDate on,
      List<ItemId> itemIds,
      boolean attendance)
      implements RecordEvent {
    public MeetingAmended {
      itemIds = List.copyOf(itemIds);
    }
  }
}
