package uk.onevoice.projection.representation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.onevoice.projection.reading.Snapshot;

/**
 * Areas that are asked about at once, and what the caller sees of each: of one kind, or an ICS with
 * its places. An area may be several together: then its id is theirs with spaces between, and what
 * belongs to two of them counts once.
 */
final class Areas {
  /** As the functions of the database name them. */
  enum Kind {
    PLACE,
    ICS,
    FEDERATION,
    PLACE_FORUM
  }

  /** What a function says of each area, in its order. */
  record Rows<T>(Map<String, List<T>> byArea) {
    List<T> of(String area) {
      return byArea.getOrDefault(area, List.of());
    }

    /** Of a function that says one thing of each area. */
    T one(String area) {
      return of(area).getFirst();
    }
  }

  private record OfArea<T>(String area, T row) {}

  private static final String TIMES = ":footprint, :asOf, :knownAt";

  private static final String NAMED =
      "left join organisation_at(:registryOn, :registryAt) o on o.organisation_id = f.organisation_id"
          + " order by ";

  private final Snapshot facts;
  private final Map<String, Kind> kinds;
  private final Map<String, Audience> audiences;

  /**
   * @param facts at the time of which the audiences may see measures
   * @param audiences by area, in the order of the answer
   */
  Areas(Snapshot facts, Kind kind, Map<String, Audience> audiences) {
    this(facts, kinds(kind, audiences), audiences);
  }

  private Areas(Snapshot facts, Map<String, Kind> kinds, Map<String, Audience> audiences) {
    this.facts = facts;
    this.kinds = kinds;
    this.audiences = audiences;
  }

  /** An ICS and, of the same day and moment, its places. */
  static Areas ofIcs(Snapshot facts, String odsCode, Audience whole, Map<String, Audience> places) {
    Map<String, Kind> kinds = kinds(Kind.PLACE, places);
    Map<String, Audience> audiences = new LinkedHashMap<>(places);
    kinds.put(odsCode, Kind.ICS);
    audiences.put(odsCode, whole);
    return new Areas(facts, kinds, audiences);
  }

  private static Map<String, Kind> kinds(Kind kind, Map<String, Audience> areas) {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    areas.keySet().forEach(area -> kinds.put(area, kind));
    return kinds;
  }

  static String together(List<String> ids) {
    return String.join(" ", ids);
  }

  Snapshot facts() {
    return facts;
  }

  /** Whether they are of this kind, all of them. */
  boolean are(Kind kind) {
    return kinds.values().stream().allMatch(kind::equals);
  }

  Map<String, Measure> each(BiFunction<String, Audience, Measure> measure) {
    Map<String, Measure> all = new LinkedHashMap<>();
    audiences.forEach((area, audience) -> all.put(area, measure.apply(area, audience)));
    return all;
  }

  /** What the function says of each area. */
  <T> Rows<T> rows(String function, Snapshot.Row<T> reading) {
    return rows("select a.area, f.* from", function, TIMES, "", reading);
  }

  /**
   * What a function that takes all areas at once says of each, since much belongs to two of them:
   * its {@code area} is the place in their list.
   */
  <T> Rows<T> atOnce(String function, Snapshot.Row<T> reading) {
    return atOnce("f.*", function, TIMES, "", reading);
  }

  /** The same, of a function that is told which measures are wanted. */
  <T> Rows<T> atOnce(String function, List<String> wanted, Snapshot.Row<T> reading) {
    return atOnce("f.*", function, TIMES + ", ?::text[]", "", reading, wanted);
  }

  /** The same, with the name of the organisation that each row is about. */
  <T> Rows<T> atOnceNamed(String function, String order, Snapshot.Row<T> reading) {
    return atOnce("f.*, o.name", function, TIMES, NAMED + order, reading);
  }

  /** What the registry calls these organisations; one that it does not know is left out. */
  Map<String, String> names(List<String> organisations) {
    Map<String, String> names = new LinkedHashMap<>();
    if (!organisations.isEmpty()) {
      facts
          .list(
              """
              select organisation_id, name from organisation_at(:registryOn, :registryAt)
              where organisation_id = any (?::text[])\
              """,
              row -> new String[] {row.getString(1), row.getString(2)},
              organisations)
          .forEach(row -> names.put(row[0], row[1]));
    }
    return names;
  }

  /** The same, with the name of the organisation that each row is about. */
  <T> Rows<T> named(String function, String order, Snapshot.Row<T> reading) {
    return rows("select a.area, f.*, o.name from", function, TIMES, NAMED + order, reading);
  }

  /** What a function of the registry alone says of each area: as the registry is. */
  <T> Rows<T> atOnceOfRegistry(String function, Snapshot.Row<T> reading) {
    return atOnce(
        "f.*",
        function,
        "case when :footprint = :asOf then :registryOn else :footprint end::date, :registryOn, :registryAt",
        "",
        reading);
  }

  /** What a function says that is asked for the time of the registry beside that of the rest. */
  <T> Rows<T> atOnceBesideRegistry(String function, Snapshot.Row<T> reading) {
    return atOnce("f.*", function, TIMES + ", :registryOn, :registryAt", "", reading);
  }

  private <T> Rows<T> atOnce(
      String select,
      String function,
      String times,
      String rest,
      Snapshot.Row<T> reading,
      Object... more) {
    List<String> areas = List.copyOf(kinds.keySet());
    return byArea(
        facts.list(
            "select %s from %s(?::text[], ?::text[], %s) f %s"
                .formatted(select, function, times, rest),
            row -> new OfArea<>(areas.get(row.getInt("area") - 1), reading.read(row)),
            Stream.concat(Stream.of(kindNames(), areas), Stream.of(more)).toArray()));
  }

  private <T> Rows<T> rows(
      String select, String function, String times, String rest, Snapshot.Row<T> reading) {
    String sql =
        select
            + " unnest(?::text[], ?::text[]) a (kind, area) cross join lateral "
            + function
            + "(a.kind, string_to_array(a.area, ' '), "
            + times
            + ") f "
            + rest;
    return byArea(
        facts.list(
            sql,
            row -> new OfArea<>(row.getString("area"), reading.read(row)),
            kindNames(),
            List.copyOf(kinds.keySet())));
  }

  private List<String> kindNames() {
    return kinds.values().stream().map(Kind::name).toList();
  }

  private static <T> Rows<T> byArea(List<OfArea<T>> rows) {
    return new Rows<>(
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    OfArea::area, Collectors.mapping(OfArea::row, Collectors.toList()))));
  }
}
