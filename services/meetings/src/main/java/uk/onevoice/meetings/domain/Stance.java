package uk.onevoice.meetings.domain;

/** What general practice says to an item. */
public enum Stance {
  FOR,
  AGAINST,
  CONDITIONAL,
  NEUTRAL
}
