package uk.onevoice.relationships.domain.judgement;

import java.time.LocalDate;
import java.util.List;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;

/** What can be asked of a slot's judgements. None of them has a class: it follows from the rest. */
public sealed interface JudgementCommand {
  /** With what the class of the slot follows from. */
  Surroundings around();

  /**
   * Records a judgement that the vault keeps.
   *
   * @param replaces judgements of the same person and question that hold until now
   * @param ofThemself whether its author is the person it is about, under any record of theirs
   * @param around where it is about sway, with this judgement among the rest
   */
  record RecordAssessment(
      SlotId slotId,
      WordsRef assessmentRef,
      WordsRef wordsRef,
      LocalDate until,
      List<WordsRef> replaces,
      boolean ofThemself,
      Surroundings around)
      implements JudgementCommand {
    public RecordAssessment {
      replaces = List.copyOf(replaces);
    }
  }

  /**
   * Takes a judgement back.
   *
   * @param byItsAuthor whether it is its author who does
   */
  record WithdrawAssessment(
      SlotId slotId, WordsRef assessmentRef, boolean byItsAuthor, Surroundings around)
      implements JudgementCommand {}

  record EvidenceTest(
      SlotId slotId,
      RelationshipId relationshipId,
      Proof test,
      LocalDate on,
      WordsRef evidenceRef,
      Surroundings around)
      implements JudgementCommand {}

  record WithdrawTest(SlotId slotId, WordsRef evidenceRef, Surroundings around)
      implements JudgementCommand {}

  /** Looks whether the slot is still of the class it was last said to be. */
  record ClassSlot(SlotId slotId, Surroundings around) implements JudgementCommand {}
}
