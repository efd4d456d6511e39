package uk.onevoice.meetings.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;

/** What can be asked of a meeting, with the facts from elsewhere that its rules need. */
public sealed interface MeetingCommand {
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

  record PutPosition(MeetingId meetingId, ItemId itemId, Stance stance) implements MeetingCommand {}

  /**
   * Records who of general practice was there.
   *
   * @param heldARole whether this person held a role with us on the day of the meeting
   */
  record RecordAttendance(
      MeetingId meetingId, PersonId personId, boolean heldARole, Capacity capacity, LocalDate today)
      implements MeetingCommand {}

  /**
   * Records or corrects what came of an item, and in the same breath how far it came from us.
   *
   * @param influence null when it is not assessed yet
   */
  record RecordOutcome(
      MeetingId meetingId,
      ItemId itemId,
      Outcome outcome,
      @Nullable Influence influence,
      PersonId recordedBy,
      LocalDate today)
      implements MeetingCommand {}

  record AssessInfluence(
      MeetingId meetingId, ItemId itemId, Influence influence, PersonId assessedBy)
      implements MeetingCommand {}

  record ConfirmInfluence(MeetingId meetingId, ItemId itemId, PersonId confirmedBy)
      implements MeetingCommand {}
}
