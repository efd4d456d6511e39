package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.IcsRepresentation;
import uk.onevoice.web.api.IcsRepresentation.PlaceBeside;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;

/** A figure in the table of an ICS opens what it is made of, of its own area and day. */
class IcsEvidenceTest {
  private static final AsOf DAY = new AsOf("2026-11-23");
  private static final String STRONG = "Strong key relationships";
  private static final String DONE = "What practices were asked and did";

  private static IcsRepresentation ics() throws IOException {
    return new ObjectMapper()
        .registerModule(new JavaTimeModule())
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .readValue(
            IcsEvidenceTest.class.getResource("/api/ics-representation.json"),
            IcsRepresentation.class);
  }

  private static Grid table(IcsRepresentation ics) {
    List<Column> columns = new ArrayList<>(List.of(new Column("Measure", false)));
    ics.places().forEach(place -> columns.add(new Column(place.name(), false)));
    columns.add(new Column("Whole ICS", false));
    List<List<Cell>> rows = new ArrayList<>();
    for (String about : List.of("Leadership group", STRONG, DONE)) {
      List<Cell> row = new ArrayList<>(List.of(new Cell(about)));
      columns.stream().skip(1).forEach(_ -> row.add(new Cell("2 of 5")));
      rows.add(row);
    }
    return new Grid("Figures", columns, rows);
  }

  @Test
  void whichever_way_round_the_table_stands() throws IOException {
    IcsRepresentation ics = ics();
    Grid table = table(ics);
    Grid across = IcsEvidence.opened(table, ics, DAY, DAY.with("OLD"));
    Grid down = IcsEvidence.opened(table.transposed(), ics, DAY, DAY.with("OLD"));
    assertThat(down.rows()).isEqualTo(across.transposed().rows());
    List<Cell> strong = across.rows().get(1);
    for (int i = 0; i < ics.places().size(); i++) {
      PlaceBeside place = ics.places().get(i);
      boolean shown = IcsFigures.opens("M3", place.measures().get("M3"));
      assertThat(strong.get(i + 1).href())
          .as(place.name())
          .isEqualTo(
              shown ? "/places/" + place.placeId() + "/representation/M3?asOf=2026-11-23" : null);
    }
    assertThat(strong.getLast().href())
        .isEqualTo(
            IcsFigures.opens("M3", ics.measures().get("M3"))
                ? "/ics/WYVICB01/representation/M3?asOf=2026-11-23&footprint=OLD"
                : null);
    assertThat(across.rows().stream().flatMap(List::stream).map(Cell::href))
        .anyMatch(href -> href != null && href.startsWith("/places/"));
    assertThat(across.rows().getFirst()).extracting(Cell::href).containsOnlyNulls();
    assertThat(across.rows().get(2))
        .as("stays with the practice")
        .extracting(Cell::href)
        .containsOnlyNulls();
  }
}
