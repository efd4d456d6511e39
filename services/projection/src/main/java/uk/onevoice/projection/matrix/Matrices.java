package uk.onevoice.projection.matrix;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.matrix.CellRow.Counted;
import uk.onevoice.projection.matrix.Matrix.Body;
import uk.onevoice.projection.matrix.Matrix.Cell;
import uk.onevoice.projection.matrix.Matrix.Forum;
import uk.onevoice.projection.matrix.Matrix.Holder;
import uk.onevoice.projection.matrix.Matrix.Next;
import uk.onevoice.projection.matrix.Matrix.Partner;
import uk.onevoice.projection.matrix.Matrix.Seat;
import uk.onevoice.projection.matrix.Matrix.Whole;
import uk.onevoice.projection.reading.PointInTime;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.service.problem.Problem;

/** Asks for the matrix of a place or an ICS, all of it. */
final class Matrices {
  private record Row(
      String forum, @Nullable String forumId, String label, Level level, @Nullable Next next) {}

  private final Snapshot facts;
  private final MatrixArea area;
  private final Period period;

  private Matrices(Snapshot facts, MatrixArea area, Period period) {
    this.facts = area.in(facts);
    this.area = area;
    this.period = period;
  }

  /**
   * Nothing when no such area is known.
   *
   * @param since the day to compare with, known as late as the rest; null for no comparison
   */
  static Optional<Whole> of(
      MatrixArea area, Snapshot facts, Period period, @Nullable LocalDate since) {
    if (since != null && !since.isBefore(facts.time().asOf())) {
      throw Problem.invalid("query:since", "must be a day before asOf").exception();
    }
    return area.named(facts).map(named -> new Matrices(facts, area, period).whole(named, since));
  }

  private Whole whole(MatrixArea.Named named, @Nullable LocalDate since) {
    LocalDate asOf = facts.time().asOf();
    List<Forum> forums = forums(since);
    return new Whole(
        "WHOLE",
        named.placeId(),
        named.name(),
        named.icsOdsCode(),
        area.footprint(facts),
        asOf,
        facts.time().knownAt(),
        period.name(),
        period.from(asOf),
        since,
        forums,
        Gaps.of(forums, new Gaps.Known(series(), unrecorded(), prepared())),
        partners(forums));
  }

  private List<Forum> forums(@Nullable LocalDate since) {
    Map<String, Map<Column, Counted>> cells = new LinkedHashMap<>();
    Map<String, List<Body>> bodies = new LinkedHashMap<>();
    for (Line line : lines()) {
      if (line.body() == null) {
        put(cells, line.cell());
      } else {
        bodies.computeIfAbsent(line.cell().forum(), _ -> new ArrayList<>()).add(line.body());
      }
    }
    Map<String, Map<Column, Counted>> before =
        since == null
            ? Map.of()
            : cellsOf(
                area.in(
                    facts.at(
                        new PointInTime(
                            since, facts.time().knownAt(), facts.time().everything()))));
    Map<String, List<Seat>> seats = seats();
    Map<String, Map<String, String>> capacities = capacities();
    return rows().stream()
        .map(row ->
            forum(
                row,
                cells.getOrDefault(row.forum(), Map.of()),
                before.getOrDefault(row.forum(), Map.of()),
                bodies.getOrDefault(row.forum(), List.of()),
                seats.getOrDefault(row.forum(), List.of()),
                capacities.getOrDefault(row.forum(), Map.of())))
        .sorted(
            Comparator.comparing(Forum::level)
                .thenComparing(Forum::label)
                .thenComparing(Forum::forum))
        .toList();
  }

