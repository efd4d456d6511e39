package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Mandates.Terms;

/** Being asked gives nobody a voice, whatever the days say. */
class MandateTermsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  private static Terms from(LocalDate start, @Nullable String state) {
    return new Terms(
        "m",
        "p",
        "t",
        null,
        null,
        "WYVF0001",
        "Medical director",
        start,
        start.plusYears(1),
        state);
  }

  @Test
  void on_its_days_it_speaks_only_while_it_is_in_force() {
    assertThat(from(TODAY, null).speaksOn(TODAY)).isTrue();
    assertThat(from(TODAY, "IN_FORCE").speaksOn(TODAY)).isTrue();
    assertThat(from(TODAY, "AT_RISK").speaksOn(TODAY)).isTrue();
    assertThat(from(TODAY, "ASKED").speaksOn(TODAY)).isFalse();
    assertThat(from(TODAY, "SUSPENDED").speaksOn(TODAY)).isFalse();
    assertThat(from(TODAY.plusDays(1), null).speaksOn(TODAY)).isFalse();
    assertThat(from(TODAY.minusYears(1), "IN_FORCE").speaksOn(TODAY)).isFalse();
  }

  @Test
  void what_practices_are_asked_for_is_to_come_even_after_its_first_day() {
    assertThat(from(TODAY.minusDays(9), "ASKED").comesAfter(TODAY)).isTrue();
    assertThat(from(TODAY.plusDays(9), null).comesAfter(TODAY)).isTrue();
    assertThat(from(TODAY.plusDays(9), "ENDED").comesAfter(TODAY)).isFalse();
    assertThat(from(TODAY.minusDays(9), "IN_FORCE").comesAfter(TODAY)).isFalse();
  }
}
