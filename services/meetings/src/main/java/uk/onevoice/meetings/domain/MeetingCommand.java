package uk.onevoice.meetings.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.WordsRef;

/** What can be asked of a meeting, with the facts from elsewhere that its rules need. */
public sealed interface MeetingCommand
    permits MeetingCommand.Schedule,
        MeetingCommand.OfTimetable,
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
      MeetingId meetingId,
      PlaceId placeId,
      Label forum,
      LocalDate on,
      @Nullable UUID forumId,
      @Nullable Hours hours)
      implements MeetingCommand {
    public Schedule(
        MeetingId meetingId, PlaceId placeId, Label forum, LocalDate on, @Nullable UUID forumId) {
      this(meetingId, placeId, forum, on, forumId, null);
    }
  }

  /** When a meeting takes place, and whether it does. */
  sealed interface OfTimetable extends MeetingCommand {}

  /**
   * @param hours null to keep those it has
   * @param reasonRef null where nobody says why
   */
  record Move(
      MeetingId meetingId,
      LocalDate on,
      @Nullable Hours hours,
      @Nullable WordsRef reasonRef,
      LocalDate today)
      implements OfTimetable {}

  /**
   * @param reasonRef null where nobody says why
   */
  record Cancel(MeetingId meetingId, @Nullable WordsRef reasonRef) implements OfTimetable {}

  /**
   * A series says of one of its meetings when it is, or that it is not.
   *
   * @param dropped whether the series no longer meets then
   * @param step how often the series has said something of it, from 1
   */
  record FollowSeries(
      MeetingId meetingId,
      PlaceId placeId,
      Label forum,
      UUID forumId,
      SeriesId seriesId,
      LocalDate on,
      Hours hours,
      boolean dropped,
      int step)
      implements OfTimetable {}

  /**
   * @param topicId the topic of the ICS's list, null where it is none of it
   * @param concerns the organisations that it is about
   */
  record AddItem(
      MeetingId meetingId,
      ItemId itemId,
      TitleRef titleRef,
      Topic topic,
      @Nullable UUID topicId,
      List<OrganisationId> concerns)
      implements MeetingCommand {
    public AddItem {
      concerns = concerns.stream().distinct().toList();
    }

    /** One that is about no organisation in particular. */
    public AddItem(
        MeetingId meetingId,
        ItemId itemId,
        TitleRef titleRef,
        Topic topic,
        @Nullable UUID topicId) {
      this(meetingId, itemId, titleRef, topic, topicId, List.of());
    }
  }
}
