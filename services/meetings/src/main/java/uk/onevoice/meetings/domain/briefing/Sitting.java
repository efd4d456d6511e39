package uk.onevoice.meetings.domain.briefing;

import java.time.LocalDate;
import java.util.Set;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;

/**
 * What the rules of the preparation need to know of the meeting itself.
 *
 * @param on the day of the meeting, in London
 * @param items of its agenda
 */
public record Sitting(MeetingId meetingId, LocalDate on, Set<ItemId> items) {
  public Sitting {
    items = Set.copyOf(items);
  }

  boolean isOver(LocalDate today) {
    return today.isAfter(on);
  }
}
