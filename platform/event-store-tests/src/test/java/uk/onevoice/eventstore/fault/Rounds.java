package uk.onevoice.eventstore.fault;

/** How often a fault is repeated: five times in every build, more often where somebody asks. */
final class Rounds {
  private Rounds() {}

  static int count() {
    return Integer.getInteger("onevoice.chaos.rounds", 5);
  }
}
