package uk.onevoice.projection.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days, half-open; {@link LocalDate#MIN} and {@link LocalDate#MAX} stand for an open end. */
record Span(LocalDate from, LocalDate to) {
  static final Span ALWAYS = new Span(LocalDate.MIN, LocalDate.MAX);

  static Span of(@Nullable LocalDate from, @Nullable LocalDate to) {
    return new Span(from == null ? LocalDate.MIN : from, to == null ? LocalDate.MAX : to);
  }

  static Span from(LocalDate day) {
    return new Span(day, LocalDate.MAX);
  }

  boolean isEmpty() {
    return !from.isBefore(to);
  }

  Span until(LocalDate day) {
    return day.isBefore(to) ? new Span(from, day) : this;
  }
}
