package uk.onevoice.projection.representation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.onevoice.projection.representation.Ambition.FollowThrough;
import uk.onevoice.projection.representation.Ambition.Level;

/** M9 and M14: what is told to whom. */
class VoicesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final List<Level> LEVELS =
      List.of(new Level("2", 3, 24_000L, 0), new Level("NONE", 1, null, 1));
  private static final Audience PRACTICE =
      new Audience(Set.of(Part.LIVE, Part.CONTRADICTIONS, Part.AMBITION));
  private static final Audience LEADER =
      new Audience(Set.of(Part.LIVE, Part.CONTRADICTIONS, Part.AMBITION, Part.PATIENTS));
  private static final FollowThrough ASKS = new FollowThrough(5, 3, 1);

  @Test
  void a_contradiction_of_more_than_fourteen_days_is_a_lasting_one() {
    var measure =
        Contradictions.measure("M9", DAY, List.of(DAY.minusDays(14), DAY.minusDays(15)), 4, LEADER);
    assertThat(measure.numerator()).isEqualTo(2);
    assertThat(measure.denominator()).isEqualTo(4);
    assertThat(measure.detail()).isEqualTo(new Contradictions(15, 1));
  }

  @Test
  void where_nobody_contradicts_there_is_no_oldest() {
    assertThat(Contradictions.measure("M9", DAY, List.of(), 0, PRACTICE).detail())
        .isEqualTo(new Contradictions(null, 0));
  }

  @Test
  void leaders_are_told_practices_and_patients_at_each_level() {
    var measure = Ambition.measure("M14", DAY, "2026-10", LEVELS, ASKS, LEADER);
    assertThat(measure.numerator()).isEqualTo(3);
    assertThat(measure.denominator()).isEqualTo(5);
    assertThat(measure.unknown()).isEqualTo(1);
    assertThat(measure.listSizeMonth()).isEqualTo("2026-10");
    assertThat(measure.detail()).isEqualTo(new Ambition(LEVELS));
  }

  @Test
  void practices_are_told_no_patients_of_each_other() {
    var measure = Ambition.measure("M14", DAY, "2026-10", LEVELS, ASKS, PRACTICE);
    assertThat(measure.listSizeMonth()).isNull();
    assertThat(measure.detail())
        .isEqualTo(
            new Ambition(List.of(new Level("2", 3, null, null), new Level("NONE", 1, null, null))));
  }

  @Test
  void outside_the_place_both_are_withheld() {
    var audience = new Audience(Set.of(Part.LIVE, Part.COVERAGE, Part.PATIENTS));
    assertThat(Ambition.measure("M14", DAY, "2026-10", LEVELS, ASKS, audience).withheld()).isTrue();
    assertThat(Ambition.measure("M14", DAY, "2026-10", LEVELS, ASKS, audience).detail()).isNull();
    assertThat(Contradictions.measure("M9", DAY, List.of(DAY), 1, audience).withheld()).isTrue();
  }
}
