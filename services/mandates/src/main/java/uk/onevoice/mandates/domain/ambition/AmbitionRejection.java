package uk.onevoice.mandates.domain.ambition;

import java.time.LocalDate;
import uk.onevoice.kernel.Label;
import uk.onevoice.mandates.domain.PracticeId;

/** The rule that said no. */
public sealed interface AmbitionRejection {
  /** The practice has an offer of the federation, signed or not. */
  record AlreadyOffered(AgreementId agreementId) implements AmbitionRejection {}

  record NotOffered(AgreementId agreementId) implements AmbitionRejection {}

  record NotAMember(PracticeId practiceId) implements AmbitionRejection {}

  record NotSigned(AgreementId agreementId) implements AmbitionRejection {}

  record HasEnded(LocalDate endedOn) implements AmbitionRejection {}

  record ReviewNotAhead(LocalDate after) implements AmbitionRejection {}

  record DueInThePast(LocalDate due) implements AmbitionRejection {}

  record DayInTheFuture(LocalDate on) implements AmbitionRejection {}

  /** It cannot be of a day before the one that it follows. */
  record TooEarly(LocalDate earliest) implements AmbitionRejection {}

  /** The practice takes part in this programme. */
  record AlreadyCommitted(Label programme) implements AmbitionRejection {}

  record NoSuchChange(ChangeId changeId) implements AmbitionRejection {}

  record NoSuchAsk(AskId askId) implements AmbitionRejection {}

  record NoSuchPromise(PromiseId promiseId) implements AmbitionRejection {}
}
