package uk.onevoice.meetings.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;

/** What has happened in a meeting. The schemas are in contracts/events/meetings. */
public sealed interface MeetingEvent
    permits MeetingEvent.MeetingScheduled,
        MeetingEvent.ItemAdded,
        AttendanceEvent,
        ItemEvent,
        InfluenceEvent,
        RecordEvent {
  MeetingId meetingId();

  /**
   * @param forum what it was called
   * @param forumId the forum of the ICS's list; null where it names none of it
   */
  record MeetingScheduled(
      MeetingId meetingId, PlaceId placeId, Label forum, LocalDate on, @Nullable UUID forumId)
      implements MeetingEvent {}

  /**
   * @param topicId the topic of the ICS's list; null where the item names none of it
   */
  record ItemAdded(
      MeetingId meetingId, ItemId itemId, TitleRef titleRef, Topic topic, @Nullable UUID topicId)
      implements MeetingEvent {}
}
