package uk.onevoice.relationships.domain.keylist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.relationships.domain.keylist.Rhythm.Band;

class RhythmTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate MARKED = LocalDate.of(2026, 1, 1);

  @ParameterizedTest(name = "spoke {0} days ago: {1}")
  @CsvSource({
    "0, UP_TO_60",
    "60, UP_TO_60",
    "61, UP_TO_120",
    "120, UP_TO_120",
    "121, LONGER",
    "400, LONGER"
  })
  void bands_are_those_of_the_measures(long days, Band band) {
    Rhythm rhythm = Rhythm.of(TODAY.minusDays(days), MARKED, 60, TODAY);
    assertThat(rhythm.band()).isEqualTo(band);
    assertThat(rhythm.daysSince()).isEqualTo(days);
  }

  @ParameterizedTest(name = "wished every {0} days, spoke {1} days ago: cold {2}")
  @CsvSource({"60, 60, false", "60, 61, true", "30, 31, true", "90, 61, false", "1, 0, false"})
  void it_goes_cold_after_the_days_that_were_wished(int every, long days, boolean cold) {
    Rhythm rhythm = Rhythm.of(TODAY.minusDays(days), MARKED, every, TODAY);
    assertThat(rhythm.cold()).isEqualTo(cold);
    assertThat(rhythm.due()).isEqualTo(TODAY.plusDays(every - days));
  }

  @ParameterizedTest(name = "never spoken, marked {0} days ago: cold {1}")
  @CsvSource({"0, false", "60, false", "61, true"})
  void who_was_never_spoken_to_has_as_long_from_the_day_it_was_marked(long days, boolean cold) {
    Rhythm rhythm = Rhythm.of(null, TODAY.minusDays(days), 60, TODAY);
    assertThat(rhythm.band()).isEqualTo(Band.NEVER);
    assertThat(rhythm.daysSince()).isNull();
    assertThat(rhythm.cold()).isEqualTo(cold);
  }

  @Test
  void marking_it_later_does_not_make_it_warm() {
    assertThat(Rhythm.of(TODAY.minusDays(61), TODAY, 60, TODAY).cold()).isTrue();
  }
}
