package uk.onevoice.mandates.domain.ambition;

/** How far a practice goes along, from 0, not at all, to 4, as one with the others. */
public record Level(int value) {
  public Level {
    if (value < 0 || value > 4) {
      throw new IllegalArgumentException("A level of ambition is 0 to 4.");
    }
  }
}
