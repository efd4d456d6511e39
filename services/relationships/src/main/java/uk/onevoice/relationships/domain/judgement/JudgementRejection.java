package uk.onevoice.relationships.domain.judgement;

import java.time.LocalDate;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.RelationshipId;

/** The rule that said no. */
public sealed interface JudgementRejection {
  /** A judgement ends, on a later day than today and within {@link Judgements#LONGEST_MONTHS}. */
  record EndsOutOfBounds(LocalDate until, LocalDate latest) implements JudgementRejection {}

  record JudgesThemself() implements JudgementRejection {}

  record NoSuchAssessment(WordsRef assessmentRef) implements JudgementRejection {}

  /** Only who made a judgement takes it back. */
  record NotItsAuthor(WordsRef assessmentRef) implements JudgementRejection {}

  record NotLive(RelationshipId relationshipId) implements JudgementRejection {}

  record NotShownYet(LocalDate on) implements JudgementRejection {}

  /** It would count for nothing: the window had passed before it was entered. */
  record ShownTooLongAgo(LocalDate on, LocalDate earliest) implements JudgementRejection {}

  record NoSuchTest(WordsRef evidenceRef) implements JudgementRejection {}
}
