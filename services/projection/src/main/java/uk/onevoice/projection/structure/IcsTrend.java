package uk.onevoice.projection.structure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.IcsFootprint.Break;

/**
 * An ICS over time, on one footprint or on that of each day, with the days on which its ICB
 * followed others or was followed: figures from before and after such a day are never joined.
 *
 * @param footprintOn the day whose practices all points have; null where each has those of its day
 */
record IcsTrend(
    String odsCode,
    String name,
    Footprint footprint,
    @Nullable LocalDate footprintOn,
    LocalDate asOf,
    Instant knownAt,
    List<Break> breaks,
    List<Point> points) {

  /** With whose practices a day is told. */
  enum Footprint {
    /** As it was: the practices that the ICS had on that day. */
    THEN,
    /** As it is: the practices that the ICS has as of the day that is asked about. */
    NOW
  }

  /**
   * Null is "not known", or that no practice belonged to it on that day.
   *
   * @param segment counts the breaks before it: only points of one segment make a line
   */
  record Point(
      LocalDate on,
      int segment,
      @Nullable Integer practices,
      @Nullable Integer pcns,
      @Nullable Integer practicesWithoutPcn,
      @Nullable Long registeredPatients,
      @Nullable String listSizeMonth,
      @Nullable Integer practicesWithoutListSize) {}
}
