package uk.onevoice.meetings.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.adapter.http.MeetingBodies.AttendanceOfPerson;
import uk.onevoice.meetings.adapter.http.MeetingBodies.PartnerAttendance;
import uk.onevoice.meetings.domain.Influence;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.Outcome;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PresenceMark;
import uk.onevoice.meetings.domain.Reach;
import uk.onevoice.meetings.domain.SameWithoutUs;
import uk.onevoice.meetings.domain.Stance;

/** A whole meeting in one request; what is null stays as it is. */
final class RecordBodies {
  private RecordBodies() {}

  record RecordOfItem(
      ItemId itemId,
      @Nullable Reach reach,
      @Nullable Stance position,
      @Nullable PresenceMark mark,
      @Nullable Outcome outcome,
      @Nullable Boolean agreedForGeneralPractice,
      @Nullable UUID invocationId,
      @Nullable Influence influence,
      @Nullable String evidence,
      @Nullable SameWithoutUs sameWithoutUs,
      @Nullable List<OrganisationId> helpedBy,
      @Nullable List<ActionOfItem> actions) {}

  record ActionOfItem(OrganisationId ownerId, String what, LocalDate due) {}

  record MeetingRecord(
      UUID recordId,
      @Nullable List<AttendanceOfPerson> attendances,
      @Nullable List<PartnerAttendance> partners,
      @Nullable List<RecordOfItem> items,
      @Nullable List<UUID> aboutIds) {
    Content content() {
      return new Content(list(attendances), List.of(), list(partners), list(items));
    }
  }

  record Amendment(
      UUID recordId,
      String reason,
      @Nullable List<AttendanceOfPerson> attendances,
      @Nullable List<PersonId> attendancesTakenBack,
      @Nullable List<PartnerAttendance> partners,
      @Nullable List<RecordOfItem> items,
      @Nullable List<UUID> aboutIds) {
    Content content() {
      return new Content(
          list(attendances), list(attendancesTakenBack), list(partners), list(items));
    }
  }

  /** What a record or an amendment says. */
  record Content(
      List<AttendanceOfPerson> attendances,
      List<PersonId> takenBack,
      List<PartnerAttendance> partners,
      List<RecordOfItem> items) {}

  private static <T> List<T> list(@Nullable List<T> sent) {
    return sent == null ? List.of() : sent;
  }
}
