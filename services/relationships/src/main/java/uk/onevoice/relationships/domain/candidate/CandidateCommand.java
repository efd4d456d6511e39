package uk.onevoice.relationships.domain.candidate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.SlotId;

/**
 * What can be asked of a slot's candidates. Whoever is named is somebody of the organisation whom
 * the vault keeps for the slot; that the edge has looked at.
 */
public sealed interface CandidateCommand {
  record NoteCandidate(
      SlotId slotId,
      CounterpartRef candidateRef,
      @Nullable WordsRef recommendedRef,
      LocalDate today)
      implements CandidateCommand {}

  record SetCandidateAside(SlotId slotId, CounterpartRef candidateRef, LocalDate today)
      implements CandidateCommand {}

  record AskIntroduction(
      SlotId slotId,
      IntroductionId introductionId,
      CounterpartRef candidateRef,
      CounterpartRef throughRef,
      LocalDate on,
      LocalDate today)
      implements CandidateCommand {}

  /**
   * Says what became of an introduction that was asked for.
   *
   * @param made whether it was made; otherwise it will not be
   */
  record SettleIntroduction(
      SlotId slotId, IntroductionId introductionId, boolean made, LocalDate on, LocalDate today)
      implements CandidateCommand {}

  record PlanPersuasion(
      SlotId slotId,
      PersuasionId persuasionId,
      CounterpartRef allyRef,
      CounterpartRef colleagueRef,
      LocalDate today)
      implements CandidateCommand {}

  record MovePersuasion(
      SlotId slotId, PersuasionId persuasionId, Progress progress, LocalDate today)
      implements CandidateCommand {}

  /**
   * @param withThemself whether both are the same person
   */
  record NoteAcquaintance(
      SlotId slotId, WordsRef acquaintanceRef, boolean withThemself, LocalDate today)
      implements CandidateCommand {}

  record WithdrawAcquaintance(SlotId slotId, WordsRef acquaintanceRef)
      implements CandidateCommand {}
}
