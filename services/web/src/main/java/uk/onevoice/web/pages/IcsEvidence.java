package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.IcsRepresentation;
import uk.onevoice.web.api.IcsRepresentation.PlaceBeside;
import uk.onevoice.web.api.Representation.Measure;
import uk.onevoice.web.api.Representation.Topic;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;

/** Lets each figure in the table of an ICS open what it is made of. */
final class IcsEvidence {
  /**
   * A row of the table.
   *
   * @param query what to ask for beside the day
   */
  private record Figure(String key, String query) {}

  private final IcsRepresentation ics;
  private final AsOf day;
  private final AsOf area;
  private final Map<String, Figure> figures = new HashMap<>();

  private IcsEvidence(IcsRepresentation ics, AsOf day, AsOf area) {
    this.ics = ics;
    this.day = day;
    this.area = area;
    IcsFigures.ROWS.forEach((key, about) -> figures.put(about, new Figure(key, "")));
    Measure coverage = ics.measures().get("M1");
    if (coverage != null && coverage.topics() != null) {
      for (Topic topic : coverage.topics()) {
        figures.put(
            "Practices that agreed: " + IcsFigures.name(topic),
            new Figure("M1", EvidenceView.of(topic)));
      }
    }
  }

  /**
   * The table with the addresses of what its figures are made of, whichever way round it stands.
   *
   * @param area the day and, for the whole, the area that is asked for
   */
  static Grid opened(Grid table, IcsRepresentation ics, AsOf day, AsOf area) {
    return new IcsEvidence(ics, day, area).opened(table);
  }

  private Grid opened(Grid table) {
    boolean placesAcross = figures.keySet().stream().noneMatch(about -> isHead(table, about));
    List<List<Cell>> rows = new ArrayList<>();
    for (int r = 0; r < table.rows().size(); r++) {
      List<Cell> row = table.rows().get(r);
      List<Cell> opened = new ArrayList<>(List.of(row.getFirst()));
      for (int c = 1; c < row.size(); c++) {
        Figure figure =
            figures.get(placesAcross ? row.getFirst().text() : table.columns().get(c).text());
        @Nullable String href = figure == null ? null : address(figure, placesAcross ? c - 1 : r);
        opened.add(href == null ? row.get(c) : new Cell(row.get(c).text(), href));
      }
      rows.add(opened);
    }
    return new Grid(table.caption(), table.columns(), rows);
  }

  private static boolean isHead(Grid table, String about) {
    return table.columns().stream().anyMatch(column -> column.text().equals(about));
  }

  /** Places stand in the order of the answer, and the whole ICS is the last. */
  private @Nullable String address(Figure figure, int place) {
    boolean whole = place == ics.places().size();
    Map<String, Measure> measures = whole ? ics.measures() : ics.places().get(place).measures();
    if (!IcsFigures.opens(figure.key(), measures.get(figure.key()))) {
      return null;
    }
    return (whole ? "/ics/" + Segment.of(ics.odsCode()) : at(ics.places().get(place)))
        + "/representation/"
        + figure.key()
        + figure.query()
        + (whole ? area : day).query(figure.query().isEmpty() ? "?" : "&");
  }

  private static String at(PlaceBeside place) {
    return "/places/" + place.placeId();
  }
}
