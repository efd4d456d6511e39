package uk.onevoice.meetings.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.WordsRef;

/** What has happened in a meeting. The schemas are in contracts/events/meetings. */
public sealed interface MeetingEvent
    permits MeetingEvent.MeetingScheduled,
        MeetingEvent.MeetingMoved,
        MeetingEvent.MeetingCancelled,
        MeetingEvent.ItemAdded,
        AttendanceEvent,
        ItemEvent,
        InfluenceEvent,
        RecordEvent {
  MeetingId meetingId();

  /**
   * @param forum what it was called
   * @param forumId the forum of the ICS's list; null where it names none of it
   * @param hours null where they are not known
   * @param seriesId the series that it belongs to; null where it belongs to none
   * @param seriesStep what its series had said of it last; null where it belongs to none
   */
  record MeetingScheduled(
      MeetingId meetingId,
      PlaceId placeId,
      Label forum,
      LocalDate on,
      @Nullable UUID forumId,
      @Nullable Hours hours,
      @Nullable SeriesId seriesId,
      @Nullable Integer seriesStep)
      implements MeetingEvent {
    public MeetingScheduled(
        MeetingId meetingId, PlaceId placeId, Label forum, LocalDate on, @Nullable UUID forumId) {
      this(meetingId, placeId, forum, on, forumId, null, null, null);
    }

    MeetingScheduled at(LocalDate day, @Nullable Hours then) {
      return new MeetingScheduled(
          meetingId, placeId, forum, day, forumId, then, seriesId, seriesStep);
    }
  }

  /**
   * @param hours null where they are not known
   * @param reasonRef why, in words; null where nobody said
   * @param seriesStep what its series has said of it; null where it was moved by itself
   */
  record MeetingMoved(
      MeetingId meetingId,
      LocalDate on,
      @Nullable Hours hours,
      @Nullable WordsRef reasonRef,
      @Nullable Integer seriesStep)
      implements MeetingEvent {}

  /**
   * @param reasonRef why, in words; null where nobody said
   * @param seriesStep what its series has said of it; null where it was cancelled by itself
   */
  record MeetingCancelled(
      MeetingId meetingId, @Nullable WordsRef reasonRef, @Nullable Integer seriesStep)
      implements MeetingEvent {}

  /**
   * @param topicId the topic of the ICS's list; null where the item names none of it
   * @param concerns the organisations that it is about; null where it names none
   */
  record ItemAdded(
      MeetingId meetingId,
      ItemId itemId,
      TitleRef titleRef,
      Topic topic,
      @Nullable UUID topicId,
      @Nullable List<OrganisationId> concerns)
      implements MeetingEvent {
    public ItemAdded {
      concerns = concerns == null ? null : List.copyOf(concerns);
    }

    /** One that is about no organisation in particular. */
    public ItemAdded(
        MeetingId meetingId,
        ItemId itemId,
        TitleRef titleRef,
        Topic topic,
        @Nullable UUID topicId) {
      this(meetingId, itemId, titleRef, topic, topicId, null);
    }
  }
}
