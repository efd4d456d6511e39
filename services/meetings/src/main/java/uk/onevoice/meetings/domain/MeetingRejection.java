package uk.onevoice.meetings.domain;

import java.time.LocalDate;

/** The rule that said no. */
public sealed interface MeetingRejection {
  record AlreadyScheduled(MeetingId meetingId) implements MeetingRejection {}

  record NotScheduled(MeetingId meetingId) implements MeetingRejection {}

  record ItemAlreadyAdded(ItemId itemId) implements MeetingRejection {}

  record NoSuchItem(ItemId itemId) implements MeetingRejection {}

  /** The item has its outcome, and a position put afterwards would look as if it had led there. */
  record PositionTooLate(ItemId itemId) implements MeetingRejection {}

  record StillToCome(LocalDate on) implements MeetingRejection {}

  /** The person held no role with us on the day of the meeting. */
  record PersonNotKnown(PersonId personId) implements MeetingRejection {}

  record NoOutcomeYet(ItemId itemId) implements MeetingRejection {}

  record AssessorWasNotThere(PersonId assessedBy) implements MeetingRejection {}

  record ClaimWithoutPosition(ItemId itemId, Influence influence) implements MeetingRejection {}

  /** What was not decided, nobody has changed. */
  record ClaimWithoutDecision(ItemId itemId) implements MeetingRejection {}

  /** Only a claim to have moved something is confirmed. */
  record NothingToConfirm(ItemId itemId) implements MeetingRejection {}

  record ConfirmedByItsAssessor(PersonId assessedBy) implements MeetingRejection {}

  record IsCancelled(MeetingId meetingId) implements MeetingRejection {}

  /** Somebody was recorded as there, or an outcome: it took place when it took place. */
  record HasTakenPlace(LocalDate on) implements MeetingRejection {}

  record MovedIntoThePast(LocalDate on) implements MeetingRejection {}
}
