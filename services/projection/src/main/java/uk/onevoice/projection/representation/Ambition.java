package uk.onevoice.projection.representation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * M14: at which level the practices of the place take part in their federations' ambition, and how
 * many of the asks that have become due they acted on.
 *
 * @param levels 0 to 4, and those without one
 */
record Ambition(List<Level> levels) implements Measure.Detail {
  /**
   * @param level 0 to 4, or NONE for practices that have signed at none
   * @param patients null where they are not known, or not for this audience
   * @param withoutListSize practices that the patients leave out
   */
  record Level(
      String level, int practices, @Nullable Long patients, @Nullable Integer withoutListSize) {
    private Level withoutPatients() {
      return new Level(level, practices, null, null);
    }
  }

  /** Asks that have become due, and what became of them. */
  record FollowThrough(int due, int actedOn, int notSaid) {}

  /** What the audience may see: what practices take on is for general practice of the place. */
  static Measure measure(
      String name,
      LocalDate asOf,
      @Nullable String listSizeMonth,
      List<Level> levels,
      FollowThrough asks,
      Audience audience) {
    if (!audience.sees(Part.AMBITION)) {
      return Measure.withheld(name, asOf, "For general practice of the place.");
    }
    boolean leads = audience.sees(Part.PATIENTS);
    return new Measure(
        name,
        true,
        false,
        null,
        asks.actedOn(),
        asks.due(),
        asks.notSaid(),
        asOf,
        leads ? listSizeMonth : null,
        new Ambition(leads ? levels : levels.stream().map(Level::withoutPatients).toList()));
  }
}
