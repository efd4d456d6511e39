package uk.onevoice.projection.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.projection.matrix.Matrix.CanAgree;
import uk.onevoice.projection.matrix.Matrix.Shared;
import uk.onevoice.projection.matrix.Matrix.SharedForum;

class CsvTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
  void what_a_spreadsheet_would_reckon_with_is_words(String label) {
    assertThat(table(label)).contains("'" + label).doesNotContain("," + label, "\"" + label);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A board, of two", "A \"board\"", "Two\r\nlines"})
  void what_would_end_a_cell_is_in_quotes(String label) {
    assertThat(table(label)).contains(",\"" + label.replace("\"", "\"\"") + "\",");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A board", "ö–"})
  void other_words_stay_as_they_are(String label) {
    assertThat(table(label))
        .isEqualTo(
            "As on,Place,Board or group,Topic,Practices that grant,Practices,Until,People who go,"
                + "Next meeting\r\n2026-11-23,Valley,"
                + label
                + ",Beds,3,4,2026-11-24,1,\r\n");
  }

  private static String table(String label) {
    return Csv.of(
        new Shared(
            "SHARED",
            "place",
            "Valley",
            "QA1",
            null,
            DAY,
            Instant.EPOCH,
            List.of("RT1"),
            List.of(
                new SharedForum(
                    "f",
                    null,
                    label,
                    Level.OTHER,
                    List.of("p"),
                    List.of(new CanAgree(null, "beds", "Beds", 3, 4, DAY.plusDays(1))),
                    null))));
  }
}
