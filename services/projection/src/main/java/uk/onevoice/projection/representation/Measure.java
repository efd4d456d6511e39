package uk.onevoice.projection.representation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One of the sixteen measures of a place. All are always named: one that this caller may not see
 * says so.
 *
 * @param available whether it is measured: all sixteen are
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

  static Measure withheld(String name, LocalDate asOf, String reason) {
    return new Measure(name, true, true, reason, null, null, null, asOf, null, null);
  }
}
