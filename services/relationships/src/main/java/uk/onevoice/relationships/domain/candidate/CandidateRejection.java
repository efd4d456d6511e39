package uk.onevoice.relationships.domain.candidate;

import java.time.LocalDate;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.CounterpartRef;

/** The rule that said no. */
public sealed interface CandidateRejection {
  record AlreadyACandidate(CounterpartRef candidateRef) implements CandidateRejection {}

  record NotACandidate(CounterpartRef candidateRef) implements CandidateRejection {}

  /** Nobody introduces us to themself, wins themself over or is their own acquaintance. */
  record WithThemself() implements CandidateRejection {}

  /** The same person was asked for the same introduction, and it is still open. */
  record AlreadyAsked(IntroductionId introductionId) implements CandidateRejection {}

  record NoSuchIntroduction(IntroductionId introductionId) implements CandidateRejection {}

  record AlreadySettled(IntroductionId introductionId, LocalDate on)
      implements CandidateRejection {}

  /** It cannot have been settled before it was asked for. */
  record SettledBeforeAsked(LocalDate asked) implements CandidateRejection {}

  record NotYet(LocalDate on) implements CandidateRejection {}

  /** The same two, and it is not over. */
  record AlreadyPlanned(PersuasionId persuasionId) implements CandidateRejection {}

  record NoSuchPersuasion(PersuasionId persuasionId) implements CandidateRejection {}

  record NoSuchAcquaintance(WordsRef acquaintanceRef) implements CandidateRejection {}
}
