package uk.onevoice.relationships.domain.judgement;

/**
 * How strong the best relationship of a slot is, from what was shown in the {@link
 * Strengths#WINDOW_DAYS days} before. Nobody types it in. The order is from the best.
 */
public enum Strength {
  /** Two of the three tests or all, with somebody who can make it happen. */
  STRONG,
  /** At least one test, and not strong. */
  SOME,
  /** No test, with somebody of whom we know what they can make happen. */
  NONE,
  /** No test, and nobody knows what they can make happen; or nobody is in touch. */
  UNKNOWN
}
