package uk.onevoice.projection.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.projection.facts.FactDatabase;
import uk.onevoice.projection.facts.RandomHistory;
import uk.onevoice.projection.matrix.AskedMatrixEvidence.AskedCell;
import uk.onevoice.projection.matrix.CellRow.Counted;
import uk.onevoice.projection.matrix.MatrixEvidence.Row;
import uk.onevoice.projection.matrix.MatrixEvidence.What;
import uk.onevoice.projection.matrix.MatrixEvidence.Why;
import uk.onevoice.projection.reading.IcsFootprint.Chosen;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.reading.Snapshots;
import uk.onevoice.projection.representation.Audience;
import uk.onevoice.projection.representation.Part;

/** Whoever counts what is behind a cell gets the cell, in any history, on any day. */
class MatrixEvidenceTest {
  private static final Instant LATE = Instant.parse("2030-01-01T00:00:00Z");
  private static final Audience ALL = new Audience(EnumSet.allOf(Part.class));
  private static final Audience NONE = new Audience(Set.of());
  private static final int SEEDS = 3;
  private static final int TIMES = 2;

  /** Opened of an area at a time: what is wrong of one is mostly so of many. */
  private static final int CELLS = 25;

  private static FactDatabase database;

  /** What was met, so that equal counts are not all nothing. */
  private static final Set<String> MET = new HashSet<>();

  @BeforeAll
  static void start() throws SQLException {
    database = FactDatabase.create();
  }

  @AfterAll
  static void stop() throws SQLException {
    database.close();
  }

  private record Found(String forum, Column column, @Nullable String body, Counted counted) {
    AskedCell asked() {
      return new AskedCell(forum, column, body);
    }
  }

  private static List<Found> cells(Snapshot facts, MatrixArea area) {
    return area.in(facts)
        .list(
            """
            select m.*, split_part(m.col, ' ', 1) as part, nullif(split_part(m.col, ' ', 2), '') as body
            from matrix_unfolded(?, ?, 365, :footprint, :asOf, :knownAt) m\
            """,
            row -> {
              CellRow cell = CellRow.of(row);
              return new Found(cell.forum(), cell.column(), row.getString("body"), cell.counted());
            },
            area.kind(),
            area.ids());
  }

