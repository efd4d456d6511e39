package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Registry.Import;
import uk.onevoice.web.api.Registry.Progress;
import uk.onevoice.web.api.Registry.Source;

/** What a keeper reads of a file before and after it is taken. */
class ImportViewTest {
  private static ImportView view(String state, Map<String, Integer> counts) {
    return ImportView.of(
        new Import(
            "i",
            state,
            List.of(new Source("ETR", "a".repeat(64), LocalDate.of(2026, 7, 31))),
            counts,
            new Progress(80, 202),
            Instant.parse("2026-11-22T09:30:00Z"),
            null));
  }

  @Test
  void before_it_is_accepted_everything_is_only_said() {
    ImportView view =
        view("PREVIEWED", Map.of("rows", 274, "refused", 1, "OrganisationRegistered", 202));

    assertThat(view.sentence())
        .isEqualTo(
            "NHS trusts (etr). Accepting it writes 202 changes. 1 row is refused. Nothing has been changed yet.");
    assertThat(view.mayAccept()).isTrue();
    assertThat(view.mayUndo()).isFalse();
  }

  @Test
  void a_file_without_news_says_so() {
    assertThat(view("PREVIEWED", Map.of("rows", 274)).sentence())
        .isEqualTo(
            "NHS trusts (etr). It holds nothing new. No row is refused. Nothing has been changed yet.");
  }

  @Test
  void while_it_is_written_neither_button_is_offered() {
    ImportView view = view("ACCEPTING", Map.of());

    assertThat(view.sentence()).isEqualTo("NHS trusts (etr): 80 of 202 steps are written.");
    assertThat(view.percent()).isEqualTo(39);
    assertThat(view.mayAccept() || view.mayUndo()).isFalse();
  }

  @Test
  void what_stopped_half_way_can_be_accepted_again_and_what_is_in_can_be_taken_back() {
    assertThat(view("FAILED", Map.of()).mayAccept()).isTrue();
    assertThat(view("ACCEPTED", Map.of("OrganisationClosed", 1)).sentence())
        .isEqualTo("NHS trusts (etr) is in. 1 change was written.");
    assertThat(view("ACCEPTED", Map.of()).mayUndo()).isTrue();
    assertThat(view("UNDONE", Map.of()).sentence()).endsWith("the history keeps both.");
  }
}
