package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.web.api.MatrixEvidence;
import uk.onevoice.web.ui.Grid.Cell;

/** A cell of the matrix says what is behind it. */
class CellViewTest {
  private static CellView view(String file) throws IOException {
    return CellView.of(
        new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .readValue(
                CellViewTest.class.getResource("/api/" + file + ".json"), MatrixEvidence.class));
  }

  private static List<String> row(CellView view, int number) {
    return view.table().rows().get(number).stream().map(Cell::text).toList();
  }

  @Test
  void each_kind_of_record_is_named_with_what_happened_and_its_page() throws IOException {
    CellView view = view("matrix-cell");
    assertThat(view.heading()).isEqualTo("General practice as a whole at Marl Valley place board");
    assertThat(view.step())
        .isEqualTo("Outcome changed: Represented, mandated, changed 3 of 8 outcomes.");
    assertThat(view.sentence())
        .isEqualTo("2 records make it. 7 more are known and do not change it.");
    assertThat(view.fresh())
        .isEqualTo("As on 23 November 2026, from 24 November 2025. Seats are those of the day.");
    assertThat(row(view, 0))
        .containsExactly(
            "Item at Marl Valley place board",
            "9 November 2026",
            "Changed because of us, confirmed",
            "Yes",
            "10 November 2026, for Marl Valley GP Federation");
    assertThat(row(view, 1)).last().isEqualTo("10 November 2026");
    assertThat(row(view, 2)).contains("Position put: for it", "No");
    assertThat(row(view, 3))
        .startsWith(
            "Mandate: community services, held by Marl Valley GP Federation",
            "Last 9 November 2026",
            "In force");
    assertThat(row(view, 4))
        .startsWith("Meeting: Marl Valley place board", "9 November 2026")
        .contains("Was there under a mandate that is in force");
    assertThat(row(view, 6))
        .startsWith(
            "Seat: GP seat, Marl Valley GP Federation",
            "Since 1 April 2025",
            "Somebody sits there");
    assertThat(view.table().rows())
        .allSatisfy(cells -> assertThat(cells.getFirst().href()).startsWith("/"));
  }

  @Test
  void of_another_place_only_that_there_is_something_is_told() throws IOException {
    CellView view = view("ics-matrix-cell");
    assertThat(view.heading()).isEqualTo("Wyvern and Marlshire LMC at Primary care committee");
    assertThat(view.step()).isEqualTo("Seat, empty.");
    assertThat(view.sentence()).isEqualTo("2 records make it.");
    assertThat(row(view, 1))
        .containsExactly(
            "Of another place, not shown to you",
            "No day",
            "Nobody came for them",
            "Yes",
            "Not shown");
    assertThat(view.table().rows().get(1).getFirst().href()).isNull();
  }

  @Test
  void who_is_outside_is_told_for_whom_it_is() throws IOException {
    CellView view = view("matrix-cell-withheld");
    assertThat(view.heading()).isEqualTo("A board or group of Marl Valley");
    assertThat(view.step()).isEmpty();
    assertThat(view.sentence())
        .isEqualTo(
            "What is behind it is for general practice of Marl Valley, which sees all of its boards and groups.");
    assertThat(view.table().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 'No seat and no meeting is written down, so there is nothing that could be shown.'",
    "1, 1, 1 record makes it.",
    "1, 2, 1 record makes it. 1 more is known and does not change it.",
    "0, 2, Nothing in the list makes it. 2 more are known and do not change it."
  })
  void the_sentence_counts_records(int makers, int rows, String sentence) {
    LocalDate day = LocalDate.of(2026, 11, 23);
    assertThat(
            CellView.sentence(
                new MatrixEvidence(
                    "p", "P", "Board", "LMC", null, null, "NO_SEAT", null, day, day, false, rows,
                    makers, List.of(), null)))
        .isEqualTo(sentence);
  }
}
