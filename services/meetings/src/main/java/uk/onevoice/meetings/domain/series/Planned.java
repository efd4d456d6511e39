package uk.onevoice.meetings.domain.series;

import java.time.LocalDate;
import uk.onevoice.meetings.domain.Hours;

/**
 * What the series says of one of its meetings. The meeting itself may have been moved or cancelled
 * by itself since.
 *
 * @param extra whether the rule does not give this day
 * @param dropped whether the series no longer meets then
 * @param step how often the series has said something of it, from 1
 */
public record Planned(LocalDate on, Hours hours, boolean extra, boolean dropped, int step) {
  Planned movedTo(LocalDate day, Hours then) {
    return on.equals(day) && hours.equals(then)
        ? this
        : new Planned(day, then, extra, dropped, step + 1);
  }

  Planned drop() {
    return dropped ? this : new Planned(on, hours, extra, true, step + 1);
  }
}
