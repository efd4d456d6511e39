package uk.onevoice.web.pages;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.RepresentationMatrix.Cell;
import uk.onevoice.web.pages.PlaceRepresentationView.Mark;

/** The steps of the representation matrix and its columns, in letters and words. */
final class Ladder {
  private record Step(String letter, String style, String words) {}

  private static final Step NOT_KNOWN = new Step("?", "unknown", "Not recorded");
  private static final Map<String, Step> STEPS =
      Map.of(
          "NO_SEAT", new Step("–", "none", "No seat expected"),
          "VACANT", new Step("○", "vacant", "Seat, empty"),
          "NOT_RECORDED", NOT_KNOWN,
          "ATTENDED", new Step("A", "A", "Attended only"),
          "MANDATED", new Step("M", "M", "With a mandate"),
          "POSITION", new Step("S", "S", "Position put"),
          "CHANGED", new Step("C", "C", "Outcome changed"));
  private static final Map<String, String> COLUMNS =
      Map.of(
          "WHOLE", "General practice as a whole",
          "LMC", "LMC",
          "FEDERATION", "Federations",
          "PCN", "PCNs",
          "PRACTICE", "Practices",
          "ICB", "ICB GP member");

  private Ladder() {}

  /** What a column is called. */
  static String column(String column) {
    return COLUMNS.getOrDefault(column, column);
  }

  /** A step in words. */
  static String step(String step) {
    return STEPS.getOrDefault(step, NOT_KNOWN).words();
  }

  static Mark mark(Cell cell, String href) {
    Step step = STEPS.getOrDefault(cell.cell(), NOT_KNOWN);
    Step was = cell.was() == null ? null : STEPS.getOrDefault(cell.was(), NOT_KNOWN);
    @Nullable String arrow =
        was == null
            ? null
            : "UP".equals(cell.change()) ? "▲" : "DOWN".equals(cell.change()) ? "▼" : "";
    return new Mark(
        column(cell.column()),
        step.letter(),
        step.style(),
        step.words(),
        arrow,
        was == null
            ? ""
            : ("▲".equals(arrow) ? "up, was " : "▼".equals(arrow) ? "down, was " : "was ")
                + was.letter(),
        href);
  }
}
