package uk.onevoice.projection.representation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.IcsFootprint;
import uk.onevoice.projection.reading.IcsFootprint.Chosen;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.representation.Areas.Kind;
import uk.onevoice.projection.representation.IcsDays.Day;
import uk.onevoice.projection.representation.IcsRepresentation.AYearAgo;
import uk.onevoice.projection.representation.IcsRepresentation.Beside;

/** How an ICS and, beside it, its places are represented, as of the day and a year before. */
final class IcsRepresentations {
  private record Place(String id, String name, int groups) {}

  private final Snapshot registry;
  private final String odsCode;
  private final Chosen chosen;
  private final List<Place> places;
  private final Map<String, Audience> audiences;
  private final Audience whole;
  private final IcsDays icsDays;
  private final Function<String, Audience> ofPlace;

  /**
   * @param registry at the time asked for: which places there are is no measure
   * @param ofPlace what the caller sees of a place
   * @param ofAnyPlace what they see of any
   */
  IcsRepresentations(
      Snapshot registry,
      String odsCode,
      Chosen chosen,
      Function<String, Audience> ofPlace,
      Audience ofAnyPlace) {
    this.registry = registry;
    this.odsCode = odsCode;
    this.chosen = chosen;
    this.ofPlace = ofPlace;
    this.places = places(registry.on(IcsFootprint.of(registry, odsCode, chosen).on()), odsCode);
    this.audiences =
        places.stream()
            .collect(
                Collectors.toMap(
                    Place::id,
                    place -> ofPlace.apply(place.id()),
                    (one, _) -> one,
                    LinkedHashMap::new));
    this.whole = audiences.isEmpty() ? ofAnyPlace : Audience.ofAll(audiences.values());
    this.icsDays = new IcsDays(odsCode, chosen, whole, audiences);
  }

  /** What the caller sees of the whole ICS: what they see of each of its places. */
  Audience whole() {
    return whole;
  }

  private static List<Place> places(Snapshot facts, String odsCode) {
    return facts.list(
        """
        select p.place_id, p.name,
          (select count(*) from leadership_group_of_place(:asOf, :knownAt) g
           where g.place_id = p.place_id)
        from place_at(:asOf, :knownAt) p
        join place_at(:footprint, :knownAt) lies on lies.place_id = p.place_id
        where p.open and p.part_of is null and lies.ics_id = ?
        order by p.name, p.place_id\
        """,
        row -> new Place(row.getString(1), row.getString(2), row.getInt(3)),
        odsCode);
  }

  /** Nothing when there is no such ICS. The year before is read meanwhile. */
  Optional<IcsRepresentation> of(Set<String> keys) {
    return nameOf(registry, odsCode)
        .map(name -> {
          Supplier<Day> before = yearBefore().meanwhile(facts -> icsDays.of(facts, keys));
          Day day = icsDays.of(registry, keys);
          return new IcsRepresentation(
              odsCode,
              name,
              day.time().asOf(),
              day.time().knownAt(),
              !whole.isLive(),
              day.footprint(),
              Measures.listSizeMonth(day.whole()),
              day.whole(),
              aYearAgo(before.get(), day.time().asOf()),
              beside(day.places(), before.get().places()));
        });
  }

  /**
   * What a figure of the whole is made of; nothing when there is no such ICS.
   *
   * @param caller the person who asks; null for a system
   */
  Optional<EvidencePage> evidence(String key, @Nullable String caller, AskedEvidence wanted) {
    return nameOf(registry, odsCode)
        .map(name -> {
          Snapshot told = Measures.told(registry, whole);
          Snapshot facts = told.on(IcsFootprint.of(told, odsCode, chosen).on());
          Measure measure =
              requireNonNull(new WholeIcs(odsCode, whole).measures(facts, Set.of(key)).get(key));
          return new Evidences(
                  facts, new Evidences.Asked(Kind.ICS, odsCode, name, whole, ofPlace, caller))
              .of(key, measure, wanted);
        });
  }

  /** What the ICB is called on the day. */
  static Optional<String> nameOf(Snapshot facts, String odsCode) {
    return facts.first(
        """
        select name from organisation_at(:asOf, :knownAt)
        where organisation_id = ? and kinds @> array['ICB']\
        """,
        row -> row.getString(1),
        odsCode);
  }

