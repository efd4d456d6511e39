package uk.onevoice.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is read quickly is what the JDK reads. */
class InstantsTest {
  private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  @Test
  void any_instant_is_read_as_it_was_written() {
    Random random = new Random(1);
    int[] parts = {1_000_000_000, 1_000_000, 1_000, 1};
    for (int i = 0; i < 10_000; i++) {
      int part = parts[i % parts.length];
      long nanos = (long) random.nextInt(1_000_000_000 / part) * part;
      Instant instant = Instant.ofEpochSecond(random.nextLong(FIRST, LAST + 1), nanos);
      assertThat(Instants.usual(instant.toString())).isEqualTo(instant);
    }
  }

  @Test
  void bounds_of_days_and_months_are_kept() {
    for (String text :
        List.of(
            "2024-02-29T00:00:00Z",
            "2025-02-28T23:59:59.999999999Z",
            "2026-12-31T23:59:59.5Z",
            "2026-01-01T00:00:00Z",
            "2026-04-30T12:30:30Z")) {
      assertThat(Instants.usual(text)).as(text).isEqualTo(Instant.parse(text));
    }
  }

  @Test
  void what_is_no_instant_is_left_to_the_jdk_which_says_so() {
    for (String text :
        List.of(
            "",
            "2026-04-01",
            "2026-04-01T12:00:00",
            "2026-04-01T12:00Z",
            "2026-13-01T12:00:00Z",
            "2026-00-01T12:00:00Z",
            "2026-04-00T12:00:00Z",
            "2025-02-29T12:00:00Z",
            "2026-04-31T12:00:00Z",
            "2026-04-01T12:60:00Z",
            "2026-04-01T25:00:00Z",
            "2026-04-01T12:00:61Z",
            "2026-04-01T12:00:00,5Z",
            "2026-04-01T12:00:00.5xZ",
            "2026-04-01T12:00:00.1234567891Z",
            "2026/04/01T12:00:00Z",
            "2026-04-01 12:00:00Z",
            "2O26-04-01T12:00:00Z")) {
      assertThat(Instants.usual(text)).as(text).isNull();
      assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeParseException.class);
    }
  }

  @Test
  void what_is_written_otherwise_is_left_to_the_jdk_which_reads_it() {
    for (String text :
        List.of(
            "2026-04-01T12:00:00+01:00",
            "2026-04-01T24:00:00Z",
            "2026-04-01T12:00:00.Z",
            "2026-06-30T23:59:60Z")) {
      assertThat(Instants.usual(text)).as(text).isNull();
      assertThat(Instant.parse(text)).isNotNull();
    }
  }
}
