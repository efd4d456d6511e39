package uk.onevoice.mandates.domain.position;

/** What is said of an option. */
public enum Stance {
  FOR,
  AGAINST,
  CONDITIONAL,
  NEUTRAL
}
