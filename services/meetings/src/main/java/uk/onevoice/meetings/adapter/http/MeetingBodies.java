package uk.onevoice.meetings.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.domain.Capacity;
import uk.onevoice.meetings.domain.Hours;
import uk.onevoice.meetings.domain.Influence;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.Outcome;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.Stance;
import uk.onevoice.meetings.domain.Topic;

/** What callers send, and how new things are called in the answer. */
final class MeetingBodies {
  private MeetingBodies() {}

  /**
   * @param forum in words of one's own; null where {@code forumId} names one of the ICS's list
   */
  record ScheduleMeeting(
      PlaceId placeId,
      @Nullable Label forum,
      @Nullable UUID forumId,
      LocalDate on,
      @Nullable Hours hours) {}

  /**
   * @param hours null to keep those it has
   */
  record MoveMeeting(
      LocalDate on,
      @Nullable Hours hours,
      @Nullable String reason,
      @Nullable List<UUID> aboutIds) {}

  record CancelMeeting(@Nullable String reason, @Nullable List<UUID> aboutIds) {}

  /**
   * @param topic in words of one's own; null where {@code topicId} names one of the ICS's list
   * @param aboutIds the people whom the title names, so that it goes when they are erased
   */
  record AddItem(
      Label title, @Nullable Topic topic, @Nullable UUID topicId, @Nullable List<UUID> aboutIds) {}

  record Position(ItemId itemId, Stance stance) {}

  record Attendance(PersonId personId, Capacity capacity) {}

  record OutcomeOfItem(ItemId itemId, Outcome outcome, @Nullable Influence influence) {}

  record InfluenceOnItem(ItemId itemId, Influence influence) {}

  record Confirmation(ItemId itemId) {}

  record MeetingRef(MeetingId meetingId) {}

  record ItemRef(MeetingId meetingId, ItemId itemId) {}
}