  @Test
  void rows_counted_are_the_cell_and_make_its_step() throws SQLException {
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<HeardEvent> history = RandomHistory.of(seed, 300);
      database.clear();
      database.apply(history);
      var random = new Random(seed * 41);
      for (int i = 0; i < TIMES; i++) {
        Snapshot facts =
            Snapshots.of(
                database.connection(),
                LocalDate.of(2025, 3, 1).plusDays(random.nextInt(500)),
                i > 0 ? LATE : history.get(history.size() - 200).recordedAt());
        for (MatrixArea area :
            List.of(
                new MatrixArea.Place("place-north"),
                new MatrixArea.Place("place-south"),
                new MatrixArea.Ics("QA1", Chosen.THEN))) {
          List<Found> cells = new ArrayList<>(cells(facts, area));
          Collections.shuffle(cells, random);
          for (Found cell : cells.subList(0, Math.min(CELLS, cells.size()))) {
            compare(facts, area, cell);
          }
        }
      }
    }
    assertThat(MET).contains("seats", "filled", "meetings", "unrecorded", "attended", "mandated");
    assertThat(MET).contains("inForce", "put", "changed", "without", "of a body", "MANDATE");
    assertThat(MET).containsAll(EnumSet.allOf(Step.class).stream().map(Step::name).toList());
  }

  private static void compare(Snapshot facts, MatrixArea area, Found cell) {
    List<Row> rows =
        new MatrixEvidences(facts, area, Period.YEAR, cell.asked()).all(cell.counted().step());
    String which = cell + " " + rows;
    Counted counted = cell.counted();
    Matrix.Base base = counted.base();
    same(which, "seats", counted.seats(), rows, row -> row.what() == What.SEAT);
    same(which, "meetings", base.meetings(), rows, row -> row.what() == What.MEETING);
    same(
        which,
        "attended",
        base.attended(),
        rows,
        row ->
            row.what() == What.MEETING
                && row.why() != Why.NOT_RECORDED
                && row.why() != Why.NOBODY_CAME);
    same(which, "unrecorded", base.unrecorded(), rows, row -> row.why() == Why.NOT_RECORDED);
    same(
        which,
        "mandated",
        base.mandated(),
        rows,
        row -> row.why() == Why.UNDER_MANDATE || row.why() == Why.MANDATE_RAN_OUT);
    same(which, "put", base.put(), rows, row -> row.what() == What.POSITION);
    same(which, "changed", base.changed(), rows, row -> row.what() == What.CHANGE);
    same(which, "without", base.decided() - base.items(), rows, row -> row.what() == What.DECISION);
    boolean filled = rows.stream().anyMatch(row -> row.why() == Why.FILLED);
    assertThat(filled).as(which).isEqualTo(counted.seats() > 0 && base.emptySince() == null);
    boolean inForce = rows.stream().anyMatch(row -> row.why() == Why.IN_FORCE);
    assertThat(inForce)
        .as(which)
        .isEqualTo(rows.stream().anyMatch(row -> row.why() == Why.UNDER_MANDATE));
    assertThat(rows.stream().map(Row::position)).as(which).doesNotHaveDuplicates();
    assertThat(rows.stream().anyMatch(Row::makesStep) || counted.step() == Step.NO_SEAT)
        .as(which)
        .isTrue();
    assertThat(rows).as(which).allSatisfy(row -> assertThat(row.placeId()).isNotNull());
    note(cell, rows);
  }

  private static void same(
      String which, String what, int count, List<Row> rows, Function<Row, Boolean> is) {
    assertThat((int) rows.stream().filter(is::apply).count())
        .as("%s of %s", what, which)
        .isEqualTo(count);
    if (count > 0) {
      MET.add(what);
    }
  }

  private static void note(Found cell, List<Row> rows) {
    MET.add(cell.counted().step().name());
    if (cell.body() != null) {
      MET.add("of a body");
    }
    rows.forEach(row -> {
      MET.add(row.what().name());
      if (row.why() == Why.FILLED) {
        MET.add("filled");
      }
      if (row.why() == Why.IN_FORCE) {
        MET.add("inForce");
      }
    });
  }

  /** The first cell with so many rows, of an area that has some. */
  private static MatrixEvidence opened(
      Audience audience, Function<String, Audience> ofPlace, AskedMatrixEvidence wanted)
      throws SQLException {
    database.clear();
    database.apply(RandomHistory.of(2, 300));
    Snapshot facts = Snapshots.of(database.connection(), LocalDate.of(2025, 9, 1), LATE);
    MatrixArea place = new MatrixArea.Place("place-north");
    Found cell =
        cells(facts, place).stream()
            .filter(one -> one.column() == Column.WHOLE && one.counted().base().attended() > 1)
            .findFirst()
            .orElseThrow();
    return new MatrixEvidences(facts, place, Period.YEAR, cell.asked())
        .of(audience, ofPlace, wanted)
        .orElseThrow();
  }

  @Test
  void who_is_not_told_the_matrix_whole_is_told_no_row() throws SQLException {
    MatrixEvidence withheld =
        opened(
            new Audience(Set.of(Part.MATRIX_SHARED, Part.MEETINGS, Part.INFLUENCE)),
            _ -> ALL,
            new AskedMatrixEvidence());
    assertThat(withheld.withheld()).isTrue();
    assertThat(withheld.items()).isEmpty();
    assertThat(withheld.label()).isNull();
    assertThat(withheld.cell()).isNull();
    assertThat(withheld.rows()).isNull();
  }

  @Test
  void of_a_row_of_another_place_nothing_is_told_but_that_it_is_there() throws SQLException {
    MatrixEvidence own = opened(ALL, _ -> ALL, new AskedMatrixEvidence());
    MatrixEvidence moved = opened(ALL, _ -> NONE, new AskedMatrixEvidence());
    assertThat(moved.rows()).isEqualTo(own.rows());
    assertThat(moved.makeStep()).isEqualTo(own.makeStep());
    assertThat(own.items()).isNotEmpty().allMatch(Row::mayOpen);
    assertThat(own.items()).extracting(Row::page).doesNotContainNull();
    assertThat(moved.items())
        .isNotEmpty()
        .allSatisfy(row -> {
          assertThat(row.mayOpen()).isFalse();
          assertThat(row.id()).isNull();
          assertThat(row.within()).isNull();
          assertThat(row.placeId()).isNull();
          assertThat(row.organisationId()).isNull();
          assertThat(row.label()).isNull();
          assertThat(row.day()).isNull();
          assertThat(row.enteredFor()).isNull();
          assertThat(row.page()).isNull();
        });
    MatrixEvidence meetings =
        opened(ALL, _ -> new Audience(Set.of(Part.MEETINGS)), new AskedMatrixEvidence());
    assertThat(meetings.items().stream().filter(Row::mayOpen).map(Row::what))
        .isNotEmpty()
        .allMatch(what -> what == What.MEETING || what == What.SEAT);
  }

  @Test
  void what_makes_the_step_comes_first_and_pages_follow_each_other() throws SQLException {
    MatrixEvidence all = opened(ALL, _ -> ALL, new AskedMatrixEvidence());
    int makers = Objects.requireNonNull(all.makeStep());
    assertThat(all.items().subList(0, makers)).allMatch(Row::makesStep);
    assertThat(all.items().subList(makers, all.items().size())).noneMatch(Row::makesStep);
    AskedMatrixEvidence wanted = new AskedMatrixEvidence();
    wanted.limit = "1";
    for (Row row : all.items()) {
      MatrixEvidence page = opened(ALL, _ -> ALL, wanted);
      assertThat(page.items()).containsExactly(row);
      wanted.after = page.next();
    }
    assertThat(wanted.after).isNull();
  }
}
