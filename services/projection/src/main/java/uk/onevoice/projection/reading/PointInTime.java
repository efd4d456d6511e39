package uk.onevoice.projection.reading;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/**
 * What a view is about: how things were at the end of a day in Europe/London, as far as it was
 * known at a moment.
 *
 * @param everything whether no moment before now was asked for: then all that is known counts,
 *     whatever the clocks of those who recorded it say
 */
public record PointInTime(LocalDate asOf, Instant knownAt, boolean everything) {
  public static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");
  private static final LocalTime WEEKLY = LocalTime.of(6, 0);

  /** What the functions of the database are asked with. */
  Instant cutOff() {
    return everything ? END_OF_TIME : knownAt;
  }

  /**
   * Both dates put back to Monday 06:00, so that whoever compares two answers cannot tell who
   * answered in between.
   */
  public PointInTime weekly() {
    ZonedDateTime known = knownAt.atZone(LONDON);
    ZonedDateTime monday =
        known.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).with(WEEKLY);
    Instant published = (monday.isAfter(known) ? monday.minusWeeks(1) : monday).toInstant();
    LocalDate week = asOf.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return new PointInTime(week, published, false);
  }
}
