package uk.onevoice.meetings.domain;

import java.time.LocalDate;
import java.util.List;
import uk.onevoice.meetings.domain.action.ActionRejection;

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

  /** Who is a substitute came for somebody else; who is expected or sends apologies for nobody. */
  record SubstituteDoesNotFit(PersonId personId) implements MeetingRejection {}

  /** Not known, not open on that day, or general practice itself. */
  record PartnerDoesNotFit(OrganisationId organisationId) implements MeetingRejection {}

  /** Nothing of the kind was entered, or it was taken back before. */
  record NothingToTakeBack(MeetingId meetingId) implements MeetingRejection {}

  /** Who puts a position was there. */
  record PositionWasPut(ItemId itemId) implements MeetingRejection {}

  /** What was agreed for general practice was not done without its consent. */
  record AgreedForGeneralPractice(ItemId itemId) implements MeetingRejection {}

  /** Nobody agreed for general practice where its presence was no consent. */
  record PresenceWasNoConsent(ItemId itemId) implements MeetingRejection {}

  record NoOutcomeYet(ItemId itemId) implements MeetingRejection {}

  /** Neither there nor briefed. */
  record AssessorWasNotThere(PersonId assessedBy) implements MeetingRejection {}

  record ClaimWithoutPosition(ItemId itemId, Influence influence) implements MeetingRejection {}

  /** What was not decided, nobody has changed. */
  record ClaimWithoutDecision(ItemId itemId) implements MeetingRejection {}

  /** Only a claim to have moved something is confirmed. */
  record NothingToConfirm(ItemId itemId) implements MeetingRejection {}

  record ConfirmedByItsAssessor(PersonId assessedBy) implements MeetingRejection {}

  /** A claim is confirmed on evidence. */
  record EvidenceMissing(ItemId itemId) implements MeetingRejection {}

  /** Neither confirmed nor made anew until the dispute is settled. */
  record AssessmentDisputed(ItemId itemId) implements MeetingRejection {}

  record NothingToDispute(ItemId itemId) implements MeetingRejection {}

  record DisputedByItsAssessor(PersonId assessedBy) implements MeetingRejection {}

  /** Who was neither there nor briefed does not assess: their assessment has to go first. */
  record AssessmentRestsOnIt(PersonId assessedBy, ItemId itemId) implements MeetingRejection {}

  record NotDisputed(ItemId itemId) implements MeetingRejection {}

  /** Who assessed or confirmed does not say that it stands, nor who disputed that it goes. */
  record SettledByAParty(PersonId settledBy) implements MeetingRejection {}

  /** The record is closed and changes by amendments only. */
  record RecordClosed(MeetingId meetingId) implements MeetingRejection {}

  /** Only a closed record is amended. */
  record RecordOpen(MeetingId meetingId) implements MeetingRejection {}

  /** An action cannot be agreed like that. */
  record ActionRefused(ActionRejection why) implements MeetingRejection {}

  /** Rows that do not hold; none of the record is entered. */
  record RowsRefused(List<Refused> rows) implements MeetingRejection {
    public RowsRefused {
      rows = List.copyOf(rows);
    }
  }

  /**
   * @param at where the request has the row, as a JSON pointer
   */
  record Refused(String at, MeetingRejection why) {}

  record IsCancelled(MeetingId meetingId) implements MeetingRejection {}

  /** Somebody was there, an outcome is recorded, or the record is closed. */
  record HasTakenPlace(LocalDate on) implements MeetingRejection {}

  record MovedIntoThePast(LocalDate on) implements MeetingRejection {}
}
