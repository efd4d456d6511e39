package uk.onevoice.web.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import uk.onevoice.web.api.MatrixEvidence;
import uk.onevoice.web.api.MatrixEvidence.Row;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/**
 * What is behind one cell of the representation matrix, in words.
 *
 * @param step the letter of the cell and its words; empty where it is not for this reader
 */
public record CellView(String heading, String step, String sentence, String fresh, Grid table) {

  private static final Map<String, String> WHY = why();

  static CellView of(MatrixEvidence evidence) {
    return new CellView(
        heading(evidence),
        step(evidence),
        sentence(evidence),
        "As on "
            + Words.day(evidence.asOf())
            + ", from "
            + Words.day(evidence.from())
            + ". Seats are those of the day.",
        table(evidence));
  }

  /** Whose cell it is, and at which board or group. */
  static String heading(MatrixEvidence evidence) {
    return evidence.label() == null
        ? "A board or group of " + evidence.name()
        : whose(evidence) + " at " + evidence.label();
  }

  private static String whose(MatrixEvidence evidence) {
    if (evidence.bodyId() == null) {
      return Ladder.column(evidence.column());
    }
    return evidence.bodyName() == null ? evidence.bodyId() : evidence.bodyName();
  }

  private static String step(MatrixEvidence evidence) {
    if (evidence.cell() == null) {
      return "";
    }
    return Ladder.step(evidence.cell())
        + (evidence.verdict() == null ? "." : ": " + evidence.verdict() + ".");
  }

  static String sentence(MatrixEvidence evidence) {
    if (evidence.withheld()) {
      return "What is behind it is for general practice of "
          + evidence.name()
          + ", which sees all of its boards and groups.";
    }
    int makers = Objects.requireNonNull(evidence.makeStep());
    int rest = Objects.requireNonNull(evidence.rows()) - makers;
    if (makers + rest == 0) {
      return "No seat and no meeting is written down, so there is nothing that could be shown.";
    }
    return (makers == 0
            ? "Nothing in the list makes it."
            : Words.sentence(Words.count(makers, "record makes", "records make")) + " it.")
        + (rest == 0
            ? ""
            : " "
                + Words.count(rest, "more is", "more are")
                + " known and "
                + (rest == 1 ? "does" : "do")
                + " not change it.");
  }

  private static Grid table(MatrixEvidence evidence) {
    return new Grid(
        "What is behind it",
        List.of(
            new Column("What", false),
            new Column("Day", false),
            new Column("What happened", false),
            new Column("Makes it", false),
            new Column("Written down", false)),
        evidence.items().stream()
            .map(row ->
                List.of(
                    new Cell(name(row), row.mayOpen() ? row.page() : null),
                    new Cell(day(row)),
                    new Cell(WHY.getOrDefault(row.why(), row.why())),
                    new Cell(row.makesStep() ? "Yes" : "No"),
                    new Cell(entered(row))))
            .toList());
  }

  private static String name(Row row) {
    if (!row.mayOpen()) {
      return "Of another place, not shown to you";
    }
    String label = row.label() == null ? "" : row.label();
    return switch (row.what()) {
      case "SEAT" -> "Seat: " + label + (row.organisationId() == null ? "" : ", " + body(row));
      case "MANDATE" ->
          "Mandate: "
              + Topic.words(label)
              + (row.organisationId() == null ? "" : ", held by " + body(row));
      case "MEETING" -> "Meeting: " + label;
      default -> "Item at " + label;
    };
  }

  private static String body(Row row) {
    return Objects.requireNonNullElse(
        row.organisationName(), Objects.requireNonNullElse(row.organisationId(), ""));
  }

  private static String day(Row row) {
    return row.day() == null
        ? "No day"
        : ("SEAT".equals(row.what()) ? "Since " : "MANDATE".equals(row.what()) ? "Last " : "")
            + Words.day(row.day());
  }

  private static String entered(Row row) {
    if (row.recordedOn() == null) {
      return "Not shown";
    }
    String body = row.enteredForName() == null ? row.enteredFor() : row.enteredForName();
    return Words.day(row.recordedOn()) + (body == null ? "" : ", for " + body);
  }

  private static Map<String, String> why() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("FILLED", "Somebody sits there");
    words.put("EMPTY", "Nobody sits there");
    words.put("NOT_RECORDED", "Nobody wrote down who was there");
    words.put("NOBODY_CAME", "Nobody came for them");
    words.put("OBSERVED", "Was there, only to observe");
    words.put("WAS_THERE", "Was there, without a mandate");
    words.put("MANDATE_RAN_OUT", "Was there under a mandate that is not in force any more");
    words.put("UNDER_MANDATE", "Was there under a mandate that is in force");
    words.put("IN_FORCE", "In force");
    words.put("RAN_OUT", "Not in force any more");
    words.put("FOR", "Position put: for it");
    words.put("AGAINST", "Position put: against it");
    words.put("CONDITIONAL", "Position put: for it, on conditions");
    words.put("NEUTRAL", "Position put: neither for nor against");
    words.put("CHANGED", "Changed because of us, confirmed");
    words.put("PARTLY", "Partly changed because of us, confirmed");
    words.put("WITHOUT_US", "Decided, and nobody spoke for them");
    return words;
  }
}
