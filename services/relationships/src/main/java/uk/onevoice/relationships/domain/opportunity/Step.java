package uk.onevoice.relationships.domain.opportunity;

/** What follows the opening, in this order; each may be taken back while it is the last. */
public enum Step {
  /** An expression of interest; it may be left out. */
  INTEREST,
  SUBMITTED,
  RESULT
}
