package uk.onevoice.relationships.adapter.http;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.candidate.IntroductionId;
import uk.onevoice.relationships.domain.candidate.PersuasionId;
import uk.onevoice.relationships.domain.candidate.Progress;
import uk.onevoice.relationships.domain.judgement.Basis;
import uk.onevoice.relationships.domain.judgement.Proof;
import uk.onevoice.relationships.domain.judgement.Verdict;

/** What callers send about judgements and candidates, and how new things are called. */
final class JudgementBodies {
  private JudgementBodies() {}

  /**
   * @param until the day it ends, null for the usual time
   */
  record RecordAssessment(
      CounterpartRef counterpartRef,
      Verdict verdict,
      Basis basis,
      String words,
      @Nullable LocalDate until) {}

  /**
   * @param counterpartRef who showed it; null for all whom the relationship is with
   * @param evidence what happened
   */
  record EvidenceTest(
      RelationshipId relationshipId,
      @Nullable CounterpartRef counterpartRef,
      Proof test,
      LocalDate on,
      String evidence) {}

  record AssessmentRef(SlotId slotId, WordsRef assessmentRef) {}

  record EvidenceRef(SlotId slotId, WordsRef evidenceRef) {}

  /**
   * @param recommendation who recommended them and why, null where nobody did
   */
  record NoteCandidate(CounterpartRef counterpartRef, @Nullable String recommendation) {}

  record AskIntroduction(CounterpartRef candidateRef, CounterpartRef throughRef, LocalDate on) {}

  record SettleIntroduction(boolean made, LocalDate on) {}

  record PlanPersuasion(CounterpartRef allyRef, CounterpartRef colleagueRef) {}

  record MovePersuasion(Progress progress) {}

  /**
   * @param from from where they know each other
   */
  record NoteAcquaintance(CounterpartRef oneRef, CounterpartRef otherRef, String from) {}

  record CandidateRef(SlotId slotId, CounterpartRef candidateRef) {}

  record IntroductionRef(SlotId slotId, IntroductionId introductionId) {}

  record PersuasionRef(SlotId slotId, PersuasionId persuasionId) {}

  record AcquaintanceRef(SlotId slotId, WordsRef acquaintanceRef) {}
}