  /**
   * The ICS or one of its places.
   *
   * @param facts at the time of which the caller sees its measures
   */
  record Told(Kind kind, String id, String name, Snapshot facts, Map<String, Measure> measures) {}

  /** The same as {@link #of}, without the year before; nothing when there is no such ICS. */
  List<Told> told(Set<String> keys) {
    List<Told> told = new ArrayList<>();
    nameOf(registry, odsCode)
        .ifPresent(name -> {
          Day day = icsDays.of(registry, keys);
          told.add(new Told(Kind.ICS, odsCode, name, Measures.told(registry, whole), day.whole()));
          places.forEach(place ->
              told.add(
                  new Told(
                      Kind.PLACE,
                      place.id(),
                      place.name(),
                      Measures.told(registry, requireNonNull(audiences.get(place.id()))),
                      requireNonNull(day.places().get(place.id())))));
        });
    return told;
  }

  private Snapshot yearBefore() {
    return Measures.on(registry, registry.time().asOf().minusYears(1));
  }

  /** One measure of the whole ICS on several days; nothing when there is no such ICS. */
  Optional<MeasureTrend> trend(String key, List<LocalDate> days) {
    return nameOf(registry, odsCode)
        .map(name ->
            new MeasureTrend(
                odsCode,
                name,
                key,
                Measures.told(registry, whole).time().knownAt(),
                !whole.isLive(),
                days.stream().map(day -> point(key, day)).toList()));
  }

  /**
   * One measure of each place of the ICS on several days, all places of a day at once; nothing when
   * there is no such ICS.
   */
  Optional<MeasureTrend.OfPlaces> trendOfPlaces(String key, List<LocalDate> days) {
    return nameOf(registry, odsCode)
        .map(name -> {
          Map<String, List<MeasureTrend.Point>> points = new HashMap<>();
          for (LocalDate day : days) {
            Snapshot facts = Measures.on(registry, day);
            icsDays
                .ofPlaces(facts, Set.of(key))
                .forEach((place, told) ->
                    points
                        .computeIfAbsent(place, _ -> new ArrayList<>())
                        .add(
                            new MeasureTrend.Point(
                                Measures.told(facts, requireNonNull(audiences.get(place)))
                                    .time()
                                    .asOf(),
                                0,
                                requireNonNull(told.get(key)))));
          }
          return new MeasureTrend.OfPlaces(
              odsCode,
              name,
              key,
              Measures.told(registry, whole).time().knownAt(),
              places.stream()
                  .map(place ->
                      new MeasureTrend.OfPlace(
                          place.id(),
                          place.name(),
                          !requireNonNull(audiences.get(place.id())).isLive(),
                          requireNonNull(points.get(place.id()))))
                  .toList());
        });
  }

  private MeasureTrend.Point point(String key, LocalDate day) {
    Snapshot facts = Measures.told(Measures.on(registry, day), whole);
    IcsFootprint footprint = IcsFootprint.of(facts, odsCode, chosen);
    LocalDate shown = facts.time().asOf();
    return new MeasureTrend.Point(
        shown,
        chosen == Chosen.THEN
            ? (int)
                footprint.changes().stream().filter(change -> !change.on().isAfter(shown)).count()
            : 0,
        requireNonNull(
            new WholeIcs(odsCode, whole).measures(facts.on(footprint.on()), Set.of(key)).get(key)));
  }

  private AYearAgo aYearAgo(Day then, LocalDate now) {
    LocalDate day = then.time().asOf();
    boolean other =
        chosen == Chosen.THEN
            && then.footprint().changes().stream()
                .anyMatch(change -> change.on().isAfter(day) && !change.on().isAfter(now));
    return new AYearAgo(day, other, then.whole());
  }

  private List<Beside> beside(
      Map<String, Map<String, Measure>> now, Map<String, Map<String, Measure>> then) {
    return places.stream()
        .map(place -> {
          Audience audience = requireNonNull(audiences.get(place.id()));
          return new Beside(
              place.id(),
              place.name(),
              place.groups(),
              place.groups() == 0,
              Measures.told(registry, audience).time().asOf(),
              !audience.isLive(),
              requireNonNull(now.get(place.id())),
              new AYearAgo(
                  Measures.told(yearBefore(), audience).time().asOf(),
                  false,
                  requireNonNull(then.get(place.id()))));
        })
        .toList();
  }
}
