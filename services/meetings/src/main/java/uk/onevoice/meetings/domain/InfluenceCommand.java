package uk.onevoice.meetings.domain;

import java.util.UUID;

/** How far an outcome came from general practice. */
public sealed interface InfluenceCommand extends MeetingCommand {
  ItemId itemId();

  record AssessInfluence(MeetingId meetingId, ItemId itemId, Judgement judgement)
      implements InfluenceCommand {}

  /** Answers whether it would have come out the same without general practice. */
  record AnswerCounterfactual(
      MeetingId meetingId, ItemId itemId, SameWithoutUs sameWithoutUs, PersonId answeredBy)
      implements InfluenceCommand {}

  record ConfirmInfluence(MeetingId meetingId, ItemId itemId, PersonId confirmedBy)
      implements InfluenceCommand {}

  record DisputeInfluence(MeetingId meetingId, ItemId itemId, UUID reasonRef, PersonId disputedBy)
      implements InfluenceCommand {}

  /**
   * @param stands whether the assessment stands as it was; otherwise it goes
   */
  record SettleDispute(MeetingId meetingId, ItemId itemId, boolean stands, PersonId settledBy)
      implements InfluenceCommand {}
}
