package uk.onevoice.meetings.domain;

import uk.onevoice.meetings.domain.MeetingEvent.MeetingScheduled;

/**
 * Whether and how often a meeting was called otherwise.
 *
 * @param changes how often it was moved or cancelled; what calendars count as its sequence
 * @param seriesStep what its series said of it last; 0 for none
 */
public record Timing(boolean cancelled, int changes, int seriesStep) {
  static Timing of(MeetingScheduled scheduled) {
    return new Timing(false, 0, scheduled.seriesStep() == null ? 0 : scheduled.seriesStep());
  }

  Timing changed(boolean isCancelled, int step) {
    return new Timing(isCancelled, changes + 1, Math.max(step, seriesStep));
  }
}
