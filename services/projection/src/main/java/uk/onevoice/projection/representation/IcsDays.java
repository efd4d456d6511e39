package uk.onevoice.projection.representation;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import uk.onevoice.projection.reading.IcsFootprint;
import uk.onevoice.projection.reading.IcsFootprint.Chosen;
import uk.onevoice.projection.reading.PointInTime;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.representation.Areas.Kind;

/** What one caller is told of an ICS and of its places, as of one day and another. */
final class IcsDays {
  /**
   * What is told of one day.
   *
   * @param time of which the whole is told
   */
  record Day(
      PointInTime time,
      IcsFootprint footprint,
      Map<String, Measure> whole,
      Map<String, Map<String, Measure>> places) {}

  private final String odsCode;
  private final Chosen chosen;
  private final Audience whole;
  private final Map<String, Audience> places;

  IcsDays(String odsCode, Chosen chosen, Audience whole, Map<String, Audience> places) {
    this.odsCode = odsCode;
    this.chosen = chosen;
    this.whole = whole;
    this.places = places;
  }

  /**
   * The ICS and its places. Those of which the caller sees the same day and moment are asked about
   * at once, since what belongs to the ICS belongs to its places as well; unless the ICS is told
   * with the area of another day.
   */
  Day of(Snapshot facts, Set<String> keys) {
    Snapshot told = Measures.told(facts, whole);
    IcsFootprint footprint = IcsFootprint.of(told, odsCode, chosen);
    WholeIcs ics = new WholeIcs(odsCode, whole);
    if (!footprint.on().equals(told.time().asOf())) {
      return new Day(
          told.time(),
          footprint,
          ics.measures(told.on(footprint.on()), keys),
          ofPlaces(facts, keys));
    }
    Map<String, Map<String, Measure>> all =
        new HashMap<>(
            new Measures(Areas.ofIcs(told, odsCode, whole, seen(whole.isLive()))).all(keys));
    all.putAll(ofPlaces(facts, !whole.isLive(), keys));
    Map<String, Measure> asked = requireNonNull(all.remove(odsCode));
    return new Day(told.time(), footprint, ics.told(told, asked), all);
  }

  Map<String, Map<String, Measure>> ofPlaces(Snapshot facts, Set<String> keys) {
    Map<String, Map<String, Measure>> all = new HashMap<>(ofPlaces(facts, true, keys));
    all.putAll(ofPlaces(facts, false, keys));
    return all;
  }

  /**
   * @param live those that are seen as they are now, or those of which the week is told
   */
  private Map<String, Map<String, Measure>> ofPlaces(
      Snapshot facts, boolean live, Set<String> keys) {
    Map<String, Audience> some = seen(live);
    Snapshot at = live ? facts : facts.putBackTo(facts.time().weekly());
    return some.isEmpty() ? Map.of() : new Measures(new Areas(at, Kind.PLACE, some)).all(keys);
  }

  private Map<String, Audience> seen(boolean live) {
    Map<String, Audience> some = new LinkedHashMap<>();
    places.forEach((place, audience) -> {
      if (audience.isLive() == live) {
        some.put(place, audience);
      }
    });
    return some;
  }
}
