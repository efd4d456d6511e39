package uk.onevoice.relationships.domain.judgement;

import java.time.LocalDate;
import java.util.List;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;

/**
 * What has happened to the judgements of a slot, by reference: no event says whom one is about,
 * what it says or what it rests on. The schemas are in contracts/events/relationships.
 */
public sealed interface JudgementEvent {
  /**
   * Somebody of the team judged somebody on the other side.
   *
   * @param assessmentRef where the vault keeps whom it is about and what it answers
   * @param wordsRef where the vault keeps the words with it
   * @param on the day it was made
   * @param until the day it ends by itself; it holds no longer on that day
   * @param replaces earlier judgements of the same person and question
   */
  record AssessmentRecorded(
      SlotId slotId,
      WordsRef assessmentRef,
      WordsRef wordsRef,
      LocalDate on,
      LocalDate until,
      List<WordsRef> replaces)
      implements JudgementEvent {
    public AssessmentRecorded {
      replaces = List.copyOf(replaces);
    }
  }

  /** Its author took a judgement back; what it replaced holds again. */
  record AssessmentWithdrawn(SlotId slotId, WordsRef assessmentRef, LocalDate on)
      implements JudgementEvent {}

  /**
   * A relationship has passed one of the three tests.
   *
   * @param on the day it showed
   * @param evidenceRef by what, in the vault
   */
  record TestEvidenced(
      SlotId slotId, RelationshipId relationshipId, Proof test, LocalDate on, WordsRef evidenceRef)
      implements JudgementEvent {}

  /** The evidence was a mistake. */
  record TestWithdrawn(SlotId slotId, WordsRef evidenceRef) implements JudgementEvent {}

  /**
   * Of which class the slot is from this day on, as far as is known today. Steps of earlier events
   * before this day stay what was known then; those from this day on are replaced.
   *
   * @param on the day on which it was known
   * @param steps in the order of their days, the first of which is {@code on}
   */
  record SlotClassed(SlotId slotId, LocalDate on, List<Step> steps) implements JudgementEvent {
    public SlotClassed {
      steps = List.copyOf(steps);
    }
  }
}
