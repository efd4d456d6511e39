package uk.onevoice.organisations.domain.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.organisations.domain.group.LeadershipGroup.Pulse;
import uk.onevoice.organisations.domain.group.PulseTrend.Point;

class PulseTrendTest {
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

  @Test
  void one_round_is_never_shown_alone() {
    assertThat(PulseTrend.of(List.of())).isEmpty();
    assertThat(PulseTrend.of(List.of(pulse(0, 5, 0, 0, 0, 0)))).isEmpty();
  }

  @Test
  void a_point_is_of_two_or_three_rounds_in_half_steps() {
    var first = pulse(0, 0, 5, 0, 0, 0);
    var second = pulse(1, 0, 0, 0, 5, 0);
    var third = pulse(2, 0, 0, 0, 0, 5);
    var fourth = pulse(3, 0, 0, 0, 0, 10);

    assertThat(PulseTrend.of(List.of(first, second, third, fourth)))
        .containsExactly(
            new Point(MAY.plusMonths(1), 2, 3.0),
            new Point(MAY.plusMonths(2), 3, 3.5),
            new Point(MAY.plusMonths(3), 3, 5.0));
  }

  @Test
  void what_one_more_person_has_answered_cannot_be_read_from_the_trend() {
    var before = pulse(0, 0, 0, 1, 4, 0);
    var trends = new HashSet<List<Point>>();
    for (int answer = 0; answer < 5; answer++) {
      var counts = new Integer[] {0, 0, 1, 4, 0};
      counts[answer]++;
      trends.add(PulseTrend.of(List.of(before, pulse(1, counts))));
    }
    assertThat(trends).as("of five answers").hasSizeLessThanOrEqualTo(2);
  }

  private static Pulse pulse(int month, Integer... counts) {
    return new Pulse(new PulseId(new UUID(0, month)), MAY.plusMonths(month), List.of(counts));
  }
}
