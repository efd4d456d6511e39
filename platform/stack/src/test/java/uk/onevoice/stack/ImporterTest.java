package uk.onevoice.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImporterTest {
  @ParameterizedTest
  @CsvSource({
    "epraccur_2026-02_newformat.csv.gz, 2026-02-01",
    "icb_succession_2026-04-01.csv,     2026-04-01",
    "councils_2026.csv,                 2026-01-01",
    "gp-reg-pat-prac-all_2025h2.csv,    ",
    "epcn.csv,                          ",
  })
  void a_release_is_taken_from_the_name_when_it_says_one(String name, String release) {
    assertThat(Importer.release(name).orElse(null)).isEqualTo(release);
  }
}
