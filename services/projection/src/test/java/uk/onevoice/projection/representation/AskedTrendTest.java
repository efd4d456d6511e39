package uk.onevoice.projection.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.service.problem.ProblemException;

class AskedTrendTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 14);

  @Test
  void without_anything_it_is_the_quarters_of_the_year_before() {
    assertThat(asked(null, null, null).days(DAY))
        .containsExactly(
            LocalDate.of(2025, 7, 1),
            LocalDate.of(2025, 10, 1),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 4, 1),
            DAY);
  }

  @Test
  void a_first_and_a_last_day_that_begin_a_month_are_told_once() {
    assertThat(asked("2026-02-01", "2026-04-01", "month").days(DAY))
        .containsExactly(
            LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));
    assertThat(asked("2026-04-01", "2026-04-01", "month").days(DAY))
        .containsExactly(LocalDate.of(2026, 4, 1));
  }

  @Test
  void there_are_at_most_25_points() {
    assertThat(asked("2024-05-01", "2026-05-01", "month").days(DAY)).hasSize(25);
    assertThat(asked("2020-05-14", "2026-05-14", "quarter").days(DAY)).hasSize(25);
    assertThatThrownBy(() -> asked("2024-05-01", "2026-05-02", "month").days(DAY))
        .isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @CsvSource({"2026-05-15,,", ",yesterday,", ",,week", "1899-12-31,,", ",2200-01-01,"})
  void what_cannot_be_is_refused(
      @Nullable String from, @Nullable String to, @Nullable String every) {
    assertThatThrownBy(() -> asked(from, to, every).days(DAY)).isInstanceOf(ProblemException.class);
  }

  private static AskedTrend asked(
      @Nullable String from, @Nullable String to, @Nullable String every) {
    AskedTrend asked = new AskedTrend();
    asked.from = from;
    asked.to = to;
    asked.every = every;
    return asked;
  }
}
