package uk.onevoice.projection.representation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * M6: how many people carry the meetings of a place, over all of them and for each series. The
 * figure is people of the meetings of which somebody entered who was there.
 *
 * @param spread all meetings first, then each series
 */
record Spread(List<Carried> spread) implements Measure.Detail {
  private static final int FEWEST_MEETINGS = 4;

  /**
   * @param seriesId null for all meetings
   * @param unrecorded meetings of which nobody entered who was there
   * @param effectivePeople 1 / sum of the squared shares of attendance, with one decimal: 1 where
   *     one person went to all; null below four meetings, as are the next three
   * @param continuityPercent consecutive meetings that share a person
   * @param leadPercent attendances of whoever went most
   * @param substitutesPercent attendances by stand-ins
   */
  record Carried(
      @Nullable String seriesId,
      int meetings,
      int unrecorded,
      int attendances,
      int people,
      @Nullable Double effectivePeople,
      @Nullable Integer continuityPercent,
      @Nullable Integer leadPercent,
      @Nullable Integer substitutesPercent) {

    /**
     * @param squares sum of the squares of each person's attendances
     * @param lead the most attendances of one person
     * @param continued consecutive meetings that share a person
     */
    static Carried of(
        @Nullable String seriesId,
        int meetings,
        int unrecorded,
        int attendances,
        int people,
        int squares,
        int lead,
        int substitutes,
        int continued) {
      boolean enough = meetings >= FEWEST_MEETINGS;
      return new Carried(
          seriesId,
          meetings,
          unrecorded,
          attendances,
          people,
          enough ? Math.round(10.0 * attendances * attendances / squares) / 10.0 : null,
          enough ? percent(continued, meetings - 1) : null,
          enough ? percent(lead, attendances) : null,
          enough ? percent(substitutes, attendances) : null);
    }
  }

  private static int percent(int part, int whole) {
    return Math.round(100f * part / whole);
  }

  static Measure measure(String name, LocalDate asOf, List<Carried> spread, Audience audience) {
    if (!audience.sees(Part.MEETINGS)) {
      return Measure.withheld(name, asOf, "For general practice of the place.");
    }
    boolean none = spread.isEmpty();
    return new Measure(
        name,
        true,
        false,
        null,
        none ? 0 : spread.getFirst().people(),
        none ? 0 : spread.getFirst().meetings(),
        none ? 0 : spread.getFirst().unrecorded(),
        asOf,
        null,
        new Spread(spread));
  }
}
