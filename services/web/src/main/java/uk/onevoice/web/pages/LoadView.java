package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import uk.onevoice.web.api.Diary.Load;
import uk.onevoice.web.api.Diary.LoadOfBody;
import uk.onevoice.web.api.Diary.Week;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Words;

/** Time in meetings, in words: hours by week. People are in no order and are not compared. */
final class LoadView {
  private static final int MINUTES = 60;

  private LoadView() {}

  /** 9 hours 30 minutes. */
  static String hours(double hours) {
    long minutes = Math.round(hours * MINUTES);
    long whole = minutes / MINUTES;
    long rest = minutes % MINUTES;
    if (whole == 0 && rest > 0) {
      return Words.count(rest, "minute", "minutes");
    }
    return (whole == 0 ? "no hours" : Words.count(whole, "hour", "hours"))
        + (rest == 0 ? "" : " " + Words.count(rest, "minute", "minutes"));
  }

  static String sentence(List<Week> weeks, LocalDate today) {
    Week now =
        weeks.stream()
            .filter(
                week -> !week.monday().isAfter(today) && today.isBefore(week.monday().plusDays(7)))
            .findFirst()
            .orElse(null);
    if (now == null || now.meetings() == 0) {
      return "No meeting takes your time this week.";
    }
    return Words.sentence(Words.count(now.meetings(), "meeting takes ", "meetings take "))
        + hours(now.hours())
        + " of your week"
        + (now.preparationHours() == 0
            ? "."
            : ", and you prepare " + hours(now.preparationHours()) + " for them.")
        + (now.withoutHours() == 0
            ? ""
            : " Of " + now.withoutHours() + " of them the hours are not known, so it is more.");
  }

  static Grid weeks(List<Week> weeks) {
    return new Grid(
        "Hours in meetings by week",
        List.of(
            new Column("Week from", false),
            new Column("Meetings", true),
            new Column("Hours", true),
            new Column("Preparation", true)),
        weeks.stream()
            .map(week ->
                List.of(
                    new Cell(Words.day(week.monday())),
                    new Cell(Words.number(week.meetings())),
                    new Cell(
                        hours(week.hours())
                            + (week.withoutHours() == 0
                                ? ""
                                : " (of "
                                    + Words.count(week.withoutHours(), "meeting", "meetings")
                                    + " nobody wrote the hours)")),
                    new Cell(
                        week.preparationHours() == 0
                            ? "Not said"
                            : hours(week.preparationHours()))))
            .toList());
  }

  /** Everybody who sits for general practice of a place: this week, and those before and after. */
  static Grid people(List<Load> loads, UnaryOperator<String> people) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Load load : loads) {
      int meetings = load.weeks().stream().mapToInt(Week::meetings).sum();
      double hours = load.weeks().stream().mapToDouble(Week::hours).sum();
      double prepared = load.weeks().stream().mapToDouble(Week::preparationHours).sum();
      double most = load.weeks().stream().mapToDouble(Week::all).max().orElse(0);
      rows.add(
          List.of(
              new Cell(people.apply(load.personId())),
              new Cell(Words.number(meetings)),
              new Cell(hours(hours)),
              new Cell(prepared == 0 ? "Not said" : hours(prepared)),
              new Cell(hours(most)),
              new Cell(
                  load.clashes().isEmpty()
                      ? "None"
                      : Words.count(load.clashes().size(), "clash", "clashes"))));
    }
    return new Grid(
        "Time in meetings of everybody who sits for general practice",
        List.of(
            new Column("Who", false),
            new Column("Meetings", true),
            new Column("Hours", true),
            new Column("Preparation", true),
            new Column("In the fullest week", true),
            new Column("At the same time", false)),
        rows);
  }

  /** What each body's seats take of its people together. */
  static Grid bodies(List<LoadOfBody> loads) {
    return new Grid(
        "Time in meetings for each body of general practice",
        List.of(
            new Column("For whom", false),
            new Column("People", true),
            new Column("Times in a meeting", true),
            new Column("Hours of all", true),
            new Column("Preparation", true)),
        loads.stream()
            .map(load ->
                List.of(
                    new Cell(load.name() == null ? load.bodyId() : load.name()),
                    new Cell(Words.number(load.people())),
                    new Cell(Words.number(load.attendances())),
                    new Cell(
                        hours(load.hours())
                            + (load.withoutHours() == 0
                                ? ""
                                : " (" + load.withoutHours() + " times the hours are not known)")),
                    new Cell(
                        load.preparationHours() == 0
                            ? "Not said"
                            : hours(load.preparationHours()))))
            .toList());
  }
}
