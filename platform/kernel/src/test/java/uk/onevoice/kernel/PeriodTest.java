package uk.onevoice.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

  @Test
  void a_close_date_of_the_registry_is_the_last_day() {
    Period period = Period.closedAfter(APRIL, APRIL.plusDays(1));
    assertThat(period.includes(APRIL.plusDays(1))).isTrue();
    assertThat(period.includes(APRIL.plusDays(2))).isFalse();
  }

  @Test
  void an_open_period_includes_every_later_day() {
    assertThat(Period.from(APRIL).includes(APRIL.plusYears(50))).isTrue();
    assertThat(Period.from(APRIL).includes(APRIL.minusDays(1))).isFalse();
  }

  @Test
  void periods_that_only_touch_do_not_overlap() {
    Period before = new Period(APRIL.minusYears(1), APRIL);
    assertThat(before.overlaps(Period.from(APRIL))).isFalse();
    assertThat(Period.from(APRIL).overlaps(before)).isFalse();
    assertThat(before.overlaps(Period.from(APRIL.minusDays(1)))).isTrue();
  }

  @Test
  void a_period_cannot_end_before_it_starts() {
    assertThatThrownBy(() -> new Period(APRIL, APRIL.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
