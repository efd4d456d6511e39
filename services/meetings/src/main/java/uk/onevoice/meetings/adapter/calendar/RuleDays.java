package uk.onevoice.meetings.adapter.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.model.Recur;
import uk.onevoice.meetings.domain.series.Rule;

/** The days that a recurrence rule gives. */
public final class RuleDays {
  /** By hours and smaller there is nothing to plan in days. */
  private static final Set<String> PARTS =
      Set.of(
          "FREQ",
          "INTERVAL",
          "COUNT",
          "UNTIL",
          "BYDAY",
          "BYMONTH",
          "BYMONTHDAY",
          "BYYEARDAY",
          "BYWEEKNO",
          "BYSETPOS",
          "WKST");

  private RuleDays() {}

  /**
   * The days from the first to the last, both included, counted from the first: every second week
   * is so from there on. Empty where the rule gives none.
   *
   * @throws IllegalArgumentException for a rule that RFC 5545 does not know, or not in whole days
   */
  public static List<LocalDate> of(Rule rule, LocalDate first, LocalDate last) {
    boolean inDays =
        Arrays.stream(rule.value().split(";"))
            .map(part -> part.substring(0, part.indexOf('=')))
            .allMatch(PARTS::contains);
    if (!inDays) {
      throw new IllegalArgumentException("must be a recurrence rule by days");
    }
    try {
      return new Recur<LocalDate>(rule.value())
          .getDates(first, first, last.plusDays(1)).stream()
              .filter(day -> !day.isAfter(last))
              .toList();
    } catch (RuntimeException refused) {
      throw new IllegalArgumentException("must be a recurrence rule of RFC 5545", refused);
    }
  }

  /** Whether the rule, counted from its first day, gives this one. */
  public static boolean include(Rule rule, LocalDate first, LocalDate day) {
    return of(rule, first, day).contains(day);
  }
}
