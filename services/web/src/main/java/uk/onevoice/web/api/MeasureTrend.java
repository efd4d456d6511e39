package uk.onevoice.web.api;

import java.time.LocalDate;
import java.util.List;
import uk.onevoice.web.api.Representation.Measure;

/** {@code GET …/representation/{measure}/trend}: one measure of a place or an ICS over time. */
public record MeasureTrend(String areaId, String name, List<Point> points) {

  /**
   * @param segment only points of one segment may be compared
   */
  public record Point(LocalDate on, int segment, Measure measure) {}

  /** {@code GET …/trend/places}: of an ICS, of each of its places by name. */
  public record OfPlaces(String odsCode, String name, List<MeasureTrend> places) {}
}
