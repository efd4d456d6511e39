package uk.onevoice.projection.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointInTimeTest {
  @ParameterizedTest(name = "{0} known at {1} → {2} known at {3}")
  @CsvSource({
    // Winter and summer time; a Monday before and from six.
    "2026-11-22, 2026-11-22T10:00:00Z, 2026-11-16, 2026-11-16T06:00:00Z",
    "2026-11-23, 2026-11-23T05:59:59Z, 2026-11-23, 2026-11-16T06:00:00Z",
    "2026-11-23, 2026-11-23T06:00:00Z, 2026-11-23, 2026-11-23T06:00:00Z",
    "2026-07-01, 2026-07-01T12:00:00Z, 2026-06-29, 2026-06-29T05:00:00Z",
    "2026-01-01, 2026-07-01T12:00:00Z, 2025-12-29, 2026-06-29T05:00:00Z",
  })
  void systems_see_the_week_as_it_began(
      LocalDate asOf, Instant knownAt, LocalDate week, Instant published) {
    assertThat(new PointInTime(asOf, knownAt, true).weekly())
        .isEqualTo(new PointInTime(week, published, false));
  }
}
