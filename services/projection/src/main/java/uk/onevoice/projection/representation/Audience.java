package uk.onevoice.projection.representation;

/** For whom a view of a place is made; {@link Audiences} says who is who. */
public enum Audience {
  /** Who leads general practice of the place: everything. */
  GP_LEADER,
  /** A partner of one of its practices: counts of what all of them said, not their patients. */
  PRACTICE,
  /** Who acts for the ICB of the place, and its systems: counts that tell of nobody. */
  ICB,
  /** General practice of other places: what a mandate covers. */
  COLLEAGUE,
  /** Everybody else: what a mandate covers. */
  PARTNER;

  /** Whether the measures are its own. */
  public boolean isOfThePlace() {
    return switch (this) {
      case GP_LEADER, PRACTICE -> true;
      case ICB, COLLEAGUE, PARTNER -> false;
    };
  }

  /** General practice sees each event at once; others see the week as it began. */
  public boolean isLive() {
    return switch (this) {
      case GP_LEADER, PRACTICE, COLLEAGUE -> true;
      case ICB, PARTNER -> false;
    };
  }
}
