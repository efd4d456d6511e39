package uk.onevoice.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days in Europe/London, half-open: {@code start} is the first day, {@code end} the first day after
 * the last, null while it is open. The registry writes the last day instead: see {@link
 * #closedAfter}.
 */
public record Period(LocalDate start, @Nullable LocalDate end) {
  public Period {
    if (end != null && end.isBefore(start)) {
      throw new IllegalArgumentException("A period ends on " + end + ", before " + start + ".");
    }
  }

  public static Period from(LocalDate start) {
    return new Period(start, null);
  }

  /** The period whose last day is known, as the registry's close date says it. */
  public static Period closedAfter(LocalDate start, LocalDate lastDay) {
    return new Period(start, lastDay.plusDays(1));
  }

  public boolean includes(LocalDate day) {
    return !day.isBefore(start) && (end == null || day.isBefore(end));
  }

  public boolean overlaps(Period other) {
    return (end == null || other.start.isBefore(end))
        && (other.end == null || start.isBefore(other.end));
  }
}
