package uk.onevoice.meetings.adapter.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.meetings.domain.series.Rule;

class RuleDaysTest {
  @ParameterizedTest
  @CsvSource({
    "FREQ=MONTHLY;BYDAY=2TU,              2026-09-08, 2026-09-08 2026-10-13 2026-11-10 2026-12-08",
    "FREQ=MONTHLY;BYDAY=-1FR,             2026-09-25, 2026-09-25 2026-10-30 2026-11-27 2026-12-25",
    "'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 2026-09-30, 2026-09-30 2026-10-30 2026-11-30 2026-12-31",
    "FREQ=MONTHLY;BYDAY=5WE,              2026-09-30, 2026-09-30 2026-12-30",
    "FREQ=WEEKLY;INTERVAL=6,              2026-09-08, 2026-09-08 2026-10-20 2026-12-01",
    "FREQ=MONTHLY;BYDAY=2TU;COUNT=2,      2026-09-08, 2026-09-08 2026-10-13",
    "FREQ=MONTHLY;BYDAY=2TU;UNTIL=20261110, 2026-09-08, 2026-09-08 2026-10-13 2026-11-10",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30, 2026-09-08, ''"
  })
  void a_rule_gives_its_days_from_the_first_on(String rule, LocalDate first, String days) {
    assertThat(RuleDays.of(new Rule(rule), first, LocalDate.of(2026, 12, 31)))
        .isEqualTo(
            Arrays.stream(days.split(" "))
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse)
                .toList());
  }

  @Test
  void the_last_day_is_within() {
    var day = LocalDate.of(2026, 10, 13);
    var rule = new Rule("FREQ=MONTHLY;BYDAY=2TU");
    assertThat(RuleDays.include(rule, LocalDate.of(2026, 9, 8), day)).isTrue();
    assertThat(RuleDays.include(rule, LocalDate.of(2026, 9, 8), day.plusDays(1))).isFalse();
    assertThat(RuleDays.include(rule, LocalDate.of(2026, 9, 8), LocalDate.of(2026, 9, 1)))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=DAILY;BYHOUR=9",
        "FREQ=MONTHLY;BYDAY=2XX",
        "FREQ=MONTHLY;NONSENSE=1",
        "FREQ=WEEKLY;INTERVAL=A"
      })
  void what_is_no_rule_by_days_is_refused(String rule) {
    assertThatThrownBy(
            () -> RuleDays.of(new Rule(rule), LocalDate.of(2026, 9, 8), LocalDate.of(2026, 12, 31)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("must be");
  }
}
