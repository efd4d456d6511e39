package uk.onevoice.projection.representation;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.representation.Areas.Rows;

/** Asks the measures of areas' meetings, each cut to what the audience may see. */
final class MeetingMeasures {
  /** Those that count the meetings of one year. */
  private static final Set<String> OF_ONE_LOOK = Set.of("M6", "M7", "M8", "M10", "M15");

  private final Areas areas;
  private final List<String> wanted;
  private final LocalDate asOf;

  /**
   * @param keys the measures that will be asked for
   */
  MeetingMeasures(Areas areas, Set<String> keys) {
    this.areas = areas;
    this.wanted = keys.stream().filter(OF_ONE_LOOK::contains).toList();
    this.asOf = areas.facts().time().asOf();
  }

  /** A row of {@code counts_of_meetings}. */
  private record Counts(String measure, String about, List<@Nullable Integer> counts) {
    int at(int index) {
      return requireNonNull(counts.get(index));
    }
  }

  private @Nullable Rows<Counts> counts;

  /** What one of the measures that count the same meetings says; they are all asked for at once. */
  private List<Counts> counts(String measure, String area) {
    return counts().of(area).stream().filter(row -> row.measure().equals(measure)).toList();
  }

  private Rows<Counts> counts() {
    Rows<Counts> known = counts;
    if (known == null) {
      known =
          areas.atOnce(
              "counts_of_meetings",
              wanted,
              row ->
                  new Counts(
                      row.getString("measure"),
                      requireNonNullElse(row.getString("about"), ""),
                      Arrays.asList((Integer[]) row.getArray("counts").getArray())));
      counts = known;
    }
    return known;
  }

  Map<String, Measure> spread(String name) {
    return areas.each((area, audience) ->
        Spread.measure(
            name,
            asOf,
            counts("M6", area).stream()
                .sorted(Comparator.comparing(Counts::about))
                .map(row ->
                    Spread.Carried.of(
                        row.about().isEmpty() ? null : row.about(),
                        row.at(0),
                        row.at(1),
                        row.at(2),
                        row.at(3),
                        row.at(4),
                        row.at(5),
                        row.at(6),
                        row.at(7)))
                .toList(),
            audience));
  }

  Map<String, Measure> influence(String name) {
    return areas.each((area, audience) -> {
      Map<Boolean, List<Counts>> byAttended =
          counts("M7", area).stream().collect(Collectors.partitioningBy(row -> row.at(0) == 1));
      return Influence.measure(
          name,
          asOf,
          requireNonNull(byAttended.get(true)).stream()
              .collect(Collectors.toMap(Counts::about, row -> row.at(1))),
          requireNonNull(byAttended.get(false)).stream().mapToInt(row -> row.at(1)).sum(),
          audience);
    });
  }

  Map<String, Measure> beforehand(String name) {
    return areas.each((area, audience) -> {
      Map<String, Counts> byClass =
          counts("M8", area).stream().collect(Collectors.toMap(Counts::about, row -> row));
      return Beforehand.measure(
          name,
          asOf,
          Stream.of("PRE_ALIGNED", "COLD", "UNKNOWN")
              .map(one -> {
                Counts counted = byClass.get(one);
                return counted == null
                    ? new Beforehand.Counted(one, 0, 0, 0)
                    : new Beforehand.Counted(one, counted.at(0), counted.at(1), counted.at(2));
              })
              .toList(),
          audience);
    });
  }

  Map<String, Measure> loopClosure(String name) {
    return areas.each((area, audience) -> {
      Counts loop = counts("M10", area).getFirst();
      return LoopClosure.measure(
          name,
          asOf,
          loop.at(0),
          loop.at(1),
          new LoopClosure(loop.at(2), loop.counts().get(3), loop.at(4), loop.at(5), loop.at(6)),
          audience);
    });
  }

  Map<String, Measure> underpinned(String name) {
    Map<String, String> names =
        areas.names(
            counts().byArea().values().stream()
                .flatMap(List::stream)
                .filter(row -> row.measure().equals("M15"))
                .map(Counts::about)
                .distinct()
                .toList());
    return areas.each((area, audience) ->
        Underpinned.measure(
            name,
            asOf,
            counts("M15", area).stream()
                .sorted(Comparator.comparing(Counts::about))
                .map(row ->
                    new Underpinned.Partner(
                        row.about(), names.get(row.about()), row.at(0), row.at(1) == 1))
                .toList(),
            audience));
  }

  Map<String, Measure> emptyChairs(String name) {
    Rows<EmptyChairs.Seat> rows =
        areas.atOnce(
            "use_of_seats",
            row ->
                new EmptyChairs.Seat(
                    row.getString("seat_id"),
                    row.getString("series_id"),
                    row.getString("forum"),
                    row.getString("label"),
                    row.getString("body_id"),
                    row.getBoolean("nominated"),
                    row.getInt("meetings"),
                    row.getInt("attended")));
    return areas.each((area, audience) -> EmptyChairs.measure(name, asOf, rows.of(area), audience));
  }

  private record Hours(int people, int minutes, int withoutHours, Load detail) {}

  Map<String, Measure> load(String name) {
    Rows<Hours> rows =
        areas.rows(
            "meeting_load",
            row ->
                new Hours(
                    row.getInt("people"),
                    row.getInt("minutes"),
                    row.getInt("without_hours"),
                    new Load(row.getInt("over_funded"), row.getInt("without_sessions"))));
    return areas.each((area, audience) -> {
      Hours hours = rows.one(area);
      return Load.measure(
          name,
          asOf,
          hours.people(),
          hours.minutes(),
          hours.withoutHours(),
          hours.detail(),
          audience);
    });
  }
}
