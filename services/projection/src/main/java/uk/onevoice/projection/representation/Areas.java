package uk.onevoice.projection.representation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.onevoice.projection.reading.Snapshot;

/**
 * Areas of one kind that are asked about at once, and what the caller sees of each. An area may be
 * several together: then its id is theirs with spaces between, and what belongs to two of them
 * counts once.
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

  private final Snapshot facts;
  private final Kind kind;
  private final Map<String, Audience> audiences;

  /**
   * @param facts at the time of which the audiences may see measures
   * @param audiences by area, in the order of the answer
   */
  Areas(Snapshot facts, Kind kind, Map<String, Audience> audiences) {
    this.facts = facts;
    this.kind = kind;
    this.audiences = audiences;
  }

  static String together(List<String> ids) {
    return String.join(" ", ids);
  }

  Snapshot facts() {
    return facts;
  }

  Kind kind() {
    return kind;
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

  /** The same, of a function that is told which measures are wanted. */
  <T> Rows<T> rows(String function, List<String> wanted, Snapshot.Row<T> reading) {
    return rows("select a.area, f.* from", function, TIMES + ", ?::text[]", "", reading, wanted);
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
    return rows(
        "select a.area, f.*, o.name from",
        function,
        TIMES,
        """
        left join organisation_at(:registryOn, :registryAt) o on o.organisation_id = f.organisation_id
        order by\
        """
            + " "
            + order,
        reading);
  }

  /** What a function of the registry alone says of each area: as the registry is. */
  <T> Rows<T> ofRegistry(String function, Snapshot.Row<T> reading) {
    return rows(
        "select a.area, f.* from",
        function,
        "case when :footprint = :asOf then :registryOn else :footprint end::date, :registryOn, :registryAt",
        "",
        reading);
  }

  /** What a function says that is asked for the time of the registry beside that of the rest. */
  <T> Rows<T> besideRegistry(String function, Snapshot.Row<T> reading) {
    return rows(
        "select a.area, f.* from", function, TIMES + ", :registryOn, :registryAt", "", reading);
  }

  private <T> Rows<T> rows(
      String select,
      String function,
      String times,
      String rest,
      Snapshot.Row<T> reading,
      Object... more) {
    String sql =
        select
            + " unnest(?::text[]) a (area) cross join lateral "
            + function
            + "(?, string_to_array(a.area, ' '), "
            + times
            + ") f "
            + rest;
    return new Rows<>(
        facts
            .list(
                sql,
                row -> new OfArea<>(row.getString("area"), reading.read(row)),
                Stream.concat(
                        Stream.of(List.copyOf(audiences.keySet()), kind.name()), Stream.of(more))
                    .toArray())
            .stream()
            .collect(
                Collectors.groupingBy(
                    OfArea::area, Collectors.mapping(OfArea::row, Collectors.toList()))));
  }
}
