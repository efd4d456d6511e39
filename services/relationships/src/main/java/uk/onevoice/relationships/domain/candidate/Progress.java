package uk.onevoice.relationships.domain.candidate;

/** How far an ally has come with a colleague. */
public enum Progress {
  PLANNED,
  /** The ally has spoken to the colleague for us. */
  SPOKEN,
  WON,
  NOT_WON;

  boolean isOver() {
    return this == WON || this == NOT_WON;
  }
}
