package uk.onevoice.projection.representation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One measure of a place or an ICS over time, each point asked for as it is asked for today.
 *
 * @param areaId the place, or the code of the ICB
 * @param measure M1 to M16
 * @param weekly whether all dates were put back to Monday 06:00 Europe/London
 */
record MeasureTrend(
    String areaId,
    String name,
    String measure,
    Instant knownAt,
    boolean weekly,
    List<Point> points) {

  /**
   * @param on the day, as the caller may know it
   * @param segment counts the days before it on which the area of the ICS changed: only points of
   *     one segment make a line
   */
  record Point(LocalDate on, int segment, Measure measure) {}

  /**
   * One measure of each place of an ICS over time, as that of each place says it.
   *
   * @param odsCode of the ICB
   * @param knownAt of the whole ICS
   * @param places those of the ICS as it is asked for, by name
   */
  record OfPlaces(
      String odsCode, String name, String measure, Instant knownAt, List<OfPlace> places) {}

  /**
   * @param areaId the place
   * @param weekly whether all dates were put back to Monday 06:00 Europe/London
   */
  record OfPlace(String areaId, String name, boolean weekly, List<Point> points) {}
}
