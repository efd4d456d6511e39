package uk.onevoice.mandates.domain;

import java.time.LocalDate;

/** The rule that said no. */
public sealed interface MandateRejection {
  record AlreadyOpened(MandateId mandateId) implements MandateRejection {}

  record NotOpened(MandateId mandateId) implements MandateRejection {}

  /** The mandate would end before it has had a day. */
  record NoDayInForce(LocalDate start, LocalDate end) implements MandateRejection {}

  record LongerThanTwoYears(LocalDate start, LocalDate latestEnd) implements MandateRejection {}

  record HolderDoesNotSpeakForPractices(OrganisationId holderId) implements MandateRejection {}

  record RunOut(MandateId mandateId, LocalDate end) implements MandateRejection {}

  record OpenedInTheFuture(LocalDate openedOn) implements MandateRejection {}

  /** Nobody has answered before being asked. */
  record AnsweredBeforeAsked(LocalDate on, LocalDate openedOn) implements MandateRejection {}

  record AnswerInTheFuture(LocalDate on) implements MandateRejection {}

  record PracticeNotInPlace(PracticeId practiceId, LocalDate on) implements MandateRejection {}

  record NothingToWithdraw(PracticeId practiceId) implements MandateRejection {}

  /** The practice has answered since; an entry for an earlier day would not change what holds. */
  record LaterAnswerStands(PracticeId practiceId, LocalDate on) implements MandateRejection {}
}
