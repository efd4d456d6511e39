package uk.onevoice.projection.representation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * M13: what general practice and its partners promised each other whose last day in time is one of
 * the 365 before. There is no figure of both sides together.
 *
 * @param promises OURS and THEIRS, in this order
 */
record Commitments(List<Side> promises) implements Measure.Detail {
  private static final int FEWEST_DUE = 5;

  /**
   * @param due null, as the rest, for fewer than five: it would tell of one promise
   * @param notSaid due, and nobody has said whether it was kept; these are not kept
   */
  record Side(
      String side, @Nullable Integer due, @Nullable Integer kept, @Nullable Integer notSaid) {
    private Side fromFive() {
      return due != null && due < FEWEST_DUE ? new Side(side, null, null, null) : this;
    }
  }

  /** What the audience may see. */
  static Measure measure(String name, LocalDate asOf, List<Side> sides, Audience audience) {
    if (!audience.sees(Part.COMMITMENTS)) {
      return Measure.withheld(name, asOf, "For general practice of the place.");
    }
    return new Measure(
        name,
        true,
        false,
        null,
        null,
        null,
        null,
        asOf,
        null,
        new Commitments(sides.stream().map(Side::fromFive).toList()));
  }
}
