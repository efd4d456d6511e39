package uk.onevoice.organisations.adapter.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.onevoice.service.problem.Problem;

/**
 * What a search for a date asks for: a comparison with a stretch of time, which is as long as what
 * was written is exact. Days are those of Europe/London.
 *
 * @param until the first moment after it
 */
record Moment(Comparison comparison, Instant from, Instant until) {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Pattern FORM =
      Pattern.compile("(eq|ne|gt|lt|ge|le|sa|eb)?(\\d{4})(-\\d{2})?(-\\d{2})?(T.+)?");

  /** How it is compared; {@code sa} and {@code eb} are after and before as a whole. */
  enum Comparison {
    EQ,
    NE,
    GT,
    LT,
    GE,
    LE,
    SA,
    EB
  }

  static Moment read(String parameter, String text) {
    Matcher form = FORM.matcher(text);
    try {
      if (form.matches() && (form.group(4) != null || form.group(5) == null)) {
        return read(form, text);
      }
    } catch (DateTimeException noDate) {
      // The problem below says it.
    }
    throw Problem.invalid(
            "query:" + parameter,
            "must be a date such as 2026, 2026-11, 2026-11-25 or 2026-11-25T09:30:00Z, with one of"
                + " eq, ne, gt, lt, ge, le, sa, eb before it or none.")
        .exception();
  }

  private static Moment read(Matcher form, String text) {
    var comparison =
        form.group(1) == null
            ? Comparison.EQ
            : Comparison.valueOf(form.group(1).toUpperCase(Locale.ROOT));
    var date = form.group(1) == null ? text : text.substring(2);
    if (form.group(5) != null) {
      var from = OffsetDateTime.parse(date).toInstant();
      // Whole seconds are as exact as a second.
      return new Moment(
          comparison, from, date.contains(".") ? from.plusNanos(1000) : from.plusSeconds(1));
    }
    if (form.group(4) != null) {
      var day = LocalDate.parse(date);
      return days(comparison, day, day.plusDays(1));
    }
    if (form.group(3) != null) {
      var first = YearMonth.parse(date).atDay(1);
      return days(comparison, first, first.plusMonths(1));
    }
    var first = LocalDate.of(Integer.parseInt(date), 1, 1);
    return days(comparison, first, first.plusYears(1));
  }

  private static Moment days(Comparison comparison, LocalDate first, LocalDate until) {
    return new Moment(
        comparison, first.atStartOfDay(LONDON).toInstant(), until.atStartOfDay(LONDON).toInstant());
  }

  /** The first of its days. */
  LocalDate firstDay() {
    return from.atZone(LONDON).toLocalDate();
  }

  /** The first day after it. */
  LocalDate dayAfter() {
    return until.minus(1, ChronoUnit.MICROS).atZone(LONDON).toLocalDate().plusDays(1);
  }
}
