package uk.onevoice.relationships.domain.candidate;

import java.util.Collection;
import uk.onevoice.relationships.domain.judgement.Verdict;

/** In which group somebody of an organisation is shown to the team: groups, and no order in one. */
public enum Grouping {
  OPEN_AND_CAN,
  OPEN_WITH_LITTLE_SAY,
  /** Closed, or it depends. */
  NOT_OPEN,
  NOT_KNOWN;

  /**
   * What the judgements that stand say together; without an answer to openness they say nothing.
   */
  public static Grouping of(Collection<Verdict> standing) {
    if (standing.contains(Verdict.CLOSED) || standing.contains(Verdict.DEPENDS)) {
      return NOT_OPEN;
    }
    if (!standing.contains(Verdict.OPEN)) {
      return NOT_KNOWN;
    }
    if (standing.contains(Verdict.YES)) {
      return OPEN_AND_CAN;
    }
    return standing.contains(Verdict.LITTLE) || standing.contains(Verdict.SOME)
        ? OPEN_WITH_LITTLE_SAY
        : NOT_KNOWN;
  }
}
