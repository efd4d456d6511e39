package uk.onevoice.projection.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AskedTimeTest {
  /** A Wednesday. */
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  @Test
  void what_is_not_asked_for_is_now() {
    assertThat(asked(null, null)).isEqualTo(new PointInTime(TODAY, NOW, true));
  }

  @Test
  void a_moment_in_the_past_is_that_moment() {
    assertThat(asked("2026-04-01", "2026-05-01T09:00:00+01:00"))
        .isEqualTo(
            new PointInTime(
                LocalDate.of(2026, 4, 1), Instant.parse("2026-05-01T08:00:00Z"), false));
  }

  @Test
  void a_moment_ahead_is_now_so_that_a_week_cannot_be_looked_into_before_it_is_over() {
    for (String ahead : new String[] {"2026-11-25T10:00:01Z", "2026-12-02T10:00:00Z"}) {
      assertThat(asked(null, ahead)).isEqualTo(new PointInTime(TODAY, NOW, true));
      assertThat(asked(null, ahead).weekly())
          .isEqualTo(
              new PointInTime(
                  LocalDate.of(2026, 11, 23), Instant.parse("2026-11-23T06:00:00Z"), false));
    }
  }

  private static PointInTime asked(@Nullable String asOf, @Nullable String knownAt) {
    AskedTime asked = new AskedTime();
    asked.asOf = asOf;
    asked.knownAt = knownAt;
    return asked.at(Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
