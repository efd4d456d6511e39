package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.web.api.Evidence;
import uk.onevoice.web.pages.EvidenceView.Filter;
import uk.onevoice.web.ui.Grid.Cell;

/** Whoever opens a figure reads on what it is based, and finds the page of each thing. */
class EvidenceViewTest {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final String HERE = "/places/p/representation/M7?asOf=2026-11-23";

  /** A recorded answer in which some numbers it is based on are others. */
  private static Evidence recorded(String name, String basedOn) throws IOException {
    ObjectNode whole =
        (ObjectNode) JSON.readTree(EvidenceViewTest.class.getResource("/api/" + name + ".json"));
    if (whole.path("basedOn") instanceof ObjectNode based) {
      based.setAll((ObjectNode) JSON.readTree(basedOn));
    }
    return JSON.treeToValue(whole, Evidence.class);
  }

  private static EvidenceView view(String name) throws IOException {
    return EvidenceView.of(recorded(name, "{}"), HERE, null);
  }

  @Test
  void it_says_on_how_much_it_is_based_and_until_when() throws IOException {
    EvidenceView view = view("evidence");
    assertThat(view.heading()).isEqualTo("Outcomes changed, of those assessed: Marl Valley");
    assertThat(view.about()).isEqualTo("5 of 24.");
    assertThat(view.sentence()).isEqualTo("Based on 31 items, 11 meetings, last 9 November 2026.");
    assertThat(view.note()).isEmpty();
    assertThat(view.fresh()).isEqualTo("As on 23 November 2026.");
  }

  @Test
  void each_row_leads_to_its_page_and_says_how_it_counts_and_for_whom_it_was_written_down()
      throws IOException {
    List<List<Cell>> rows = view("evidence").table().rows();
    String item =
        "/meetings/0192f0c0-eeee-7000-8000-000000000001/agenda/0192f0c0-eee1-7000-8000-000000000001";
    assertThat(rows.getFirst())
        .containsExactly(
            new Cell("Item at Marl Valley place board", item),
            new Cell("9 November 2026"),
            new Cell("Changed because of us"),
            new Cell("Counts"),
            new Cell("10 November 2026, for Marl Valley GP Federation"));
    assertThat(rows)
        .extracting(row -> row.get(3).text())
        .containsExactly("Counts", "Counts as one that is not", "Not known", "Left out");
    assertThat(rows.get(1).get(4)).isEqualTo(new Cell("10 November 2026"));
    assertThat(view("evidence-answers").table().rows())
        .extracting(row -> row.getFirst().text() + ", " + row.get(1).text())
        .containsExactly(
            "Bridgewell Health Centre on community services, 2 November 2026",
            "Holmsey Medical Group on community services, 28 October 2026",
            "Otterbrook Surgery on community services, No day");
  }

  @Test
  void of_a_row_that_is_for_others_it_says_so_and_leads_nowhere() throws IOException {
    assertThat(view("evidence-ics").table().rows().getLast())
        .containsExactly(
            new Cell("Of another place, not shown to you"),
            new Cell("No day"),
            new Cell("No talk of both sides in the last 90 days"),
            new Cell("Counts as one that is not"),
            new Cell("Not shown"));
  }

  @Test
  void rows_of_one_kind_can_be_chosen_and_the_chosen_kind_is_no_link() throws IOException {
    assertThat(EvidenceView.of(recorded("evidence", "{}"), HERE, "unknown").filters())
        .containsExactly(
            new Filter("All", HERE),
            new Filter("What counts (5)", HERE + "&counts=numerator"),
            new Filter("All it is out of (24)", HERE + "&counts=denominator"),
            new Filter("Not known (7)", null),
            new Filter("Left out (5)", HERE + "&counts=notCounted"));
    assertThat(
            EvidenceView.of(
                    recorded("evidence", "{\"denominator\": 0, \"unknown\": 0, \"notCounted\": 0}"),
                    HERE,
                    null)
                .filters())
        .as("nothing to choose between")
        .isEmpty();
  }

  @Test
  void what_is_withheld_is_said_to_be_so() throws IOException {
    EvidenceView view = view("evidence-withheld");
    assertThat(view.sentence()).isEqualTo("What this figure is made of is not for your role.");
    assertThat(view.note()).isEqualTo("Counts alone are for this role.");
    assertThat(view.about()).isEmpty();
    assertThat(view.filters()).isEmpty();
    assertThat(view.table().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2, '2 more count and are not shown to you. How strong a relationship is, those are told who hold it.'",
    "1, '1 more counts and is not shown to you. How strong a relationship is, those are told who hold it.'"
  })
  void it_counts_what_is_not_shown(int more, String note) throws IOException {
    assertThat(
            EvidenceView.of(
                    recorded("evidence-federation", "{\"notTold\": " + more + "}"), HERE, null)
                .note())
        .isEqualTo(note);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, There is nothing yet that this figure could be made of.",
    "0, 3, Nothing that this figure is made of is yours to see.",
    "1, 0, 'Based on 1 key relationship, last 30 October 2026.'"
  })
  void nothing_is_not_the_same_as_nothing_to_see(int rows, int notTold, String sentence)
      throws IOException {
    Evidence evidence =
        recorded(
            "evidence-federation",
            "{\"denominator\": %d, \"notTold\": %d}".formatted(rows, notTold));
    assertThat(EvidenceView.sentence(evidence)).isEqualTo(sentence);
  }
}
