package uk.onevoice.projection.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.projection.facts.FactDatabase;
import uk.onevoice.projection.facts.RandomHistory;
import uk.onevoice.projection.matrix.Matrix.Shared;
import uk.onevoice.projection.matrix.Matrix.Whole;
import uk.onevoice.projection.reading.IcsFootprint.Chosen;
import uk.onevoice.projection.reading.Snapshots;

/**
 * What general practice keeps for itself leaves no trace in what a partner is shown of the matrix:
 * a history with its relationships and what became of items reads the same as one without.
 */
class SharedMatrixTest {
  private static final Set<String> KEPT =
      Set.of(
          "AttendanceRecorded",
          "AttendanceExpected",
          "ApologiesGiven",
          "AttendanceTakenBack",
          "MeetingClosed",
          "ItemAdded",
          "PositionPut",
          "ReachRecorded",
          "OutcomeRecorded",
          "InfluenceAssessed",
          "InfluenceConfirmed",
          "InfluenceDisputed",
          "DisputeSettled",
          "PreAlignmentRecorded",
          "PreAlignmentWithdrawn",
          "PreparationCompleted",
          "FeedbackSent",
          "FeedbackRead");

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
  @ValueSource(longs = {71, 72, 73})
  void a_partner_is_shown_the_same_with_and_without_what_is_kept(long seed) throws SQLException {
    List<HeardEvent> history = RandomHistory.of(seed, 300);
    List<HeardEvent> without =
        history.stream()
            .filter(event -> !event.log().equals("relationships") && !KEPT.contains(event.type()))
            .toList();
    assertThat(without.size()).isLessThan(history.size() - 100);
    List<Optional<Shared>> whole = readings(history, history, seed);
    assertThat(whole).anyMatch(one -> one.filter(shared -> !shared.forums().isEmpty()).isPresent());
    assertThat(readings(without, history, seed)).isEqualTo(whole);
  }

  /** Of an ICS with its area of the day; who sees all of each of its places is told this. */
  @Test
  void all_of_an_ics_is_told_by_the_same_code_as_of_a_place() throws SQLException {
    int bodies = 0;
    for (long seed = 1; bodies == 0 && seed <= 8; seed++) {
      database.clear();
      database.apply(RandomHistory.of(seed, 300));
      for (String icb : RandomHistory.ICBS) {
        bodies += whole(icb);
      }
    }
    assertThat(bodies).as("bodies of some forum of an ICS").isPositive();
  }

  /** How many bodies have a seat at some forum of the ICS, or were there. */
  private static int whole(String icb) throws SQLException {
    LocalDate day = LocalDate.of(2025, 9, 1);
    var facts = Snapshots.of(database.connection(), day, Instant.parse("2030-01-01T00:00:00Z"));
    Whole ics =
        Matrices.of(new MatrixArea.Ics(icb, Chosen.THEN), facts, Period.YEAR, day.minusMonths(6))
            .orElseThrow();
    assertThat(ics.placeId()).isNull();
    assertThat(ics.icsOdsCode()).isEqualTo(icb);
    assertThat(Objects.requireNonNull(ics.footprint()).on()).isEqualTo(day);
    assertThat(ics.forums())
        .allSatisfy(forum -> {
          assertThat(forum.forumId()).isNotNull();
          assertThat(forum.cells())
              .extracting(Matrix.Cell::column)
              .containsExactly(Column.values());
          assertThat(forum.bodies()).extracting(Matrix.Body::column).isSorted();
        });
    return ics.forums().stream().mapToInt(forum -> forum.bodies().size()).sum();
  }

  /** The times are drawn from the whole history in both cases. */
  private static List<Optional<Shared>> readings(
      List<HeardEvent> heard, List<HeardEvent> history, long seed) throws SQLException {
    database.clear();
    database.apply(heard);
    var random = new Random(seed * 31);
    List<Optional<Shared>> readings = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      LocalDate asOf = LocalDate.of(2024, 11, 1).plusDays(random.nextInt(640));
      Instant knownAt =
          i % 2 == 0
              ? Instant.parse("2030-01-01T00:00:00Z")
              : history.get(random.nextInt(history.size())).recordedAt();
      for (MatrixArea area :
          List.of(
              new MatrixArea.Place("place-north"),
              new MatrixArea.Place("place-south"),
              new MatrixArea.Ics("QA1", Chosen.THEN))) {
        readings.add(
            SharedMatrices.of(
                area, Snapshots.of(database.connection(), asOf, knownAt), Set.of("RT1")));
      }
    }
    return readings;
  }
}
