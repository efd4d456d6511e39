package uk.onevoice.web.pages;

import java.util.List;
import java.util.function.UnaryOperator;
import uk.onevoice.web.api.Schemes.Classification;
import uk.onevoice.web.api.Schemes.Scheme;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Words;

/**
 * Who decides what in a place, in the words of its page.
 *
 * @param classes the classes of questions, each with who decides and why
 * @param classified the questions of which it is said who decides them
 */
public record SchemeView(String sentence, Grid classes, Grid classified) {

  static SchemeView of(
      Scheme scheme, List<Classification> classified, UnaryOperator<String> names) {
    return new SchemeView(
        "Version "
            + scheme.version()
            + ", adopted by "
            + names.apply(scheme.adoptedBy())
            + ". It holds since "
            + Words.day(scheme.on())
            + ".",
        new Grid(
            "Who decides what",
            List.of(
                new Column("Questions about", false),
                new Column("Who decides", false),
                new Column("Why", false)),
            scheme.classes().stream()
                .map(row ->
                    List.of(
                        new Cell(row.name()),
                        new Cell(Vocabulary.words(Vocabulary.DECIDES, row.decides())),
                        new Cell(PositionView.question(row.why()))))
                .toList()),
        new Grid(
            "Questions of which it is said who decides",
            List.of(
                new Column("Question", false),
                new Column("Who decides", false),
                new Column("Said on", false)),
            classified.stream()
                .map(one ->
                    List.of(
                        new Cell(PositionView.question(one.question())),
                        new Cell(
                            Vocabulary.words(Vocabulary.DECIDES, one.decides())
                                + " ("
                                + one.name()
                                + ")"
                                + (one.outdated()
                                    ? ". By version "
                                        + one.schemeVersion()
                                        + ", which is no longer the newest: say it again."
                                    : "")),
                        new Cell(Words.day(one.on()))))
                .toList()));
  }

  /** The result of a classification, as one says it to the next person. */
  static String decided(Classification one) {
    String why = one.why() == null ? "" : ": “" + one.why().strip() + "”";
    String who =
        switch (one.decides()) {
          case "LEADERSHIP_GROUP" -> "The leadership group decides this";
          case "PCN" -> "Each network (PCN) decides this for its practices";
          case "FEDERATION" -> "The federation decides this";
          case "LMC" -> "The LMC decides this";
          default -> "Each practice decides this for itself";
        };
    return who
        + ", because it is about "
        + RoleWords.lowerFirst(one.name())
        + why
        + (why.isEmpty() || !why.endsWith(".”") ? "." : "")
        + (one.outdated()
            ? " Who decides what has changed since; say again which class it is."
            : "");
  }
}
