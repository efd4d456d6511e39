package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.web.api.Representation.Measure;
import uk.onevoice.web.api.Representation.Share;

class IcsFiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "M2|3|5|3 of 5",
        "M2|0|0|None set",
        "M3|2|5|2 of 5 strong",
        "M4|2|5|2 of 5 within 60 days",
        "M5|0|0|None in touch",
        "M6|14|9|14 people at 9 meetings",
        "M6|0|0|Not recorded",
        "M7|3|7|3 of 7",
        "M7|0|0|Not recorded",
        "M9|0|0|Nothing said",
        "M9|1|4|1 topic",
        "M11|1|4|1 of 4 empty",
        "M12|90|6|2 hours a week, 6 people",
        "M16|0|0|None"
      })
  void a_figure_is_told_with_its_whole_and_nothing_is_no_nought(
      String key, int part, int whole, String words) {
    assertThat(IcsFigures.words(key, measure(part, whole, false, null))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "M3|1|8|7|1 of 8 strong, 7 not known",
        "M3|0|8|8|Not known of 8",
        "M8|0|32|32|Not known of 32",
        "M12|0|5|8|Not recorded"
      })
  void what_is_not_known_is_no_nought(String key, int part, int whole, int unknown, String words) {
    assertThat(IcsFigures.words(key, measure(part, whole, unknown, false, null))).isEqualTo(words);
  }

  @Test
  void a_share_is_told_with_its_likely_range() {
    assertThat(IcsFigures.words("M7", measure(5, 24, false, new Share(5, 24, 21, 9, 40))))
        .isEqualTo("5 of 24, likely 9% to 40%");
  }

  @Test
  void what_is_withheld_is_said_to_be_so() {
    assertThat(IcsFigures.words("M7", measure(0, 0, true, null))).isEqualTo("Not shown to you");
    assertThat(IcsFigures.agreed(null, measure(0, 0, true, null))).isEqualTo("Not shown to you");
    assertThat(IcsFigures.agreed(null, measure(0, 0, false, null))).isEqualTo("Not asked");
    assertThat(IcsFigures.words("M2", null)).isEqualTo("Not measured");
  }

  private static Measure measure(int part, int whole, boolean withheld, @Nullable Share share) {
    return measure(part, whole, 0, withheld, share);
  }

  private static Measure measure(
      int part, int whole, int unknown, boolean withheld, @Nullable Share share) {
    return new Measure(
        "One", true, withheld, null, part, whole, unknown, null, null, null, null, null, null, null,
        share);
  }
}
