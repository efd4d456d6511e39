package uk.onevoice.web.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Areas.Footprint;
import uk.onevoice.web.api.Representation.Measure;

/**
 * {@code GET /v1/ics/{odsCode}/representation}: the measures of an ICS, and its places beside it.
 *
 * @param weekly whether they are those of Monday 06:00, {@code asOf} being that day
 * @param places by name
 */
public record IcsRepresentation(
    String odsCode,
    String name,
    LocalDate asOf,
    boolean weekly,
    Footprint footprint,
    @Nullable YearMonth listSizeMonth,
    Map<String, Measure> measures,
    AYearAgo aYearAgo,
    List<PlaceBeside> places) {

  /**
   * @param otherArea whether the ICS was another area then
   */
  public record AYearAgo(LocalDate asOf, boolean otherArea, Map<String, Measure> measures) {}

  /**
   * @param exposed whether no leadership group speaks for it
   */
  public record PlaceBeside(
      String placeId,
      String name,
      int leadershipGroups,
      boolean exposed,
      LocalDate asOf,
      boolean weekly,
      Map<String, Measure> measures,
      AYearAgo aYearAgo) {}
}
