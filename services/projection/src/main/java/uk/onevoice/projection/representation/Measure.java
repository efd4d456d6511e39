package uk.onevoice.projection.representation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One of the sixteen measures of an area. All are always named: one that this caller may not see
 * says so.
 *
 * @param available whether it is measured: all sixteen are of places and ICSs
 * @param withheld whether it is measured, and not for this caller
 * @param reason for what is not there
 * @param unknown what the figure leaves out because nobody knows it; the measure says of what
 */
record Measure(
    String name,
    boolean available,
    boolean withheld,
    @Nullable String reason,
    @Nullable Integer numerator,
    @Nullable Integer denominator,
    @Nullable Integer unknown,
    LocalDate asOf,
    @Nullable String listSizeMonth,
    @JsonUnwrapped @Nullable Detail detail) {

  /** What a measure says beside its figure. */
  sealed interface Detail
      permits Coverage,
          SlotCoverage,
          Spread,
          Influence,
          Beforehand,
          Contradictions,
          LoopClosure,
          EmptyChairs,
          Load,
          Ambition,
          Underpinned,
          Strength,
          Staleness,
          SinglePoints,
          Commitments,
          JointGroups {}

  /** The same figure with another detail. */
  Measure with(Detail other) {
    return new Measure(
        name,
        available,
        withheld,
        reason,
        numerator,
        denominator,
        unknown,
        asOf,
        listSizeMonth,
        other);
  }

  /** What it counts, an area of this kind does not have. */
  static Measure notMeasured(String name, LocalDate asOf, String reason) {
    return new Measure(name, false, false, reason, null, null, null, asOf, null, null);
  }

  static Measure withheld(String name, LocalDate asOf, String reason) {
    return new Measure(name, true, true, reason, null, null, null, asOf, null, null);
  }
}
