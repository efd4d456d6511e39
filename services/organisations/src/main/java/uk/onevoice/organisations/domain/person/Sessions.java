package uk.onevoice.organisations.domain.person;

/**
 * What a role is given of somebody's week.
 *
 * @param perWeek funded sessions, half a day each
 * @param protectedHours hours a week kept free for building relationships
 */
public record Sessions(double perWeek, double protectedHours) {
  private static final double MOST_SESSIONS = 14;
  private static final double MOST_HOURS = 60;

  /** Halves of a session and of an hour, and no more than a week has. */
  public boolean canBe() {
    return inHalves(perWeek, MOST_SESSIONS) && inHalves(protectedHours, MOST_HOURS);
  }

  private static boolean inHalves(double number, double most) {
    return number >= 0 && number <= most && Math.rint(number * 2) == number * 2;
  }
}
