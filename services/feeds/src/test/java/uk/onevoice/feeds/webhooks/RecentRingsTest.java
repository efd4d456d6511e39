package uk.onevoice.feeds.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentRingsTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00.900Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void so_many_are_rung_at_once_and_the_next_when_their_second_is_a_minute_ago() {
    RecentRings rings = RecentRings.NONE;
    for (int i = 0; i < 3; i++) {
      assertThat(rings.nextAfter(NOON, 3)).isEmpty();
      rings = rings.with(NOON);
    }
    Instant next = Instant.parse("2026-11-26T12:01:01Z");
    assertThat(rings.nextAfter(NOON, 3)).hasValue(next);
    assertThat(rings.nextAfter(next.minusMillis(1), 3)).hasValue(next);
    assertThat(rings.nextAfter(next, 3)).isEmpty();
    assertThat(rings.at(next)).isEqualTo(RecentRings.NONE);
    // Four are allowed: then one more goes now.
    assertThat(rings.nextAfter(NOON, 4)).isEmpty();
  }

  @Test
  void whoever_allows_fewer_than_before_waits_until_enough_are_a_minute_ago() {
    RecentRings rings =
        RecentRings.NONE.with(NOON).with(NOON.plusSeconds(10)).with(NOON.plusSeconds(20));
    Instant now = NOON.plusSeconds(30);
    assertThat(rings.nextAfter(now, 3)).hasValue(Instant.parse("2026-11-26T12:01:01Z"));
    assertThat(rings.nextAfter(now, 2)).hasValue(Instant.parse("2026-11-26T12:01:11Z"));
    assertThat(rings.nextAfter(now, 1)).hasValue(Instant.parse("2026-11-26T12:01:21Z"));
    assertThat(rings.nextAfter(NOON.plusSeconds(75), 2)).isEmpty();
  }

  @Test
  void in_no_minute_wherever_it_begins_are_there_more_than_allowed() {
    var random = new Random(8);
    for (int perMinute : List.of(1, 2, 7, 60, 600)) {
      RecentRings rings = RecentRings.NONE;
      List<Instant> rung = new ArrayList<>();
      Instant now = NOON;
      for (int i = 0; i < 2_000; i++) {
        Optional<Instant> next = rings.nextAfter(now, perMinute);
        if (next.isPresent()) {
          assertThat(next.get()).isAfter(now);
          now = next.get();
          assertThat(rings.nextAfter(now, perMinute)).isEmpty();
        }
        rings = rings.with(now);
        rung.add(now);
        now = now.plusMillis(random.nextInt(120_000 / perMinute));
      }
      for (int i = perMinute; i < rung.size(); i++) {
        assertThat(Duration.between(rung.get(i - perMinute), rung.get(i))).isGreaterThan(MINUTE);
      }
      assertThat(rings.bySecond().size()).isLessThanOrEqualTo(61);
    }
  }
}
