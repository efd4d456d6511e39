package uk.onevoice.projection.representation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * M9: topics on which bodies of general practice contradict each other in public, of those on which
 * somebody of the place says something.
 *
 * @param oldestDays for how long the oldest has lasted; null where there is none
 * @param lasting how many have lasted for more than 14 days
 */
record Contradictions(@Nullable Integer oldestDays, int lasting) implements Measure.Detail {
  private static final int LASTING_DAYS = 14;

  /**
   * What the audience may see: whoever wants to play two bodies off has no use for a list of where.
   *
   * @param since the first day of each topic's oldest contradiction
   * @param spokenOn topics on which somebody of the place says something in public
   */
  static Measure measure(
      String name, LocalDate asOf, List<LocalDate> since, int spokenOn, Audience audience) {
    if (!audience.sees(Part.CONTRADICTIONS)) {
      return Measure.withheld(name, asOf, "For general practice of the place.");
    }
    List<Integer> days =
        since.stream().map(day -> Math.toIntExact(ChronoUnit.DAYS.between(day, asOf))).toList();
    return new Measure(
        name,
        true,
        false,
        null,
        since.size(),
        spokenOn,
        0,
        asOf,
        null,
        new Contradictions(
            days.stream().max(Integer::compare).orElse(null),
            (int) days.stream().filter(age -> age > LASTING_DAYS).count()));
  }
}
