package uk.onevoice.meetings.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.domain.AttendanceKind;
import uk.onevoice.meetings.domain.Capacity;
import uk.onevoice.meetings.domain.Hours;
import uk.onevoice.meetings.domain.Influence;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.Outcome;
import uk.onevoice.meetings.domain.PartnerKind;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.PresenceMark;
import uk.onevoice.meetings.domain.Reach;
import uk.onevoice.meetings.domain.SameWithoutUs;
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
   * @param concerns the organisations that it is about
   */
  record AddItem(
      Label title,
      @Nullable Topic topic,
      @Nullable UUID topicId,
      @Nullable List<UUID> aboutIds,
      @Nullable List<OrganisationId> concerns) {}

  record Position(ItemId itemId, Stance stance) {}

  /**
   * @param kind PRESENT where it is null
   */
  record AttendanceOfPerson(
      PersonId personId,
      Capacity capacity,
      @Nullable AttendanceKind kind,
      @Nullable UUID mandateId,
      @Nullable PersonId substituteForId) {}

  record PersonOfMeeting(PersonId personId) {}

  record PartnerAttendance(
      OrganisationId organisationId, @Nullable PersonId personId, PartnerKind kind) {}

  record PartnerOfMeeting(OrganisationId organisationId, @Nullable PersonId personId) {}

  record ReachOnItem(ItemId itemId, Reach reach) {}

  record MarkOnItem(ItemId itemId, PresenceMark mark) {}

  record OfItem(ItemId itemId) {}

  record AgreementOnItem(ItemId itemId, @Nullable UUID invocationId) {}

  record OutcomeOfItem(
      ItemId itemId,
      Outcome outcome,
      @Nullable Influence influence,
      @Nullable String evidence,
      @Nullable SameWithoutUs sameWithoutUs,
      @Nullable List<UUID> aboutIds) {}

  record InfluenceOnItem(
      ItemId itemId,
      Influence influence,
      @Nullable String evidence,
      @Nullable SameWithoutUs sameWithoutUs,
      @Nullable List<UUID> aboutIds) {}

  record Dispute(ItemId itemId, String reason, @Nullable List<UUID> aboutIds) {}

  record Settling(ItemId itemId, boolean stands) {}

  record MeetingRef(MeetingId meetingId) {}

  record ItemRef(MeetingId meetingId, ItemId itemId) {}
}