  private static Forum forum(
      Row row,
      Map<Column, Counted> cells,
      Map<Column, Counted> before,
      List<Body> bodies,
      List<Seat> seats,
      Map<String, String> capacities) {
    Counted whole = cells.get(Column.WHOLE);
    if (whole == null) {
      throw new IllegalStateException("No cell of the whole of " + row.forum());
    }
    return new Forum(
        row.forum(),
        row.forumId(),
        row.label(),
        row.level(),
        Verdict.of(whole.step(), whole.base(), whole.seats()),
        cells.entrySet().stream()
            .map(cell -> cell(cell.getKey(), cell.getValue().step(), before.get(cell.getKey())))
            .toList(),
        bodies,
        whole.base(),
        row.next(),
        seats,
        seats.stream()
            .flatMap(seat -> seat.personIds().stream())
            .distinct()
            .map(person -> new Holder(person, capacities.get(person)))
            .toList());
  }

  private static Cell cell(Column column, Step step, @Nullable Counted before) {
    return before == null || before.step() == step
        ? new Cell(column, step, null, null)
        : new Cell(column, step, before.step(), step.since(before.step()));
  }

  private List<Row> rows() {
    return facts.list(
        """
        select forum, forum_id, label, level, next_meeting, next_day
        from matrix_forum(?, ?, ?, :footprint, :asOf, :knownAt)\
        """,
        row ->
            new Row(
                row.getString("forum"),
                row.getString("forum_id"),
                row.getString("label"),
                Level.valueOf(row.getString("level")),
                row.getString("next_meeting") == null
                    ? null
                    : new Next(
                        row.getString("next_meeting"), row.getObject("next_day", LocalDate.class))),
        area.kind(),
        area.ids(),
        period.days());
  }

  /**
   * @param body null where it is the cell of a part
   */
  private record Line(CellRow cell, @Nullable Body body) {}

  private Map<String, Map<Column, Counted>> cellsOf(Snapshot at) {
    Map<String, Map<Column, Counted>> cells = new LinkedHashMap<>();
    at.list(
            "select m.*, m.col as part from matrix(?, ?, ?, :footprint, :asOf, :knownAt) m",
            CellRow::of,
            area.kind(),
            area.ids(),
            period.days())
        .forEach(row -> put(cells, row));
    return cells;
  }

  private static void put(Map<String, Map<Column, Counted>> cells, CellRow row) {
    cells
        .computeIfAbsent(row.forum(), _ -> new EnumMap<>(Column.class))
        .put(row.column(), row.counted());
  }

  /** Of parts and of their bodies. */
  private List<Line> lines() {
    return facts
        .list(
            """
            select m.*, split_part(m.col, ' ', 1) as part, nullif(split_part(m.col, ' ', 2), '') as body,
              o.name
            from matrix_unfolded(?, ?, ?, :footprint, :asOf, :knownAt) m
            left join organisation_at(:asOf, :knownAt) o
              on o.organisation_id = split_part(m.col, ' ', 2)
            order by o.name nulls last, m.col collate "C"\
            """,
            row -> {
              CellRow cell = CellRow.of(row);
              @Nullable String body = row.getString("body");
              return new Line(
                  cell,
                  body == null
                      ? null
                      : new Body(
                          body,
                          row.getString("name"),
                          cell.column(),
                          cell.counted().step(),
                          cell.counted().seats(),
                          cell.counted().base().attended()));
            },
            area.kind(),
            area.ids(),
            period.days())
        .stream()
        .sorted(Comparator.comparing(line -> line.cell().column()))
        .toList();
  }

  private record SeatRow(String forum, Seat seat) {}

  private Map<String, List<Seat>> seats() {
    return facts
        .list(
            """
            select * from matrix_seat(?, ?, :footprint, :asOf, :knownAt)
            order by forum, label collate "C", seat_id collate "C"\
            """,
            row ->
                new SeatRow(
                    row.getString("forum"),
                    new Seat(
                        row.getString("seat_id"),
                        row.getString("series_id"),
                        row.getString("label"),
                        row.getString("body_id"),
                        row.getString("col") == null ? null : Column.valueOf(row.getString("col")),
                        List.of((String[]) row.getArray("nominees").getArray()),
                        row.getObject("empty_since", LocalDate.class))),
            area.kind(),
            area.ids())
        .stream()
        .collect(
            Collectors.groupingBy(
                SeatRow::forum, Collectors.mapping(SeatRow::seat, Collectors.toList())));
  }

