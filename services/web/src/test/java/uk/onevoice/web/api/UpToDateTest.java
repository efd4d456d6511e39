package uk.onevoice.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How far a page is up to date, in words. */
class UpToDateTest {
  private static final Instant UNTIL = Instant.parse("2026-07-23T09:42:10Z");

  @Test
  void it_is_told_by_the_clock_of_london_and_with_the_day_when_that_is_another() {
    assertThat(UpToDate.words(UNTIL, Instant.parse("2026-07-23T09:42:12Z")))
        .isEqualTo("Up to date to 10:42am.");
    assertThat(UpToDate.words(UNTIL, Instant.parse("2026-07-23T22:59:59Z")))
        .isEqualTo("Up to date to 10:42am.");
    assertThat(UpToDate.words(UNTIL, Instant.parse("2026-07-23T23:00:00Z")))
        .isEqualTo("Up to date to 10:42am on 23 July 2026.");
  }

  @Test
  void who_is_behind_for_more_than_a_minute_says_so() {
    assertThat(UpToDate.behind(UNTIL, UNTIL.plusSeconds(60))).isEmpty();
    assertThat(UpToDate.behind(UNTIL, UNTIL.plusSeconds(61)))
        .isEqualTo(
            "This page is behind. What was written down after 10:42am is not in it yet."
                + " Nothing is lost: look again later.");
  }
}
