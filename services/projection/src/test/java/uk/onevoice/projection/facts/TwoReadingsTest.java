package uk.onevoice.projection.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.messaging.HeardEvent;

/** The SQL over facts and a naive reading of the events agree, on many days known at many times. */
class TwoReadingsTest {
  private static FactDatabase database;

  @BeforeAll
  static void start() throws SQLException {
    database = FactDatabase.create("two_readings");
  }

  @AfterAll
  static void stop() throws SQLException {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void every_measure_is_the_same_by_both_ways(long seed) throws SQLException {
    List<HeardEvent> history = RandomHistory.of(seed, 500);
    Random random = new Random(seed * 31);
    database.clear();
    for (List<HeardEvent> batch : Batches.cut(Batches.shuffleTopics(history, random), random)) {
      database.apply(batch);
    }
    for (int i = 0; i < 14; i++) {
      LocalDate asOf = LocalDate.of(2024, 7, 1).plusDays(random.nextInt(760));
      Instant knownAt =
          i % 3 == 0
              ? Instant.parse("2030-01-01T00:00:00Z")
              : history.get(random.nextInt(history.size())).recordedAt();
      compare(history, asOf, knownAt);
    }
  }

  private static void compare(List<HeardEvent> history, LocalDate asOf, Instant knownAt)
      throws SQLException {
    NaiveReading naive = new NaiveReading(history, asOf, knownAt);
    NaiveMeetings meetings = new NaiveMeetings(history, asOf, knownAt, naive);
    NaiveRelationships relationships = new NaiveRelationships(history, asOf, knownAt, naive);
    String when = "as of " + asOf + " known at " + knownAt;
    for (String kind : List.of("ICS", "SUB_ICB", "PLACE", "NEIGHBOURHOOD", "PCN", "ALL")) {
      Map<String, String> structures =
          database.rows("select * from area_structure(?, null, ?, ?)", kind, asOf, knownAt).stream()
              .collect(
                  Collectors.toMap(
                      row -> row.substring(0, row.indexOf('|')),
                      row -> row.substring(row.indexOf('|') + 1),
                      (one, two) -> one + " and " + two,
                      TreeMap::new));
      assertThat(structures).as("%s %s", kind, when).isEqualTo(naive.structures(kind));
    }
    assertThat(sorted("select * from organisation_at(?, ?)", asOf, knownAt))
        .as("names and open %s", when)
        .isEqualTo(naive.organisations());
    assertThat(sorted("select * from ics_partner(?, ?)", asOf, knownAt))
        .as("trusts and councils %s", when)
        .isEqualTo(naive.partners());
    assertThat(sorted("select * from place_at(?, ?)", asOf, knownAt))
        .as("places %s", when)
        .isEqualTo(naive.places());
    for (String kind : List.of("ICS", "PLACE", "NEIGHBOURHOOD", "PCN")) {
      assertThat(sorted("select * from federation_share(?, null, ?, ?)", kind, asOf, knownAt))
          .as("5.1 %s %s", kind, when)
          .isEqualTo(naive.federationShare(kind));
    }
    assertThat(
            sorted(
                """
                select mandate_id, topic_id, topic, label, board, state
                from mandate_at(?, ?) where valid_from <= ? and ? < valid_to\
                """,
                asOf,
                knownAt,
                asOf,
                asOf))
        .as("what mandates are about %s", when)
        .isEqualTo(naive.mandates());
    for (String place : RandomHistory.PLACES) {
      assertThat(sorted("select * from mandate_coverage(array[?], ?, ?)", place, asOf, knownAt))
          .as("M1 %s %s", place, when)
          .isEqualTo(naive.mandateCoverage(place));
      assertThat(sorted("select * from slot_coverage(?, ?, ?)", place, asOf, knownAt))
          .as("M2 %s %s", place, when)
          .isEqualTo(naive.slotCoverage(place));
      assertThat(database.rows("select * from slot_strength(?, ?, ?)", place, asOf, knownAt))
          .as("M3 %s %s", place, when)
          .isEqualTo(relationships.strength(place));
      assertThat(database.rows("select * from slot_staleness(?, ?, ?)", place, asOf, knownAt))
          .as("M4 %s %s", place, when)
          .containsExactly(relationships.staleness(place));
      assertThat(database.rows("select * from single_points(?, ?, ?)", place, asOf, knownAt))
          .as("M5 %s %s", place, when)
          .containsExactly(relationships.singlePoints(place));
      assertThat(database.rows("select * from loss_test(?, ?, ?)", place, asOf, knownAt))
          .as("M5 loss %s %s", place, when)
          .isEqualTo(relationships.lossTest(place));
      assertThat(database.rows("select * from commitments_kept(?, ?, ?)", place, asOf, knownAt))
          .as("M13 %s %s", place, when)
          .isEqualTo(relationships.commitments(place));
      assertThat(sorted("select * from joint_group_health(?, ?, ?)", place, asOf, knownAt))
          .as("M16 %s %s", place, when)
          .isEqualTo(relationships.jointGroups(place));
      assertThat(sorted("select * from influence(?, ?, ?)", place, asOf, knownAt))
          .as("M7 %s %s", place, when)
          .isEqualTo(meetings.influence(place));
      assertThat(sorted("select * from attendance_spread(?, ?, ?)", place, asOf, knownAt))
          .as("M6 %s %s", place, when)
          .containsExactlyInAnyOrderElementsOf(meetings.spread(place));
      assertThat(database.rows("select * from pre_alignment(?, ?, ?)", place, asOf, knownAt))
          .as("M8 %s %s", place, when)
          .isEqualTo(meetings.preAlignment(place));
      assertThat(database.rows("select * from loop_closure(?, ?, ?)", place, asOf, knownAt))
          .as("M10 %s %s", place, when)
          .containsExactly(meetings.loopClosure(place));
      assertThat(sorted("select * from seat_use(?, ?, ?)", place, asOf, knownAt))
          .as("M11 %s %s", place, when)
          .isEqualTo(meetings.seats(place));
      assertThat(database.rows("select * from meeting_load(?, ?, ?)", place, asOf, knownAt))
          .as("M12 %s %s", place, when)
          .containsExactly(meetings.load(place));
      assertThat(database.rows("select * from set_piece_partner(?, ?, ?)", place, asOf, knownAt))
          .as("M15 %s %s", place, when)
          .isEqualTo(meetings.partners(place));
      assertThat(sorted("select * from contradictions(?, ?, ?)", place, asOf, knownAt))
          .as("M9 %s %s", place, when)
          .isEqualTo(naive.contradictions(place));
      assertThat(sorted("select * from ambition_levels(array[?], ?, ?)", place, asOf, knownAt))
          .as("M14 levels %s %s", place, when)
          .isEqualTo(naive.ambition(place));
      assertThat(database.rows("select * from follow_through(?, ?, ?)", place, asOf, knownAt))
          .as("M14 follow-through %s %s", place, when)
          .containsExactly(naive.followThrough(place, naive::on));
    }
  }

  private static List<String> sorted(String sql, Object... parameters) throws SQLException {
    List<String> rows = new ArrayList<>(database.rows(sql, parameters));
    rows.sort(null);
    return rows;
  }
}
