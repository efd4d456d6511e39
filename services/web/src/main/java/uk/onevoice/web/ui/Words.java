package uk.onevoice.web.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How numbers, days and lists are written on a page. */
public final class Words {
  private static final Locale UK = Locale.UK;
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", UK);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", UK);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", UK);

  private Words() {}

  /** 1930400 is written 1,930,400. */
  public static String number(Number number) {
    return String.format(UK, "%,d", number.longValue());
  }

  /** 23 November 2026. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** Tuesday 24 November 2026. */
  public static String weekday(LocalDate day) {
    return WEEKDAY.format(day);
  }

  /** October 2026. */
  public static String month(YearMonth month) {
    return MONTH.format(month);
  }

  /** 10:42am on 23 November 2026, in the reader's time zone. */
  public static String time(Instant instant) {
    ZonedDateTime local = instant.atZone(LONDON);
    int hour = local.getHour() % 12 == 0 ? 12 : local.getHour() % 12;
    String half = local.getHour() < 12 ? "am" : "pm";
    return String.format(
        UK, "%d:%02d%s on %s", hour, local.getMinute(), half, day(local.toLocalDate()));
  }

  /** 1 practice, 2 practices, no practices. */
  public static String count(long count, String one, String many) {
    return (count == 0 ? "no" : number(count)) + " " + (count == 1 ? one : many);
  }

  /** 1 ICB, 2 trusts and 1 council. */
  public static String list(List<String> parts) {
    return switch (parts.size()) {
      case 0 -> "";
      case 1 -> parts.getFirst();
      default -> String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    };
  }

  /** Share of a whole as whole percent; the whole must not be 0. */
  public static String percent(long part, long whole) {
    return Math.round(100.0 * part / whole) + "%";
  }

  /** The first letter large, for the start of a sentence. */
  public static String sentence(String words) {
    return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(UK) + words.substring(1);
  }
}
