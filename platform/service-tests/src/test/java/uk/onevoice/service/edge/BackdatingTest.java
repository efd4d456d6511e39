package uk.onevoice.service.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import uk.onevoice.service.problem.ProblemException;

class BackdatingTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  @Test
  void outside_the_local_profile_no_setting_makes_a_service_listen() {
    assertThat(Backdating.client(false, "onevoice-cli")).isNull();
    assertThat(Backdating.client(true, null)).isNull();
    assertThat(Backdating.client(true, "onevoice-cli")).isEqualTo("onevoice-cli");
  }

  @Test
  void a_time_is_of_the_last_three_years() {
    assertThat(RecordedAt.time("2026-11-26T12:00:00Z", NOW)).isEqualTo(NOW);
    Instant longestAgo = NOW.minusSeconds(3 * 366 * 86_400L);
    assertThat(RecordedAt.time(longestAgo.toString(), NOW)).isEqualTo(longestAgo);
    refused(longestAgo.minusMillis(1).toString(), "must be less than three years ago");
    refused(NOW.plusMillis(1).toString(), "must not be in the future");
    refused("2026-11-26", "must be an instant as 2026-11-30T09:00:00Z");
  }

  private static void refused(String told, String message) {
    assertThatThrownBy(() -> RecordedAt.time(told, NOW))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.problem().violations())
                    .singleElement()
                    .satisfies(violation -> {
                      assertThat(violation.pointer()).isEqualTo("header:X-Recorded-At");
                      assertThat(violation.message()).isEqualTo(message);
                    }));
  }

  @Test
  void the_clock_shows_what_is_told_as_long_as_it_is_told() {
    var told = new AtomicReference<>(Optional.of(Instant.parse("2025-06-30T23:30:00Z")));
    Clock clock = new ToldClock(Clock.fixed(NOW, ZoneOffset.UTC), told::get);
    assertThat(clock.instant()).isEqualTo("2025-06-30T23:30:00Z");
    assertThat(LocalDate.now(clock.withZone(ZoneId.of("Europe/London")))).isEqualTo("2025-07-01");
    told.set(Optional.empty());
    assertThat(clock.instant()).isEqualTo(NOW);
    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
  }
}
