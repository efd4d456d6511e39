package uk.onevoice.organisations.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in every form that releases of one series have used. */
final class OfficialDate {
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ][0-9:.]+Z?)?");
  private static final Pattern NAMED =
      Pattern.compile("(\\d{1,2})[- ]?([A-Za-z]{3})[a-z]*[- ]?(\\d{4}|\\d{2})");
  private static final Pattern BRITISH = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final int CENTURY = 2000;

  private OfficialDate() {}

  /** The day, if this is one: 20260801, 2026-08-01, 01Aug2026, 01AUG2026, 01-Aug-26, 01/08/2026. */
  static Optional<LocalDate> parse(String text) {
    var compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return day(number(compact, 1), number(compact, 2), number(compact, 3));
    }
    var iso = ISO.matcher(text);
    if (iso.matches()) {
      return day(number(iso, 1), number(iso, 2), number(iso, 3));
    }
    var named = NAMED.matcher(text);
    if (named.matches()) {
      int month = MONTHS.indexOf(named.group(2).toUpperCase(Locale.ROOT)) + 1;
      int year = number(named, 3);
      return day(year < 100 ? CENTURY + year : year, month, number(named, 1));
    }
    var british = BRITISH.matcher(text);
    if (british.matches()) {
      return day(number(british, 3), number(british, 2), number(british, 1));
    }
    return Optional.empty();
  }

  /** A release: a day, or a month that stands for its first day. */
  static Optional<LocalDate> parseRelease(String text) {
    var month = MONTH.matcher(text);
    return month.matches() ? day(number(month, 1), number(month, 2), 1) : parse(text);
  }

  static YearMonth monthOf(LocalDate day) {
    return YearMonth.from(day);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    if (year < 1800 || year > 2199) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
