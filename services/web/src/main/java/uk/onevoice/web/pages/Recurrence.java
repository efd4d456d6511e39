package uk.onevoice.web.pages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.onevoice.web.api.Diary.Hours;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Words;

/**
 * How often a forum meets, as it is chosen in words: every second Tuesday of a month. The APIs are
 * told a rule of RFC 5545; nobody types one.
 *
 * @param which which weekday of a month, -1 for the last; 0 for every week
 * @param every every how many weeks or months
 */
record Recurrence(int which, DayOfWeek weekday, int every) {
  static final List<Choice> WHICH =
      List.of(
          new Choice("", "Choose"),
          new Choice("1", "The first of the month"),
          new Choice("2", "The second of the month"),
          new Choice("3", "The third of the month"),
          new Choice("4", "The fourth of the month"),
          new Choice("-1", "The last of the month"),
          new Choice("W1", "Every week"),
          new Choice("W2", "Every second week"));
  static final List<Choice> WEEKDAYS =
      Stream.concat(
              Stream.of(new Choice("", "Choose")),
              Arrays.stream(DayOfWeek.values()).map(day -> new Choice(code(day), name(day))))
          .toList();
  static final List<Choice> MONTHS =
      List.of(
          new Choice("1", "Every month"),
          new Choice("2", "Every second month"),
          new Choice("3", "Every third month"));
  private static final Map<Integer, String> ORDINALS =
      Map.of(1, "first", 2, "second", 3, "third", 4, "fourth", 5, "fifth", -1, "last");

  private static String code(DayOfWeek day) {
    return day.name().substring(0, 2);
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.UK);
  }

  /** What was chosen; a choice that is missing is noted. */
  static Optional<Recurrence> of(Form form) {
    Optional<String> which = form.required("which", "Choose how often it meets");
    Optional<String> weekday = form.required("weekday", "Choose on which weekday it meets");
    Optional<DayOfWeek> day = weekday.flatMap(Recurrence::day);
    if (which.isEmpty() || day.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (which.get()) {
          case "W1" -> new Recurrence(0, day.get(), 1);
          case "W2" -> new Recurrence(0, day.get(), 2);
          case "2", "3", "4", "-1" ->
              new Recurrence(Integer.parseInt(which.get()), day.get(), months(form));
          default -> new Recurrence(1, day.get(), months(form));
        });
  }

  private static int months(Form form) {
    return switch (form.value("months")) {
      case "2" -> 2;
      case "3" -> 3;
      default -> 1;
    };
  }

  private static Optional<DayOfWeek> day(String code) {
    return Arrays.stream(DayOfWeek.values()).filter(day -> code(day).equals(code)).findFirst();
  }

  /** As a form has it, for one that changes what is there. */
  Form filled(Form form) {
    return form.with("which", which == 0 ? "W" + every : String.valueOf(which))
        .with("weekday", code(weekday))
        .with("months", which == 0 ? "1" : String.valueOf(every));
  }

  String rule() {
    String interval = every == 1 ? "" : ";INTERVAL=" + every;
    return which == 0
        ? "FREQ=WEEKLY" + interval + ";BYDAY=" + code(weekday)
        : "FREQ=MONTHLY" + interval + ";BYDAY=" + which + code(weekday);
  }

  /** The first day on or after this one; a rule counts from there. */
  LocalDate firstFrom(LocalDate day) {
    if (which == 0) {
      return day.with(TemporalAdjusters.nextOrSame(weekday));
    }
    LocalDate inMonth = inMonth(day);
    return inMonth.isBefore(day) ? inMonth(day.plusMonths(1).withDayOfMonth(1)) : inMonth;
  }

  private LocalDate inMonth(LocalDate day) {
    return day.with(
        which < 0
            ? TemporalAdjusters.lastInMonth(weekday)
            : TemporalAdjusters.dayOfWeekInMonth(which, weekday));
  }

  String words() {
    if (which == 0) {
      return every == 1 ? "every " + name(weekday) : "every second " + name(weekday);
    }
    return "the "
        + ORDINALS.get(which)
        + " "
        + name(weekday)
        + " of "
        + switch (every) {
          case 1 -> "each month";
          case 2 -> "every second month";
          case 3 -> "every third month";
          default -> "every " + every + " months";
        };
  }

  /**
   * A rule that can be said in these words; empty for one that another program made of other parts.
   */
  static Optional<Recurrence> ofRule(String rule) {
    Map<String, String> parts =
        Arrays.stream(rule.split(";"))
            .map(part -> part.split("=", 2))
            .filter(part -> part.length == 2)
            .collect(Collectors.toMap(part -> part[0], part -> part[1], (one, _) -> one));
    if (!List.of("FREQ", "INTERVAL", "BYDAY").containsAll(parts.keySet())) {
      return Optional.empty();
    }
    String byDay = parts.getOrDefault("BYDAY", "");
    if (!byDay.matches("(-1|[1-5])?(MO|TU|WE|TH|FR|SA|SU)")) {
      return Optional.empty();
    }
    String number = byDay.substring(0, byDay.length() - 2);
    DayOfWeek weekday = day(byDay.substring(byDay.length() - 2)).orElseThrow();
    int every = Integer.parseInt(parts.getOrDefault("INTERVAL", "1"));
    boolean weekly = "WEEKLY".equals(parts.get("FREQ"));
    boolean sayable = weekly ? number.isEmpty() && every <= 2 : !number.isEmpty();
    if (!sayable || !(weekly || "MONTHLY".equals(parts.get("FREQ")))) {
      return Optional.empty();
    }
    return Optional.of(new Recurrence(weekly ? 0 : Integer.parseInt(number), weekday, every));
  }

  /** Any rule in words; what cannot be said so is told by its days. */
  static String words(String rule) {
    return ofRule(rule).map(Recurrence::words).orElse("on the days listed here");
  }

  /** The second Tuesday of each month, 2pm to 4pm. */
  static String sentence(String rule, Hours hours) {
    return Words.sentence(words(rule)) + Clock.after(hours);
  }
}
