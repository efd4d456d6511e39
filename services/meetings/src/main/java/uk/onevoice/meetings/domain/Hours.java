package uk.onevoice.meetings.domain;

import java.time.LocalTime;

/** From when to when on a day, as a clock in London shows it in summer and in winter. */
public record Hours(LocalTime start, LocalTime end) {
  public Hours {
    if (!end.isAfter(start)) {
      throw new IllegalArgumentException("A meeting ends later than it begins.");
    }
    if (start.getSecond() + start.getNano() + end.getSecond() + end.getNano() > 0) {
      throw new IllegalArgumentException("A meeting begins and ends on a minute.");
    }
  }
}