  private Map<String, Map<String, String>> capacities() {
    record Went(String forum, String person, String capacity) {}
    return facts
        .list(
            """
            select distinct on (forum, person_id) forum, person_id, capacity
            from matrix_attendance(?, ?, ?, :footprint, :asOf, :knownAt)
            order by forum, person_id, day desc, meeting_id collate "C" desc\
            """,
            row -> new Went(row.getString(1), row.getString(2), row.getString(3)),
            area.kind(),
            area.ids(),
            period.days())
        .stream()
        .collect(
            Collectors.groupingBy(Went::forum, Collectors.toMap(Went::person, Went::capacity)));
  }

  /** Of each forum, a series that goes on. */
  private Map<String, String> series() {
    return byForum(
        """
        select distinct on (f.forum) f.forum, f.id
        from area_forum(?, ?, :footprint, :asOf, :knownAt) f
        where f.kind = 'SERIES' and not f.closed
        order by f.forum, f.day desc, f.id collate "C"\
        """,
        area.kind(),
        area.ids());
  }

  /** Forums whose next meeting is prepared. */
  private Set<String> prepared() {
    return byForum(
            """
            select f.forum, f.next_meeting
            from matrix_forum(?, ?, ?, :footprint, :asOf, :knownAt) f
            where exists (
              select from preparation_fact p
              where p.meeting_id = f.next_meeting
                and p.known_from <= :knownAt and :knownAt < p.known_to)\
            """,
            area.kind(),
            area.ids(),
            period.days())
        .keySet();
  }

  private Map<String, String> unrecorded() {
    return byForum(
        """
        select distinct on (f.forum) f.forum, f.id
        from area_forum(?, ?, :footprint, :asOf, :knownAt) f
        where f.kind = 'MEETING' and not f.cancelled and not f.closed
          and f.day <= :asOf and f.day > :asOf - ?::int
          and not exists (
            select from attendance_fact a
            where a.meeting_id = f.id
              and a.known_from <= :knownAt and :knownAt < a.known_to)
        order by f.forum, f.day desc, f.id collate "C"\
        """,
        area.kind(),
        area.ids(),
        period.days());
  }

  private Map<String, String> byForum(String sql, Object... parameters) {
    return facts
        .list(sql, row -> new String[] {row.getString(1), row.getString(2)}, parameters)
        .stream()
        .collect(Collectors.toMap(row -> row[0], row -> row[1]));
  }

  /**
   * Who would be shown something: whoever convenes a forum of these rows, or was at its meetings.
   */
  private List<Partner> partners(List<Forum> forums) {
    List<String> rows = forums.stream().map(Forum::forum).toList();
    return facts.list(
        """
        with met as materialized (select * from area_forum(?, ?, :footprint, :asOf, :knownAt)),
        shares as (
          select p.organisation_id, m.forum
          from met m
          join partner_attendance_fact p on p.meeting_id = m.id
          where m.kind = 'MEETING' and not m.cancelled and m.day <= :asOf and m.day > :asOf - 365
            and p.known_from <= :knownAt and :knownAt < p.known_to
          union
          select f.owner_id, f.forum
          from matrix_forum(?, ?, 365, :footprint, :asOf, :knownAt) f
          where f.owner_id is not null
        )
        select s.organisation_id, o.name, count(*)::int
        from shares s
        left join organisation_at(:asOf, :knownAt) o on o.organisation_id = s.organisation_id
        where s.forum = any (?)
        group by s.organisation_id, o.name
        order by count(*) desc, s.organisation_id collate "C"\
        """,
        row -> new Partner(row.getString(1), row.getString(2), row.getInt(3)),
        area.kind(),
        area.ids(),
        area.kind(),
        area.ids(),
        rows);
  }
}
