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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.messaging.HeardEvent;

/**
 * The SQL over facts and a naive reading of the events agree, on many days known at many times, in
 * histories of two thousand events that come in any order. {@link ManyHistoriesTest} has a thousand
 * small ones.
 */
class TwoReadingsTest {
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
  void every_measure_is_the_same_by_both_ways(long seed) throws SQLException {
    List<HeardEvent> history = RandomHistory.of(seed, 500);
    Random random = new Random(seed * 31);
    database.clear();
    for (List<HeardEvent> batch : Batches.cut(Batches.shuffleTopics(history, random), random)) {
      database.apply(batch);
    }
    for (int i = 0; i < 6; i++) {
      LocalDate asOf = LocalDate.of(2024, 7, 1).plusDays(random.nextInt(760));
      Instant knownAt =
          i % 3 == 0
              ? Instant.parse("2030-01-01T00:00:00Z")
              : history.get(random.nextInt(history.size())).recordedAt();
      compare(
          history,
          asOf,
          knownAt,
          i % 5 == 0 ? LocalDate.of(2024, 7, 1).plusDays(random.nextInt(760)) : null);
    }
  }

  /**
   * @param footprint with the areas of which day ICSs are told once more; null for neither ICSs nor
   *     federations, which take longer
   */
  private static void compare(
      List<HeardEvent> history, LocalDate asOf, Instant knownAt, @Nullable LocalDate footprint)
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
      compare(new NaiveArea("PLACE", place, naive), knownAt, meetings, relationships);
    }
    if (footprint == null) {
      return;
    }
    for (String ics : RandomHistory.ICBS) {
      compare(new NaiveArea("ICS", ics, naive), knownAt, meetings, relationships);
      compare(new NaiveArea("ICS", ics, naive, footprint), knownAt, meetings, relationships);
    }
    for (String federation : RandomHistory.FEDERATIONS) {
      NaiveArea area = new NaiveArea("FEDERATION", federation, naive);
      ofMandatesAndRelationships(area, knownAt, relationships);
      ofMeetings(area, knownAt, meetings);
    }
    NaiveMatrix matrix = new NaiveMatrix(history, asOf, knownAt, naive);
    for (String place : RandomHistory.PLACES) {
      for (String row : matrix.forums(place, 365)) {
        String forum = row.substring(0, row.indexOf('|'));
        if (forum.startsWith("forum-")) {
          ofMeetings(NaiveArea.forum(place, forum, naive, matrix), knownAt, meetings);
        }
      }
    }
  }

  private static void compare(
      NaiveArea area, Instant knownAt, NaiveMeetings meetings, NaiveRelationships relationships)
      throws SQLException {
    ofMandatesAndRelationships(area, knownAt, relationships);
    same("M13", "commitments_kept", area, knownAt, relationships.commitments(area));
    same("M16", "joint_group_health", area, knownAt, relationships.jointGroups(area));
    ofMeetings(area, knownAt, meetings);
    same("M9", "contradictions", area, knownAt, area.reading().contradictions(area));
  }

  private static void ofMeetings(NaiveArea area, Instant knownAt, NaiveMeetings meetings)
      throws SQLException {
    same("M7", "influence", area, knownAt, meetings.influence(area));
    same("M6", "attendance_spread", area, knownAt, meetings.spread(area));
    same("M8", "pre_alignment", area, knownAt, meetings.preAlignment(area));
    same("M10", "loop_closure", area, knownAt, List.of(meetings.loopClosure(area)));
    same("M11", "seat_use", area, knownAt, meetings.seats(area));
    same("M12", "meeting_load", area, knownAt, List.of(meetings.load(area)));
    same("M15", "set_piece_partner", area, knownAt, meetings.partners(area));
  }

  private static void ofMandatesAndRelationships(
      NaiveArea area, Instant knownAt, NaiveRelationships relationships) throws SQLException {
    NaiveReading naive = area.reading();
    same("M1", "mandate_coverage", area, knownAt, naive.mandateCoverage(area));
    same("M2", "slot_coverage", area, knownAt, naive.slotCoverage(area));
    same("M3", "slot_strength", area, knownAt, relationships.strength(area));
    same("M4", "slot_staleness", area, knownAt, List.of(relationships.staleness(area)));
    same("M5", "single_points", area, knownAt, List.of(relationships.singlePoints(area)));
    same("M5 loss", "loss_test", area, knownAt, relationships.lossTest(area));
    same("M14 levels", "ambition_levels", area, knownAt, naive.ambition(area));
    same(
        "M14 follow-through",
        "follow_through",
        area,
        knownAt,
        List.of(naive.followThrough(area, naive::on)));
  }

  /** In whatever order: the same rows. */
  private static void same(
      String measure, String function, NaiveArea area, Instant knownAt, List<String> naive)
      throws SQLException {
    LocalDate asOf = area.reading().day();
    assertThat(
            database.rows(
                "select * from " + function + "(?, string_to_array(?, ' '), ?, ?, ?)",
                area.kind(),
                area.id(),
                area.footprint(),
                asOf,
                knownAt))
        .as(
            "%s of %s %s on %s as of %s known at %s",
            measure, area.kind(), area.id(), area.footprint(), asOf, knownAt)
        .containsExactlyInAnyOrderElementsOf(naive);
  }

  private static List<String> sorted(String sql, Object... parameters) throws SQLException {
    List<String> rows = new ArrayList<>(database.rows(sql, parameters));
    rows.sort(null);
    return rows;
  }
}
