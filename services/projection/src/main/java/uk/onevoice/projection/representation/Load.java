package uk.onevoice.projection.representation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * M12: what meetings of the last 28 days took of general practice's time. The figure is minutes a
 * week, of this many people. Names are no part of it: each person asks for their own.
 *
 * @param overFunded people whose roles are given less time than the meetings took; null, as the
 *     next, where it would tell of few people
 * @param withoutSessions people of whom nobody knows what they are given
 */
record Load(@Nullable Integer overFunded, @Nullable Integer withoutSessions)
    implements Measure.Detail {
  private static final int WEEKS = 4;

  /**
   * What the audience may see.
   *
   * @param minutes of all people together
   * @param withoutHours attendances of which no hours are known
   */
  static Measure measure(
      String name,
      LocalDate asOf,
      int people,
      int minutes,
      int withoutHours,
      Load detail,
      Audience audience) {
    return audience.sees(Part.LOAD)
        ? new Measure(
            name, true, false, null, minutes / WEEKS, people, withoutHours, asOf, null, detail)
        : Measure.withheld(name, asOf, "For leaders of general practice in the place.");
  }
}
