package uk.onevoice.projection.extract;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.Pages;
import uk.onevoice.projection.reading.PointInTime;
import uk.onevoice.projection.table.Table.Row;
import uk.onevoice.service.problem.Problem;

/**
 * What of a table is still to be told: of which days, as known when, and which rows of the first of
 * them the caller has already. The cursor of a row is what is left after it.
 *
 * @param of the table and the ICS
 * @param next the first day; the others follow week by week
 * @param last no day is later
 * @param key of the last row of the first day that the caller has; null where they have none
 */
record Extent(String of, Instant knownAt, LocalDate next, LocalDate last, @Nullable String key) {
  private static final int MOST_YEARS = 5;
  private static final String SEPARATOR = "\n";
  private static final int PARTS = 5;

  /**
   * @param from Mondays from this day on are told; null for the day of the time alone
   */
  static Extent of(String table, PointInTime time, @Nullable String from) {
    LocalDate last = time.asOf();
    return new Extent(table, time.knownAt(), from == null ? last : monday(from, last), last, null);
  }

  private static LocalDate monday(String from, LocalDate last) {
    try {
      LocalDate monday = LocalDate.parse(from).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
      if (!monday.isAfter(last) && !tooFar(monday, last)) {
        return monday;
      }
    } catch (DateTimeException notADay) {
      // Answered below, as a day out of range is.
    }
    throw Problem.invalid(
            "query:from",
            "must be a date as 2026-11-30 with a Monday up to asOf, at most "
                + MOST_YEARS
                + " years before")
        .exception();
  }

  private static boolean tooFar(LocalDate next, LocalDate last) {
    return next.isBefore(last.minusYears(MOST_YEARS));
  }

  /**
   * What is left after the row whose cursor this is.
   *
   * @param table what the caller asks for: a cursor of another one leads nowhere
   * @param latest when nothing later can be known yet
   */
  static Extent after(String cursor, String table, Instant latest) {
    String[] parts = Pages.open(cursor).split(SEPARATOR, PARTS);
    try {
      if (parts.length == PARTS && parts[0].equals(table)) {
        var extent =
            new Extent(
                table,
                Instant.parse(parts[1]),
                LocalDate.parse(parts[2]),
                LocalDate.parse(parts[3]),
                parts[4]);
        if (!extent.knownAt.isAfter(latest)
            && !extent.next.isAfter(extent.last)
            && !tooFar(extent.next, extent.last)) {
          return extent;
        }
      }
    } catch (DateTimeException notOurs) {
      // Answered below, as a cursor of something else is.
    }
    throw Problem.invalid("query:after", "is not the cursor of a row of this table").exception();
  }

  /** What is left after a row of one of its days. */
  String cursor(LocalDate day, Row row) {
    return Pages.seal(
        String.join(SEPARATOR, of, knownAt.toString(), day.toString(), last.toString(), row.key()));
  }

  /** The days that are told, of which there is at least one. */
  List<LocalDate> days() {
    return Stream.iterate(next, day -> !day.isAfter(last), day -> day.plusWeeks(1)).toList();
  }

  PointInTime on(LocalDate day) {
    return new PointInTime(day, knownAt, false);
  }

  /** Whether the caller has this row of a day already. */
  boolean isTold(LocalDate day, Row row) {
    return key != null && day.equals(next) && row.key().compareTo(key) <= 0;
  }
}
