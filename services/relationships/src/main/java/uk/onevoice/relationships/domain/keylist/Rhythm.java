package uk.onevoice.relationships.domain.keylist;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long both sides have not spoken, as of one day. Meetings are no talks, and a message that
 * nobody answered is none either.
 *
 * @param band of the measures
 * @param daysSince the last talk of both sides; null when there was none
 * @param due the last day on which a talk would be in time
 * @param cold whether that day has passed
 */
public record Rhythm(Band band, @Nullable Long daysSince, LocalDate due, boolean cold) {
  private static final int FIRST = 60;
  private static final int SECOND = 120;

  /** The bands in which measures count slots: up to 60 days, up to 120, longer, and never. */
  public enum Band {
    UP_TO_60,
    UP_TO_120,
    LONGER,
    NEVER
  }

  /**
   * Where nobody has spoken yet, the days are counted from when the relationship was marked.
   *
   * @param everyDays wished days between two talks
   */
  public static Rhythm of(
      @Nullable LocalDate lastTwoWayContact, LocalDate markedOn, int everyDays, LocalDate today) {
    LocalDate due = (lastTwoWayContact == null ? markedOn : lastTwoWayContact).plusDays(everyDays);
    boolean cold = due.isBefore(today);
    if (lastTwoWayContact == null) {
      return new Rhythm(Band.NEVER, null, due, cold);
    }
    long days = ChronoUnit.DAYS.between(lastTwoWayContact, today);
    return new Rhythm(
        days <= FIRST ? Band.UP_TO_60 : days <= SECOND ? Band.UP_TO_120 : Band.LONGER,
        days,
        due,
        cold);
  }
}
