package uk.onevoice.projection.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.onevoice.messaging.HeardEvent;

/** Two readings of nothing agree too: the histories have something of each to read. */
class RandomHistoryTest {
  private static final Instant LATE = Instant.parse("2030-01-01T00:00:00Z");

  @Test
  void there_are_contradictions_levels_asks_of_every_outcome_and_mandates_in_every_state() {
    Set<String> states = new HashSet<>();
    boolean contradicted = false;
    Set<String> levels = new HashSet<>();
    int due = 0;
    int acted = 0;
    int notSaid = 0;
    for (long seed = 1; seed <= 6; seed++) {
      List<HeardEvent> history = RandomHistory.of(seed, 500);
      for (LocalDate day : List.of(LocalDate.of(2025, 6, 1), LocalDate.of(2026, 2, 1))) {
        var naive = new NaiveReading(history, day, LATE);
        for (String row : naive.mandates()) {
          states.add((row.contains("#") ? "later " : "") + row.substring(row.lastIndexOf('|') + 1));
        }
        for (String place : RandomHistory.PLACES) {
          var area = new NaiveArea("PLACE", place, naive);
          contradicted |= !naive.contradictions(area).isEmpty();
          for (String row : naive.ambition(area)) {
            String[] cells = row.split("\\|");
            if (!cells[1].equals("0")) {
              levels.add(cells[0]);
            }
          }
          String[] asks = naive.followThrough(area, naive::on).split("\\|");
          due += Integer.parseInt(asks[0]);
          acted += Integer.parseInt(asks[1]);
          notSaid += Integer.parseInt(asks[2]);
        }
      }
    }
    assertThat(contradicted).isTrue();
    assertThat(states)
        .contains("ASKED", "LIVE", "SUSPENDED", "ENDED", "later ASKED", "later LIVE")
        .contains("later SUSPENDED");
    assertThat(levels).containsExactlyInAnyOrder("0", "1", "2", "3", "4", "NONE");
    assertThat(acted).isPositive();
    assertThat(notSaid).isPositive();
    assertThat(due).isGreaterThan(acted + notSaid);
  }

  @Test
  void there_are_relationships_of_every_strength_and_age_promises_of_every_kind_and_joint_groups() {
    Set<String> met = new HashSet<>();
    for (long seed = 1; seed <= 6; seed++) {
      List<HeardEvent> history = RandomHistory.of(seed, 500);
      assertThat(history)
          .extracting(HeardEvent::type)
          .contains("SubjectErased", "PersonErased", "SlotWithdrawn", "ContactWithdrawn");
      for (LocalDate day : List.of(LocalDate.of(2025, 6, 1), LocalDate.of(2026, 2, 1))) {
        var naive = new NaiveReading(history, day, LATE);
        var relationships = new NaiveRelationships(history, day, LATE, naive);
        for (String place : RandomHistory.PLACES) {
          var area = new NaiveArea("PLACE", place, naive);
          for (String row : relationships.strength(area)) {
            met.add(row.replaceFirst("\\|[1-9].*", " met"));
          }
          String[] bands = relationships.staleness(area).split("\\|");
          for (int i = 0; i < 4; i++) {
            met.add("band " + i + (bands[i].equals("0") ? "" : " met"));
          }
          for (String row : relationships.lossTest(area)) {
            met.add(row.split("\\|")[1].equals("0") ? "with others" : "alone");
          }
          for (String row : relationships.commitments(area)) {
            String[] cells = row.split("\\|");
            met.add(cells[0] + (cells[2].equals("0") ? "" : " kept"));
            met.add(cells[0] + (cells[3].equals("0") ? "" : " not said"));
          }
          for (String row : relationships.jointGroups(area)) {
            String[] cells = row.split("\\|");
            met.add("composed " + cells[3]);
            met.add("mandated " + cells[4]);
            met.add("late " + !cells[6].equals("0"));
          }
        }
      }
    }
    assertThat(met)
        .contains("STRONG met", "SOME met", "NONE met", "UNKNOWN met")
        .contains("band 0 met", "band 1 met", "band 2 met", "band 3 met", "alone", "with others")
        .contains("OURS kept", "THEIRS kept", "OURS not said", "THEIRS not said")
        .contains("composed true", "composed false", "mandated true", "mandated false")
        .contains("late true", "late false");
  }
}
