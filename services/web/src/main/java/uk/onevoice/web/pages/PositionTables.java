package uk.onevoice.web.pages;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Issues;
import uk.onevoice.web.api.Issues.Discussed;
import uk.onevoice.web.api.Issues.Public;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Words;

/** Lists of what bodies of general practice say, and where two of them say different things. */
final class PositionTables {
  private PositionTables() {}

  static Grid inPublic(List<Public> positions, UnaryOperator<String> names) {
    return new Grid(
        "Public positions",
        List.of(
            new Column("Question", false),
            new Column("Who says what", false),
            new Column("Public since", false)),
        positions.stream()
            .map(one ->
                List.of(
                    question(one.positionId(), one.question()),
                    new Cell(PositionView.sentence(names.apply(one.bodyId()), one.stances())),
                    new Cell(Words.day(one.publishedOn()))))
            .toList());
  }

  static Grid discussed(List<Discussed> positions, UnaryOperator<String> names) {
    return new Grid(
        "Positions",
        List.of(
            new Column("Question", false),
            new Column("Body", false),
            new Column("Topic", false),
            new Column("Where it stands", false)),
        positions.stream()
            .map(one ->
                List.of(
                    question(one.positionId(), one.question()),
                    new Cell(names.apply(one.bodyId())),
                    new Cell(one.topicNow() == null ? "Not known" : one.topicNow()),
                    new Cell(
                        PositionView.status(one.status())
                            + (one.publicNow() && !one.status().equals("PUBLIC")
                                ? "; an earlier version is public"
                                : ""))))
            .toList());
  }

  private static Cell question(String positionId, @Nullable String question) {
    return new Cell(PositionView.question(question), "/positions/" + positionId);
  }

  static String sentence(int count, boolean later, boolean more, boolean inside) {
    String whose =
        inside
            ? " Only general practice of the place sees what is not public."
            : " Bodies of general practice stand by what they say here.";
    if (count == 0) {
      return later
          ? "There are no more."
          : inside ? "No body has said anything yet." : "No body has said anything in public yet.";
    }
    return Words.sentence(
            (later ? "the next " : more ? "the newest " : "")
                + Words.count(count, "position", "positions"))
        + "."
        + whose;
  }

  static String alert(Issues.Alert alert, UnaryOperator<String> names) {
    String said =
        Words.list(
            alert.sides().stream()
                .map(side ->
                    names.apply(side.bodyId())
                        + " says “"
                        + Vocabulary.words(Vocabulary.STANCES, side.stance())
                        + "”")
                .toList());
    return (alert.kind().equals("CONTRADICTS")
            ? "Two bodies contradict each other"
            : "Two bodies do not say the same")
        + " since "
        + Words.day(alert.since())
        + ". On “"
        + PositionView.question(alert.question())
        + "”, to “"
        + PositionView.question(alert.option())
        + "”: "
        + said
        + ".";
  }
}
