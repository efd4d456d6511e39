package uk.onevoice.projection.representation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.representation.Areas.Kind;

/**
 * The measures of a whole ICS for one audience: who sees a part of each of its places sees that
 * part of the whole. What may not be told of a place may not be worked out from the whole either:
 * where something is withheld of places, what is left when the others are taken away has to be
 * something that the audience might be told.
 */
final class WholeIcs {
  private static final int FEWEST_PEOPLE = 5;

  /** Counts that some see who do not see all, with the part of those who do. */
  private static final Map<String, Part> COUNTED =
      Map.of(
          "M2", Part.SLOTS,
          "M3", Part.SLOTS,
          "M4", Part.SLOTS,
          "M5", Part.SLOTS,
          "M7", Part.INFLUENCE);

  private final String odsCode;
  private final Audience audience;

  WholeIcs(String odsCode, Audience audience) {
    this.odsCode = odsCode;
    this.audience = audience;
  }

  /**
   * @param facts at the time of which the audience may see measures, with the ICS's area of the day
   */
  Map<String, Measure> measures(Snapshot facts, Set<String> keys) {
    return told(
        facts, requireNonNull(of(facts, Kind.ICS, Map.of(odsCode, audience), keys).get(odsCode)));
  }

  /**
   * What may be told of measures that were asked for already.
   *
   * @param facts of which they were asked
   */
  Map<String, Measure> told(Snapshot facts, Map<String, Measure> whole) {
    Map<String, Measure> told = new LinkedHashMap<>(whole);
    LocalDate asOf = facts.time().asOf();
    told.replaceAll((_, measure) ->
        measure.withheld()
            ? Measure.withheld(measure.name(), asOf, "For who sees it of each of its places.")
            : ofPeople(measure));
    Set<String> counted = new LinkedHashSet<>();
    told.forEach((key, measure) -> {
      if (COUNTED.containsKey(key)
          && !measure.withheld()
          && !audience.sees(requireNonNull(COUNTED.get(key)))) {
        counted.add(key);
      }
    });
    boolean shares = told.containsKey("M1") && !audience.sees(Part.PATIENTS);
    if (counted.isEmpty() && !shares) {
      return told;
    }
    Set<String> needed = new LinkedHashSet<>(counted);
    if (shares) {
      needed.add("M1");
    }
    Map<String, Map<String, Measure>> places = of(facts, Kind.PLACE, everyPlace(facts), needed);
    for (String key : counted) {
      told.computeIfPresent(key, (_, measure) -> unlessTold(key, measure, facts, places));
    }
    told.computeIfPresent("M1", (_, measure) -> shares ? lessThan(measure, places) : measure);
    return told;
  }

  /** Counts of few people are not told of an ICS. */
  private static Measure ofPeople(Measure measure) {
    return switch (measure.detail()) {
      case Spread spread ->
          some(measure.numerator())
              ? few(measure)
              : measure.with(
                  new Spread(
                      spread.spread().stream().filter(one -> one.seriesId() == null).toList()));
      case Load load ->
          some(measure.denominator())
              ? few(measure)
              : measure.with(
                  new Load(
                      some(load.overFunded()) ? null : load.overFunded(),
                      some(load.withoutSessions()) ? null : load.withoutSessions()));
      case null, default -> measure;
    };
  }

  private static boolean some(@Nullable Integer people) {
    return people != null && people > 0 && people < FEWEST_PEOPLE;
  }

  private static Measure few(Measure measure) {
    return Measure.withheld(measure.name(), measure.asOf(), "Fewer than five people.");
  }

  /** Every place of which something may be counted, also in the past. */
  private Map<String, Audience> everyPlace(Snapshot facts) {
    Map<String, Audience> places = new LinkedHashMap<>();
    facts
        .list(
            """
            select distinct place_id from area_place('ICS', array[?], :footprint, :asOf, :registryAt)
            where from_day <= :asOf and to_day > :asOf - 365 order by place_id\
            """,
            row -> row.getString(1),
            odsCode)
        .forEach(place -> places.put(place, audience));
    return places;
  }

  private Measure unlessTold(
      String key, Measure whole, Snapshot facts, Map<String, Map<String, Measure>> places) {
    List<String> hidden =
        places.entrySet().stream()
            .filter(place -> requireNonNull(place.getValue().get(key)).withheld())
            .map(Map.Entry::getKey)
            .toList();
    if (hidden.isEmpty()) {
      return whole;
    }
    String rest = Areas.together(hidden);
    Measure left =
        requireNonNull(
            requireNonNull(of(facts, Kind.PLACE, Map.of(rest, audience), Set.of(key)).get(rest))
                .get(key));
    return left.withheld()
        ? Measure.withheld(
            whole.name(), whole.asOf(), "It would tell what is withheld of its places.")
        : whole;
  }

  private static Measure lessThan(Measure whole, Map<String, Map<String, Measure>> places) {
    List<Coverage> parts =
        places.values().stream()
            .map(place -> requireNonNull(place.get("M1")).detail())
            .filter(Coverage.class::isInstance)
            .map(Coverage.class::cast)
            .toList();
    return whole.detail() instanceof Coverage coverage
        ? whole.with(coverage.lessThan(parts))
        : whole;
  }

  private static Map<String, Map<String, Measure>> of(
      Snapshot facts, Kind kind, Map<String, Audience> audiences, Set<String> keys) {
    return audiences.isEmpty()
        ? Map.of()
        : new Measures(new Areas(facts, kind, audiences)).all(keys);
  }
}
