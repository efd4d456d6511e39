package uk.onevoice.relationships.domain.candidate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.SlotId;

/**
 * What has happened to the candidates of a slot. People are named by their vault reference only;
 * the schemas are in contracts/events/relationships.
 */
public sealed interface CandidateEvent {
  /**
   * Somebody of the organisation may be worth being in touch with.
   *
   * @param recommendedRef who recommended them and why, in the vault; null where nobody did
   */
  record CandidateNoted(
      SlotId slotId, CounterpartRef candidateRef, LocalDate on, @Nullable WordsRef recommendedRef)
      implements CandidateEvent {}

  /** They are a candidate no longer. */
  record CandidateSetAside(SlotId slotId, CounterpartRef candidateRef, LocalDate on)
      implements CandidateEvent {}

  /**
   * Somebody was asked to introduce us.
   *
   * @param throughRef who was asked: where the vault keeps them
   */
  record IntroductionAsked(
      SlotId slotId,
      IntroductionId introductionId,
      CounterpartRef candidateRef,
      CounterpartRef throughRef,
      LocalDate on)
      implements CandidateEvent {}

  record IntroductionMade(SlotId slotId, IntroductionId introductionId, LocalDate on)
      implements CandidateEvent {}

  /** Who was asked does not introduce us. */
  record IntroductionDeclined(SlotId slotId, IntroductionId introductionId, LocalDate on)
      implements CandidateEvent {}

  /** An ally could win over a colleague of theirs. */
  record PersuasionPlanned(
      SlotId slotId,
      PersuasionId persuasionId,
      CounterpartRef allyRef,
      CounterpartRef colleagueRef,
      LocalDate on)
      implements CandidateEvent {}

  record PersuasionMoved(SlotId slotId, PersuasionId persuasionId, Progress progress, LocalDate on)
      implements CandidateEvent {}

  /**
   * Two people know each other.
   *
   * @param acquaintanceRef who, and from where, in the vault
   */
  record AcquaintanceNoted(SlotId slotId, WordsRef acquaintanceRef, LocalDate on)
      implements CandidateEvent {}

  record AcquaintanceWithdrawn(SlotId slotId, WordsRef acquaintanceRef) implements CandidateEvent {}
}
