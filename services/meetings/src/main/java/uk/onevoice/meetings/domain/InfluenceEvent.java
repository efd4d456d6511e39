package uk.onevoice.meetings.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far an outcome came from general practice. */
public sealed interface InfluenceEvent extends MeetingEvent {
  ItemId itemId();

  record InfluenceAssessed(
      MeetingId meetingId, ItemId itemId, Influence influence, PersonId assessedBy)
      implements InfluenceEvent {}

  record EvidenceGiven(MeetingId meetingId, ItemId itemId, UUID evidenceRef, PersonId givenBy)
      implements InfluenceEvent {}

  record CounterfactualAnswered(
      MeetingId meetingId, ItemId itemId, SameWithoutUs sameWithoutUs, PersonId answeredBy)
      implements InfluenceEvent {}

  record InfluenceConfirmed(MeetingId meetingId, ItemId itemId, PersonId confirmedBy)
      implements InfluenceEvent {}

  record InfluenceDisputed(MeetingId meetingId, ItemId itemId, UUID reasonRef, PersonId disputedBy)
      implements InfluenceEvent {}

  /**
   * @param influence the assessment that stands; null where it is gone
   * @param confirmed whether that had been confirmed; null where it is gone
   */
  record DisputeSettled(
      MeetingId meetingId,
      ItemId itemId,
      boolean stands,
      PersonId settledBy,
      @Nullable Influence influence,
      @Nullable Boolean confirmed)
      implements InfluenceEvent {}
}
