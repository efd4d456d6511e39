package uk.onevoice.projection.matrix;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.matrix.Matrix.CanAgree;
import uk.onevoice.projection.matrix.Matrix.Shared;
import uk.onevoice.projection.matrix.Matrix.SharedForum;
import uk.onevoice.projection.reading.Snapshot;

/**
 * Asks what organisations outside general practice of an area see of its matrix. Whether they ask
 * or a leader of the area looks what they would see makes no difference: both come here.
 */
final class SharedMatrices {
  private static final Period YEAR = Period.YEAR;

  private SharedMatrices() {}

  /**
   * Nothing when no such area is known.
   *
   * @param registry at the time asked for: that it exists everybody may know
   * @param organisations whose view it is; none see no forum
   */
  static Optional<Shared> of(MatrixArea area, Snapshot registry, Set<String> organisations) {
    Snapshot facts = registry.at(registry.time().weekly());
    return area.named(registry)
        .map(named ->
            new Shared(
                "SHARED",
                named.placeId(),
                named.name(),
                named.icsOdsCode(),
                area.footprint(facts),
                facts.time().asOf(),
                facts.time().knownAt(),
                List.copyOf(new TreeSet<>(organisations)),
                forums(area, area.in(facts), organisations)));
  }

  private record Row(
      String forum,
      @Nullable String forumId,
      String label,
      Level level,
      @Nullable LocalDate next) {}

  private static List<SharedForum> forums(
      MatrixArea area, Snapshot facts, Set<String> organisations) {
    Set<String> shared = new TreeSet<>();
    for (String organisation : organisations) {
      shared.addAll(
          facts.list(
              "select forum from shared_forum(?, ?, ?, :footprint, :asOf, :knownAt)",
              row -> row.getString(1),
              area.kind(),
              area.ids(),
              organisation));
    }
    if (shared.isEmpty()) {
      return List.of();
    }
    Map<String, Set<String>> people = people(area, facts);
    Map<String, List<CanAgree>> canAgree = canAgree(area, facts);
    return facts
        .list(
            "select * from matrix_forum(?, ?, ?, :footprint, :asOf, :knownAt)",
            row ->
                new Row(
                    row.getString("forum"),
                    row.getString("forum_id"),
                    row.getString("label"),
                    Level.valueOf(row.getString("level")),
                    row.getObject("next_day", LocalDate.class)),
            area.kind(),
            area.ids(),
            YEAR.days())
        .stream()
        .filter(row -> shared.contains(row.forum()))
        .sorted(
            Comparator.comparing(Row::level).thenComparing(Row::label).thenComparing(Row::forum))
        .map(row ->
            new SharedForum(
                row.forum(),
                row.forumId(),
                row.label(),
                row.level(),
                List.copyOf(people.getOrDefault(row.forum(), Set.of())),
                canAgree.getOrDefault(row.forum(), List.of()),
                row.next()))
        .toList();
  }

  private static Map<String, Set<String>> people(MatrixArea area, Snapshot facts) {
    return facts
        .list(
            """
            select distinct s.forum, p.person
            from matrix_seat(?, ?, :footprint, :asOf, :knownAt) s
            cross join lateral unnest(s.nominees) p (person)\
            """,
            row -> new String[] {row.getString(1), row.getString(2)},
            area.kind(),
            area.ids())
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> row[0],
                Collectors.mapping(row -> row[1], Collectors.toCollection(TreeSet::new))));
  }

  private record Agrees(String forum, CanAgree what) {}

  private static Map<String, List<CanAgree>> canAgree(MatrixArea area, Snapshot facts) {
    return facts
        .list(
            "select * from can_agree(?, ?, :footprint, :asOf, :knownAt)",
            row ->
                new Agrees(
                    row.getString("forum"),
                    new CanAgree(
                        row.getString("topic_id"),
                        row.getString("topic"),
                        row.getString("label"),
                        row.getInt("granted"),
                        row.getInt("practices"),
                        row.getObject("ends", LocalDate.class).minusDays(1))),
            area.kind(),
            area.ids())
        .stream()
        .collect(
            Collectors.groupingBy(
                Agrees::forum,
                Collectors.mapping(Agrees::what, Collectors.toCollection(ArrayList::new))));
  }
}
