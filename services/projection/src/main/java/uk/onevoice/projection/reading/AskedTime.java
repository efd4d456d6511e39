package uk.onevoice.projection.reading;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import uk.onevoice.service.problem.Problem;

/** The query parameters {@code asOf} and {@code knownAt}, which every view takes. */
public class AskedTime {
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

  /** A day; without it, today. */
  @QueryParam("asOf")
  @Nullable String asOf;

  /** An instant; without it, now. */
  @QueryParam("knownAt")
  @Nullable String knownAt;

  /** What will be known later nobody can be told: a moment ahead stands for now. */
  public PointInTime at(Clock clock) {
    Instant now = clock.instant();
    LocalDate day = asOf == null ? now.atZone(PointInTime.LONDON).toLocalDate() : day(asOf);
    Instant moment = knownAt == null ? now : moment(knownAt);
    return moment.isBefore(now)
        ? new PointInTime(day, moment, false)
        : new PointInTime(day, now, true);
  }

  private static LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (!day.isBefore(EARLIEST) && day.isBefore(LATEST)) {
        return day;
      }
    } catch (DateTimeParseException notADay) {
      // Answered below, as a day out of range is.
    }
    throw Problem.invalid("query:asOf", "must be a date as 2026-11-30").exception();
  }

  private static Instant moment(String text) {
    try {
      Instant moment = OffsetDateTime.parse(text).toInstant();
      LocalDate day = moment.atZone(PointInTime.LONDON).toLocalDate();
      if (!day.isBefore(EARLIEST) && day.isBefore(LATEST)) {
        return moment;
      }
    } catch (DateTimeParseException notAMoment) {
      // Answered below, as a moment out of range is.
    }
    throw Problem.invalid("query:knownAt", "must be an instant as 2026-11-30T09:00:00Z")
        .exception();
  }
}
