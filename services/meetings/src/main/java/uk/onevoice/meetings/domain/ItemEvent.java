package uk.onevoice.meetings.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens on an item. */
public sealed interface ItemEvent extends MeetingEvent {
  ItemId itemId();

  record PositionPut(MeetingId meetingId, ItemId itemId, Stance stance) implements ItemEvent {}

  record ReachRecorded(MeetingId meetingId, ItemId itemId, Reach reach) implements ItemEvent {}

  record PresenceMarked(MeetingId meetingId, ItemId itemId, PresenceMark mark)
      implements ItemEvent {}

  record PresenceMarkTakenBack(MeetingId meetingId, ItemId itemId) implements ItemEvent {}

  record OutcomeRecorded(MeetingId meetingId, ItemId itemId, Outcome outcome)
      implements ItemEvent {}

  /**
   * @param invocationId null where it cites none
   * @param standing COVERED or PROVISIONAL, as it was when this was entered
   */
  record AgreementRecorded(
      MeetingId meetingId,
      ItemId itemId,
      @Nullable UUID invocationId,
      @Nullable UUID mandateId,
      Agreement.Standing standing,
      List<Agreement.Outside> outside,
      PersonId recordedBy)
      implements ItemEvent {
    public AgreementRecorded {
      outside = List.copyOf(outside);
    }
  }

  /**
   * @param helpedBy all who helped; none where nobody did
   */
  record HelpNoted(MeetingId meetingId, ItemId itemId, List<OrganisationId> helpedBy)
      implements ItemEvent {
    public HelpNoted {
      helpedBy = List.copyOf(helpedBy);
    }
  }

  record AgreementTakenBack(MeetingId meetingId, ItemId itemId) implements ItemEvent {}
}
