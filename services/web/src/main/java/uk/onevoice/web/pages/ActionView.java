package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Actions.Action;
import uk.onevoice.web.api.Actions.Step;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Words;

/** Actions in words: who owes what, by when, and what became of it. */
final class ActionView {
  static final List<Choice> RESULTS =
      List.of(
          new Choice("DONE", "It is done"),
          new Choice("PARTLY_DONE", "It is partly done"),
          new Choice("NOT_DONE", "It was not done"),
          new Choice("OVERTAKEN", "It no longer matters"));
  static final String ERASED = "Words that are no longer kept";

  private ActionView() {}

  static String what(Action action) {
    return action.what() == null ? ERASED : action.what();
  }

  /** Who has to do it by when, or what came of it. */
  static String sentence(Action action, LocalDate today) {
    String owner = action.owner();
    if (!action.open()) {
      return owner
          + ": "
          + Vocabulary.words(RESULTS, action.result()).replaceFirst("^I", "i")
          + ". It was due on "
          + Words.day(action.due())
          + ".";
    }
    return owner
        + (action.overdue() ? " was to do it by " : " is to do it by ")
        + Words.day(action.due())
        + ": "
        + when(action.due(), today)
        + ".";
  }

  /** 24 days late, today, in 2 days. */
  static String when(LocalDate due, LocalDate today) {
    long days = today.until(due, ChronoUnit.DAYS);
    if (days == 0) {
      return "today";
    }
    return days < 0
        ? Words.count(-days, "day", "days") + " late"
        : "in " + Words.count(days, "day", "days");
  }

  static String chased(Action action) {
    @Nullable LocalDate last = action.lastChasedOn();
    return last == null
        ? "They were not asked yet."
        : "They were asked "
            + (action.chases() == 1 ? "once" : Words.number(action.chases()) + " times")
            + ", last on "
            + Words.day(last)
            + ".";
  }

  static String listSentence(String state, int count, boolean more) {
    String on = more ? " on this page" : "";
    return switch (state) {
      case "OVERDUE" ->
          count == 0
              ? "Nothing is late."
              : Words.sentence(Words.count(count, "action is", "actions are")) + " late" + on + ".";
      case "CLOSED" ->
          count == 0
              ? "Nothing has been closed yet."
              : Words.sentence(Words.count(count, "action is", "actions are"))
                  + " closed"
                  + on
                  + ".";
      default ->
          count == 0
              ? "Nothing that was agreed is open."
              : Words.sentence(Words.count(count, "action is", "actions are"))
                  + " open"
                  + on
                  + ", those due first at the top.";
    };
  }

  static Grid table(List<Action> actions, LocalDate today) {
    return new Grid(
        "Actions",
        List.of(
            new Column("What", false),
            new Column("Who", false),
            new Column("Due", false),
            new Column("State", false)),
        actions.stream()
            .map(action ->
                List.of(
                    new Cell(what(action), "/actions/" + action.actionId()),
                    new Cell(action.owner()),
                    new Cell(Words.day(action.due())),
                    new Cell(
                        action.open()
                            ? Words.sentence(when(action.due(), today))
                            : Vocabulary.words(RESULTS, action.result()))))
            .toList());
  }

  /** One line of the history of an action. */
  record Line(String day, String what, String words, boolean late) {}

  static List<Line> history(List<Step> steps) {
    return steps.stream()
        .map(step ->
            new Line(
                Words.day(step.on()),
                happened(step),
                step.words() == null ? "" : step.words(),
                step.what().equals("CHASED")))
        .toList();
  }

  private static String happened(Step step) {
    String due = step.due() == null ? "" : Words.day(step.due());
    return switch (step.what()) {
      case "OPENED" -> "Agreed, due on " + due;
      case "REDATED" -> "Another day was agreed: " + due;
      case "CHASED" -> "The owner was asked";
      case "CLOSED" ->
          "Closed: " + Vocabulary.words(RESULTS, step.result()).replaceFirst("^I", "i");
      case "REOPENED" -> "Opened again";
      default -> step.what();
    };
  }
}
