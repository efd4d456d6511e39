package uk.onevoice.projection.representation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.IcsFootprint;

/**
 * How general practice of an ICS is represented, worked out afresh from all its practices, meetings
 * and relationships: neither the sum nor the mean of its places, which stand beside it.
 *
 * @param weekly whether both dates were put back to Monday 06:00 Europe/London
 * @param measures of the whole ICS
 * @param places by name, each with its own figures: there is no order of merit
 */
record IcsRepresentation(
    String odsCode,
    String name,
    LocalDate asOf,
    Instant knownAt,
    boolean weekly,
    IcsFootprint footprint,
    @Nullable String listSizeMonth,
    Map<String, Measure> measures,
    AYearAgo aYearAgo,
    List<Beside> places) {

  /**
   * The same as of the day a year before, as far as it is known.
   *
   * @param otherArea whether it was another area then, so that the two are not to be compared
   */
  record AYearAgo(LocalDate asOf, boolean otherArea, Map<String, Measure> measures) {}

  /**
   * A place, to be compared with its own past.
   *
   * @param leadershipGroups that speak for it
   * @param exposed whether none does
   * @param asOf of its measures, which may be live where those of the ICS are not
   */
  record Beside(
      String placeId,
      String name,
      int leadershipGroups,
      boolean exposed,
      LocalDate asOf,
      boolean weekly,
      Map<String, Measure> measures,
      AYearAgo aYearAgo) {}
}
