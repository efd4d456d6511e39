package uk.onevoice.projection.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.IcsFootprint;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.representation.Audience;
import uk.onevoice.projection.representation.JoinedUp;
import uk.onevoice.projection.representation.Part;

/** Structures of ICSs and places, from one state of the facts. */
final class Structures {
  /** An ICB stands for its ICS. */
  private record Icb(String id, String name, boolean open) {}

  private record PartnerCount(String icsId, String kind, String sector, int count) {}

  private final Snapshot facts;

  Structures(Snapshot facts) {
    this.facts = facts;
  }

  /** Those that are open, and those that are not and yet have practices. */
  IcsList all() {
    Map<String, AreaStructure> structures = areas("ICS", null);
    List<PartnerCount> partners = partners(null);
    List<IcsSummary> items =
        icbs().stream()
            .filter(icb -> icb.open() || structures.containsKey(icb.id()))
            .map(icb -> summary(icb, structures.get(icb.id()), partners))
            .toList();
    var time = facts.time();
    return new IcsList(time.asOf(), time.knownAt(), items, totals(items), null);
  }

  private IcsTotals totals(List<IcsSummary> items) {
    @Nullable AreaStructure all = areas("ALL", null).get("ALL");
    List<String> months =
        items.stream().map(IcsSummary::listSizeMonth).filter(Objects::nonNull).distinct().toList();
    List<Long> patients =
        items.stream().map(IcsSummary::registeredPatients).filter(Objects::nonNull).toList();
    Map<String, Integer> partners =
        facts
            .list(
                """
                select kind, count(distinct organisation_id) from ics_partner(:footprint, :asOf, :knownAt)
                group by kind\
                """,
                row -> Map.entry(row.getString(1), row.getInt(2)))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new IcsTotals(
        items.size(),
        all == null ? null : all.practices(),
        all == null ? null : all.pcns(),
        all == null ? null : all.practicesWithoutPcn(),
        all == null ? null : all.subIcbs(),
        partners.get("TRUST"),
        partners.get("COUNCIL"),
        patients.isEmpty() ? null : patients.stream().mapToLong(Long::longValue).sum(),
        months.size() == 1 ? months.getFirst() : null,
        all == null
            ? null
            : items.stream()
                .map(IcsSummary::practicesWithoutListSize)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum());
  }

  Optional<IcsSummary> summary(String odsCode, IcsFootprint footprint) {
    return icb(odsCode)
        .map(icb ->
            summary(icb, areas("ICS", List.of(odsCode)).get(odsCode), partners(odsCode))
                .with(footprint));
  }

  /** What the ICB of an ICS is called; empty where it is no ICS. */
  Optional<String> nameOf(String odsCode) {
    return icb(odsCode).map(Icb::name);
  }

  /**
   * @param audience what the caller sees of a place
   */
  Optional<IcsStructure> structure(
      String odsCode, IcsFootprint footprint, Function<String, Audience> audience) {
    return icb(odsCode)
        .map(icb -> {
          @Nullable AreaStructure area = areas("ICS", List.of(odsCode)).get(odsCode);
          List<PartnerCount> partners = partners(odsCode);
          IcsSummary summary = summary(icb, area, partners);
          Map<String, Integer> sectors = new TreeMap<>();
          partners.stream()
              .filter(partner -> partner.kind().equals("TRUST"))
              .forEach(partner -> sectors.merge(partner.sector(), partner.count(), Integer::sum));
          return new IcsStructure(
              odsCode,
              icb.name(),
              icb.open(),
              facts.time().asOf(),
              facts.time().knownAt(),
              summary.practices(),
              summary.pcns(),
              summary.practicesWithoutPcn(),
              summary.subIcbs(),
              summary.trusts(),
              sectors,
              summary.councils(),
              area == null ? null : area.federations(),
              area == null ? null : area.practicesInFederation(),
              area == null ? null : area.lmcs(),
              area == null ? null : area.practicesWithoutPlace(),
              summary.registeredPatients(),
              summary.listSizeMonth(),
              summary.practicesWithoutListSize(),
              footprint,
              picture(placesOf(odsCode), audience));
        });
  }

  /** Answers are shown as they fall, for the week as it began, or not at all. */
  private List<PlaceOfIcs> picture(
      List<PlaceStructure> places, Function<String, Audience> audience) {
    List<String> inside = new ArrayList<>();
    List<String> outside = new ArrayList<>();
    for (PlaceStructure place : places) {
      Audience sees = audience.apply(place.placeId());
      if (sees.sees(Part.COVERAGE)) {
        (sees.isLive() ? inside : outside).add(place.placeId());
      }
    }
    Snapshot weekly = facts.at(facts.time().weekly());
    Map<String, List<JoinedUp>> joinedUp = new HashMap<>(JoinedUp.byPlace(facts, inside));
    joinedUp.putAll(JoinedUp.byPlace(weekly, outside));
    return places.stream()
        .map(place ->
            new PlaceOfIcs(
                place,
                (inside.contains(place.placeId()) ? facts : weekly).time().asOf(),
                joinedUp.getOrDefault(place.placeId(), List.of())))
        .toList();
  }

