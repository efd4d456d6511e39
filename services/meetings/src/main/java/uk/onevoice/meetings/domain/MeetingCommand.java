package uk.onevoice.meetings.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;

/** What can be asked of a meeting, with the facts from elsewhere that its rules need. */
public sealed interface MeetingCommand
    permits MeetingCommand.Schedule,
        MeetingCommand.AddItem,
        AttendanceCommand,
        ItemCommand,
        InfluenceCommand,
        RecordCommand {
  MeetingId meetingId();

  /**
   * @param forumId the forum of the ICS's list, null where it is none of it
   */
  record Schedule(
      MeetingId meetingId, PlaceId placeId, Label forum, LocalDate on, @Nullable UUID forumId)
      implements MeetingCommand {}

  /**
   * @param topicId the topic of the ICS's list, null where it is none of it
   */
  record AddItem(
      MeetingId meetingId, ItemId itemId, TitleRef titleRef, Topic topic, @Nullable UUID topicId)
      implements MeetingCommand {}
}
