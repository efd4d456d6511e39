package uk.onevoice.projection.representation;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.service.problem.Problem;

/** The days of a trend: {@code from}, {@code to} and {@code every}. */
public class AskedTrend {
  private static final int MOST_POINTS = 25;
  private static final int MONTHS_OF_A_QUARTER = 3;

  /** The first day; without it, a year before the last. */
  @QueryParam("from")
  @Nullable String from;

  /** The last day; without it, that of asOf. */
  @QueryParam("to")
  @Nullable String to;

  /** month or quarter; without it, quarter. */
  @QueryParam("every")
  @Nullable String every;

  /** The first day of each month or quarter within, and the last day. */
  List<LocalDate> days(LocalDate asOf) {
    LocalDate last = to == null ? asOf : day("to", to);
    LocalDate first = from == null ? last.minusYears(1) : day("from", from);
    int months = months();
    if (first.isAfter(last)) {
      throw Problem.invalid("query:from", "must not be after the last day").exception();
    }
    if (first.plusMonths((long) months * (MOST_POINTS - 1)).isBefore(last)) {
      throw Problem.invalid("query:from", "must leave at most " + MOST_POINTS + " points")
          .exception();
    }
    List<LocalDate> days = new ArrayList<>();
    for (YearMonth month = YearMonth.from(first);
        month.atDay(1).isBefore(last);
        month = month.plusMonths(1)) {
      boolean begins = (month.getMonthValue() - 1) % months == 0;
      if (begins && !month.atDay(1).isBefore(first)) {
        days.add(month.atDay(1));
      }
    }
    days.add(last);
    return days;
  }

  private int months() {
    if (every == null || every.equals("quarter")) {
      return MONTHS_OF_A_QUARTER;
    }
    if (every.equals("month")) {
      return 1;
    }
    throw Problem.invalid("query:every", "must be month or quarter").exception();
  }

  private static LocalDate day(String parameter, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1900 && day.getYear() < 2200) {
        return day;
      }
    } catch (DateTimeParseException notADay) {
      // Answered below, as a day out of range is.
    }
    throw Problem.invalid("query:" + parameter, "must be a date as 2026-11-30").exception();
  }
}