  private static IcsSummary summary(
      Icb icb, @Nullable AreaStructure area, List<PartnerCount> partners) {
    return new IcsSummary(
        icb.id(),
        icb.name(),
        icb.open(),
        area == null ? null : area.practices(),
        area == null ? null : area.pcns(),
        area == null ? null : area.practicesWithoutPcn(),
        area == null ? null : area.subIcbs(),
        count(partners, icb.id(), "TRUST"),
        count(partners, icb.id(), "COUNCIL"),
        area == null ? null : area.registeredPatients(),
        area == null ? null : area.listSizeMonth(),
        area == null ? null : area.practicesWithoutListSize(),
        null);
  }

  private static @Nullable Integer count(List<PartnerCount> partners, String ics, String kind) {
    int count =
        partners.stream()
            .filter(partner -> partner.icsId().equals(ics) && partner.kind().equals(kind))
            .mapToInt(PartnerCount::count)
            .sum();
    return count == 0 ? null : count;
  }

  /** The places of an ICS, or of all. */
  List<PlaceStructure> placesOf(@Nullable String ics) {
    List<Place> places =
        facts.list(
            """
            select p.* from place_at(:asOf, :knownAt) p
            join place_at(:footprint, :knownAt) lies on lies.place_id = p.place_id
            where p.open and p.part_of is null and (?::text is null or lies.ics_id = ?)
            order by p.place_id\
            """,
            Structures::place,
            ics,
            ics);
    return structures("PLACE", places);
  }

  /** The neighbourhoods of a place. */
  List<PlaceStructure> neighbourhoodsOf(String place) {
    List<Place> parts =
        facts.list(
            """
            select * from place_at(:asOf, :knownAt) where open and part_of = ? order by place_id\
            """,
            Structures::place,
            place);
    return structures("NEIGHBOURHOOD", parts);
  }

  private List<PlaceStructure> structures(String kind, List<Place> places) {
    List<String> ids = places.stream().map(Place::id).toList();
    Map<String, AreaStructure> structures = areas(kind, ids);
    Map<String, Integer> groups = groups(ids);
    return places.stream()
        .map(place ->
            structure(place, structures.get(place.id()), groups.getOrDefault(place.id(), 0)))
        .toList();
  }

  /** A place that we know of, even when it began after the day that is asked for. */
  Optional<PlaceStructure> place(String id) {
    return facts
        .first("select * from place_at(:asOf, :knownAt) where place_id = ?", Structures::place, id)
        .map(place -> structures(place.areaKind(), List.of(place)).getFirst());
  }

  /** How many leadership groups speak for each place; one without is missing. */
  private Map<String, Integer> groups(List<String> places) {
    return facts
        .list(
            """
            select place_id, count(*) from leadership_group_of_place(:asOf, :knownAt)
            where place_id = any (?) group by place_id\
            """,
            row -> Map.entry(row.getString(1), row.getInt(2)),
            places)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private record Place(
      String id, String name, String icsId, @Nullable String partOf, boolean open) {
    String areaKind() {
      return partOf == null ? "PLACE" : "NEIGHBOURHOOD";
    }
  }

  private static Place place(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Place(
        row.getString("place_id"),
        row.getString("name"),
        row.getString("ics_id"),
        row.getString("part_of"),
        row.getBoolean("open"));
  }

  private static PlaceStructure structure(Place place, @Nullable AreaStructure area, int groups) {
    return new PlaceStructure(
        place.id(),
        place.name(),
        place.icsId(),
        place.partOf(),
        place.open(),
        area == null ? 0 : area.practices(),
        area == null ? 0 : area.pcns(),
        area == null ? 0 : area.practicesWithoutPcn(),
        area == null ? 0 : area.federations(),
        area == null ? 0 : area.practicesInFederation(),
        area == null ? 0 : area.lmcs(),
        area == null ? null : area.registeredPatients(),
        area == null ? null : area.listSizeMonth(),
        area == null ? 0 : area.practicesWithoutListSize(),
        groups);
  }

  private Map<String, AreaStructure> areas(String kind, @Nullable List<String> ids) {
    return facts
        .list(
            "select "
                + AreaStructure.COLUMNS
                + " from area_structure(?, ?, :footprint, :asOf, :knownAt)",
            AreaStructure::of,
            kind,
            ids)
        .stream()
        .collect(
            Collectors.toMap(
                AreaStructure::areaId, Function.identity(), (one, _) -> one, HashMap::new));
  }

  private List<PartnerCount> partners(@Nullable String ics) {
    return facts.list(
        """
        select ics_id, kind, coalesce(sector, 'UNKNOWN'), count(*)
        from ics_partner(:footprint, :asOf, :knownAt)
        where (?::text is null or ics_id = ?)
        group by 1, 2, 3\
        """,
        row ->
            new PartnerCount(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)),
        ics,
        ics);
  }

  private List<Icb> icbs() {
    return facts.list(
        """
        select organisation_id, name, open from organisation_at(:asOf, :knownAt)
        where kinds @> array['ICB']
        order by organisation_id\
        """,
        Structures::icb);
  }

  private Optional<Icb> icb(String odsCode) {
    return facts.first(
        """
        select organisation_id, name, open from organisation_at(:asOf, :knownAt)
        where organisation_id = ? and kinds @> array['ICB']\
        """,
        Structures::icb,
        odsCode);
  }

  /** What a network is called on the day; empty where there is none with this code. */
  Optional<String> nameOfPcn(String odsCode) {
    return facts.first(
        """
        select name from organisation_at(:asOf, :knownAt)
        where organisation_id = ? and kinds @> array['PCN']\
        """,
        row -> row.getString(1),
        odsCode);
  }

  private static Icb icb(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Icb(row.getString(1), row.getString(2), row.getBoolean(3));
  }
}
