package uk.onevoice.meetings.domain;

/** How far the outcome of an item came from what general practice said. */
public enum Influence {
  CHANGED,
  PARTLY,
  ALREADY_ALIGNED,
  NONE,
  ADVERSE,
  NOT_RELEVANT;

  /** A claim to have moved something; it counts only when a second person confirms it. */
  public boolean isClaim() {
    return this == CHANGED || this == PARTLY;
  }
}
