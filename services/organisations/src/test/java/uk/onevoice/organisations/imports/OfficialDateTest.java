package uk.onevoice.organisations.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficialDateTest {
  @ParameterizedTest
  @CsvSource({
    "20260801, 2026-08-01",
    "01Aug2026, 2026-08-01",
    "01AUG2026, 2026-08-01",
    "01JUL2026, 2026-07-01",
    "01-Apr-26, 2026-04-01",
    "01Jan2022, 2022-01-01",
    "2026-08-01, 2026-08-01",
    "2026-08-01T00:00:00, 2026-08-01",
    "1 August 2026, 2026-08-01",
    "01/08/2026, 2026-08-01",
    "18480704, 1848-07-04"
  })
  void every_form_that_releases_have_used_is_read(String text, LocalDate day) {
    assertThat(OfficialDate.parse(text)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "20260230", "20261301", "2026-8-1", "soon", "99999999", "01Foo2026", "12026"})
  void what_is_no_day_is_not_read(String text) {
    assertThat(OfficialDate.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2026-02, 2026-02-01", "2026-02-14, 2026-02-14"})
  void a_release_may_be_a_month(String text, LocalDate day) {
    assertThat(OfficialFile.release(text)).contains(day);
  }
}
