package uk.onevoice.projection.representation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.PointInTime;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.representation.Areas.Kind;
import uk.onevoice.service.problem.Problem;

/** Asks the sixteen measures of areas, each cut to what the audience may see. */
final class Measures {
  private static final Map<String, String> NAMES = names();

  /** Why some measures say nothing of a federation: what they count is no federation's. */
  private static final Map<String, String> NOT_OF_FEDERATIONS =
      Map.of(
          "M13", "Promises are counted for a place: they are made in its key relationships.",
          "M16", "Joint groups belong to a place.");

  /** What is counted of one forum. */
  private static final Set<String> OF_FORUMS = Set.of("M6", "M7", "M8", "M10", "M11", "M12", "M15");

  private static final String NOT_OF_FORUMS = "Not a measure of one forum.";

  private final Areas areas;
  private final LocalDate asOf;

  Measures(Areas areas) {
    this.areas = areas;
    this.asOf = areas.facts().time().asOf();
  }

  /** M1 to M16. */
  static Set<String> keys() {
    return NAMES.keySet();
  }

  /** The one of this key; that there is none is not found. */
  static Set<String> only(String key) {
    if (!NAMES.containsKey(key)) {
      throw Problem.notFound().exception();
    }
    return Set.of(key);
  }

  /** Of which month the patients are that are told; null where none are. */
  static @Nullable String listSizeMonth(Map<String, Measure> measures) {
    return measures.values().stream()
        .map(Measure::listSizeMonth)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /**
   * A place. Nothing when no such place is known.
   *
   * @param registry at the time asked for: that a place exists is no measure
   */
  static Optional<Representation> of(
      String placeId, Snapshot registry, Audience audience, Set<String> keys) {
    Snapshot facts = told(registry, audience);
    return registry
        .first(
            "select name, ics_id from place_at(:asOf, :knownAt) where place_id = ?",
            row -> new String[] {row.getString(1), row.getString(2)},
            placeId)
        .map(place -> {
          var measures =
              requireNonNull(
                  new Measures(new Areas(facts, Kind.PLACE, Map.of(placeId, audience)))
                      .all(keys)
                      .get(placeId));
          return new Representation(
              placeId,
              place[0],
              place[1],
              facts.time().asOf(),
              facts.time().knownAt(),
              !audience.isLive(),
              listSizeMonth(measures),
              measures,
              audience.sees(Part.COMING) ? coming(facts, placeId) : null);
        });
  }

  /**
   * What a figure of a place is made of. Nothing when no such place is known.
   *
   * @param ofPlace what the caller sees of a place
   * @param caller the person who asks; null for a system
   */
  static Optional<EvidencePage> evidence(
      String placeId,
      Snapshot registry,
      Function<String, Audience> ofPlace,
      @Nullable String caller,
      String key,
      AskedEvidence wanted) {
    Audience audience = ofPlace.apply(placeId);
    Snapshot facts = told(registry, audience);
    return registry
        .first(
            "select name from place_at(:asOf, :knownAt) where place_id = ?",
            row -> row.getString(1),
            placeId)
        .map(name -> {
          var measures =
              new Measures(new Areas(facts, Kind.PLACE, Map.of(placeId, audience)))
                  .all(Set.of(key));
          return new Evidences(
                  facts, new Evidences.Asked(Kind.PLACE, placeId, name, audience, ofPlace, caller))
              .of(key, requireNonNull(requireNonNull(measures.get(placeId)).get(key)), wanted);
        });
  }

  /** One measure of a place on several days; nothing when no such place is known. */
  static Optional<MeasureTrend> trend(
      String placeId, Snapshot registry, Audience audience, String key, List<LocalDate> days) {
    return registry
        .first(
            "select name from place_at(:asOf, :knownAt) where place_id = ?",
            row -> row.getString(1),
            placeId)
        .map(name ->
            new MeasureTrend(
                placeId,
                name,
                key,
                told(registry, audience).time().knownAt(),
                !audience.isLive(),
                days.stream()
                    .map(day -> {
                      Snapshot facts = told(on(registry, day), audience);
                      var measures =
                          new Measures(new Areas(facts, Kind.PLACE, Map.of(placeId, audience)))
                              .all(Set.of(key));
                      return new MeasureTrend.Point(
                          facts.time().asOf(),
                          0,
                          requireNonNull(requireNonNull(measures.get(placeId)).get(key)));
                    })
                    .toList()));
  }

  /** The same state of the facts, asked about another day. */
  static Snapshot on(Snapshot facts, LocalDate day) {
    PointInTime time = facts.time();
    return facts.at(new PointInTime(day, time.knownAt(), time.everything()));
  }

  /** At the time of which the audience may see measures; the registry stays as it is. */
  static Snapshot told(Snapshot facts, Audience audience) {
    return audience.isLive() ? facts : facts.putBackTo(facts.time().weekly());
  }

  private static List<Coming> coming(Snapshot facts, String placeId) {
    return facts.list(
        """
        select split_part(mandate_id, '#', 1), topic_id, topic, label, board, holder_id, valid_from,
          valid_to
        from mandate_at(:asOf, :knownAt)
        where place_id = ? and opened <= :asOf and valid_from > :asOf
          and state in ('ASKED', 'LIVE')
        order by valid_from, mandate_id, topic, board nulls first\
        """,
        row ->
            new Coming(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getObject(8, LocalDate.class)),
        placeId);
  }

  /** Those asked for, by area and key. */
  Map<String, Map<String, Measure>> all(Set<String> keys) {
    Map<String, Map<String, Measure>> all = new LinkedHashMap<>();
    var asked = new Asked(areas, keys);
    NAMES.forEach((key, name) -> {
      if (keys.contains(key)) {
        measure(key, name, asked)
            .forEach((area, measure) ->
                all.computeIfAbsent(area, _ -> new LinkedHashMap<>()).put(key, measure));
      }
    });
    return all;
  }

  /** Where each measure is asked for; what several of them look at is looked at once. */
  private record Asked(
      MandateMeasures mandates, MeetingMeasures meetings, RelationshipMeasures relationships) {
    Asked(Areas areas, Set<String> keys) {
      this(
          new MandateMeasures(areas),
          new MeetingMeasures(areas, keys),
          new RelationshipMeasures(areas));
    }
  }

  private Map<String, Measure> measure(String key, String name, Asked asked) {
    if (areas.are(Kind.FEDERATION) && NOT_OF_FEDERATIONS.containsKey(key)) {
      return areas.each(
          (_, _) -> Measure.notMeasured(name, asOf, requireNonNull(NOT_OF_FEDERATIONS.get(key))));
    }
    if (areas.are(Kind.PLACE_FORUM) && !OF_FORUMS.contains(key)) {
      return areas.each((_, _) -> Measure.notMeasured(name, asOf, NOT_OF_FORUMS));
    }
    return switch (key) {
      case "M1" -> asked.mandates().coverage(name);
      case "M2" -> asked.relationships().coverage(name);
      case "M3" -> asked.relationships().strength(name);
      case "M4" -> asked.relationships().staleness(name);
      case "M5" -> asked.relationships().singlePoints(name);
      case "M6" -> asked.meetings().spread(name);
      case "M7" -> asked.meetings().influence(name);
      case "M8" -> asked.meetings().beforehand(name);
      case "M9" -> asked.mandates().contradictions(name);
      case "M10" -> asked.meetings().loopClosure(name);
      case "M11" -> asked.meetings().emptyChairs(name);
      case "M12" -> asked.meetings().load(name);
      case "M13" -> asked.relationships().commitments(name);
      case "M14" -> asked.mandates().ambition(name);
      case "M15" -> asked.meetings().underpinned(name);
      case "M16" -> asked.relationships().jointGroups(name);
      default -> throw new IllegalStateException(key + " is no measure");
    };
  }

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("M1", "Mandate coverage");
    names.put("M2", "Relationship coverage");
    names.put("M3", "Relationship strength");
    names.put("M4", "Time since last contact");
    names.put("M5", "Single points of failure");
    names.put("M6", "Spread of attendance");
    names.put("M7", "Influence");
    names.put("M8", "Agreed beforehand or cold");
    names.put("M9", "Contradictions");
    names.put("M10", "Feedback to practices");
    names.put("M11", "Empty chairs");
    names.put("M12", "Load");
    names.put("M13", "Commitments kept");
    names.put("M14", "Ambition");
    names.put("M15", "Underpinned set pieces");
    names.put("M16", "Joint group health");
    return names;
  }
}
