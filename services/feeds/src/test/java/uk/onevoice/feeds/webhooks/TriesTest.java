package uk.onevoice.feeds.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.feeds.webhooks.Deliveries.Reason;
import uk.onevoice.feeds.webhooks.Tries.Next;

class TriesTest {
  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 204, 299})
  void a_2xx_is_all_that_counts_as_taken(int status) {
    assertThat(Tries.next(0, answered(status), NOW, 0)).isEqualTo(new Next.Taken());
  }

  @ParameterizedTest
  @CsvSource({
    "199, REFUSED",
    "300, REDIRECTED",
    "302, REDIRECTED",
    "399, REDIRECTED",
    "400, REFUSED",
    "404, REFUSED",
    "500, REFUSED"
  })
  void anything_else_is_tried_again_and_says_why(int status, Reason reason) {
    assertThat(answered(status).reason()).isEqualTo(reason);
    assertThat(Tries.next(0, answered(status), NOW, 0)).isEqualTo(again("PT5S", "PT0S"));
  }

  @Test
  void the_tries_are_those_of_the_specification() {
    assertThat(
            IntStream.range(0, 9)
                .mapToObj(before -> Tries.next(before, answered(500), NOW, 0))
                .toList())
        .isEqualTo(
            List.of("PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H")
                .stream()
                .map(delay -> again(delay, "PT0S"))
                .toList());
  }

  @Test
  void after_the_tenth_it_is_held() {
    assertThat(Tries.next(9, answered(500), NOW, 0)).isEqualTo(new Next.Held(Duration.ZERO));
    assertThat(Tries.next(9, answered(503), NOW, 0)).isEqualTo(new Next.Held(minutes(1)));
    assertThat(Tries.next(10, silence(), NOW, 0)).isEqualTo(new Next.Held(minutes(1)));
    assertThat(Tries.next(9, answered(200), NOW, 0)).isEqualTo(new Next.Taken());
  }

  @Test
  void what_failed_together_does_not_come_back_together() {
    assertThat(Tries.next(1, answered(500), NOW, 0.5)).isEqualTo(again("PT5M15S", "PT0S"));
    assertThat(Tries.next(1, answered(500), NOW, 1)).isEqualTo(again("PT5M30S", "PT0S"));
  }

  @Test
  void who_is_gone_is_not_tried_again() {
    assertThat(Tries.next(0, answered(410), NOW, 0)).isEqualTo(new Next.Gone());
    assertThat(Tries.next(9, answered(410), NOW, 0)).isEqualTo(new Next.Gone());
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void who_has_too_much_to_do_is_left_alone_with_everything(int status) {
    assertThat(Tries.next(0, answered(status), NOW, 0)).isEqualTo(again("PT5S", "PT5S"));
    assertThat(Tries.next(2, answered(status), NOW, 0)).isEqualTo(again("PT30M", "PT1M"));
  }

  @Test
  void so_is_who_does_not_answer() {
    assertThat(Tries.next(0, silence(), NOW, 0)).isEqualTo(again("PT5S", "PT5S"));
    assertThat(Tries.next(1, silence(), NOW, 0)).isEqualTo(again("PT5M", "PT1M"));
  }

  @Test
  void who_says_when_is_not_asked_earlier() {
    assertThat(next(0, 503, "120")).isEqualTo(again("PT2M", "PT2M"));
    assertThat(next(0, 503, "Thu, 26 Nov 2026 09:02:00 GMT")).isEqualTo(again("PT2M", "PT2M"));
    assertThat(next(0, 500, "120")).isEqualTo(again("PT2M", "PT0S"));
    // Nor later than the table has it, nor ever after more than a day.
    assertThat(next(2, 503, "120")).isEqualTo(again("PT30M", "PT2M"));
    assertThat(next(0, 503, "999999999")).isEqualTo(again("PT24H", "PT24H"));
    assertThat(next(9, 503, "120")).isEqualTo(new Next.Held(minutes(2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "soon", "0", "", "9999999999", "Thu, 26 Nov 2026 08:00:00 GMT"})
  void what_says_nothing_that_can_be_read_is_as_if_it_said_nothing(String retryAfter) {
    assertThat(next(0, 503, retryAfter)).isEqualTo(again("PT5S", "PT5S"));
  }

  private static Next next(int before, int status, @Nullable String retryAfter) {
    return Tries.next(before, Answer.of(status, 1, retryAfter, null, null), NOW, 0);
  }

  private static Answer answered(int status) {
    return Answer.of(status, 1, null, null, null);
  }

  private static Answer silence() {
    return Answer.none(Reason.TIMED_OUT, 15_000);
  }

  private static Next again(String delay, String rest) {
    return new Next.Again(NOW.plus(Duration.parse(delay)), Duration.parse(rest));
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
