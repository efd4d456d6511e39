package uk.onevoice.projection.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.messaging.HeardEvent;

/** The matrix by SQL over facts and by a naive reading of the events agree, known at many times. */
class MatrixReadingsTest {
  private static final Instant LATE = Instant.parse("2030-01-01T00:00:00Z");
  private static FactDatabase database;

  @BeforeAll
  static void start() throws SQLException {
    database = FactDatabase.create();
  }

  @AfterAll
  static void stop() throws SQLException {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void every_cell_is_the_same_by_both_ways(long seed) throws SQLException {
    List<HeardEvent> history = RandomHistory.of(seed, 300);
    Random random = new Random(seed * 37);
    database.clear();
    for (List<HeardEvent> batch : Batches.cut(Batches.shuffleTopics(history, random), random)) {
      database.apply(batch);
    }
    for (int i = 0; i < 4; i++) {
      LocalDate asOf = LocalDate.of(2024, 11, 1).plusDays(random.nextInt(640));
      Instant knownAt = i % 3 > 0 ? LATE : history.get(random.nextInt(history.size())).recordedAt();
      compare(history, asOf, knownAt);
    }
  }

  private static void compare(List<HeardEvent> history, LocalDate asOf, Instant knownAt)
      throws SQLException {
    NaiveMatrix naive =
        new NaiveMatrix(history, asOf, knownAt, new NaiveReading(history, asOf, knownAt));
    String when = "as of " + asOf + " known at " + knownAt;
    for (String area : areas()) {
      String kind = RandomHistory.ICBS.contains(area) ? "ICS" : "PLACE";
      for (int days : List.of(91, 365)) {
        assertThat(sorted(NaiveMatrix.FORUMS, kind, area, days, asOf, asOf, knownAt))
            .as("forums of %s within %s days %s", area, days, when)
            .isEqualTo(naive.forums(area, days));
        assertThat(sorted(NaiveMatrix.CELLS, kind, area, days, asOf, asOf, knownAt))
            .as("matrix of %s within %s days %s", area, days, when)
            .isEqualTo(naive.cells(area, days));
      }
      for (String partner : List.of("QA1", "RT1")) {
        assertThat(sorted(NaiveMatrix.SHARED, kind, area, partner, asOf, asOf, knownAt))
            .as("forums of %s that %s shares %s", area, partner, when)
            .isEqualTo(naive.shared(area, partner));
      }
    }
  }

  private static List<String> areas() {
    return Stream.concat(RandomHistory.PLACES.stream(), RandomHistory.ICBS.stream()).toList();
  }

  /** Two readings of nothing agree too. */
  @Test
  void the_histories_have_cells_of_each_kind_in_each_column() {
    Set<String> met = new HashSet<>();
    for (long seed = 1; seed <= 8; seed++) {
      List<HeardEvent> history = RandomHistory.of(seed, 300);
      LocalDate day = LocalDate.of(2025, 9, 1);
      NaiveMatrix naive = new NaiveMatrix(history, day, LATE, new NaiveReading(history, day, LATE));
      for (String place : RandomHistory.PLACES) {
        for (String row : naive.cells(place, 365)) {
          String[] cells = row.split("\\|");
          met.add(cells[2]);
          if (!cells[8].equals("0")) {
            met.add(cells[1] + " attended");
          }
          if (cells[12].equals("true")) {
            met.add("ran out");
          }
        }
        if (!naive.shared(place, "RT1").isEmpty()) {
          met.add("shared");
        }
      }
      for (String ics : RandomHistory.ICBS) {
        for (String row : naive.cells(ics, 365)) {
          met.add("ICS " + row.split("\\|")[2]);
        }
      }
    }
    assertThat(met)
        .contains(
            "NO_SEAT", "VACANT", "NOT_RECORDED", "ATTENDED", "MANDATED", "POSITION", "CHANGED")
        .contains("WHOLE attended", "LMC attended", "FEDERATION attended", "PCN attended")
        .contains("PRACTICE attended", "ICB attended", "ran out", "shared")
        .contains("ICS NO_SEAT", "ICS VACANT", "ICS ATTENDED", "ICS POSITION", "ICS CHANGED");
  }

  private static List<String> sorted(String sql, Object... parameters) throws SQLException {
    List<String> rows = new ArrayList<>(database.rows(sql, parameters));
    rows.sort(null);
    return rows;
  }
}
