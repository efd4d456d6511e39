package uk.onevoice.meetings.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.mandate.Unmandated;

/** Who was there. */
public sealed interface AttendanceEvent extends MeetingEvent {
  /**
   * A person of general practice was there.
   *
   * @param kind null in events of before, which say no more than that somebody was present
   * @param mandateId null where they did not speak under one
   * @param substituteForId null where they came for nobody else
   * @param unmandated null where nobody said that they spoke for general practice without a mandate
   */
  record AttendanceRecorded(
      MeetingId meetingId,
      PersonId personId,
      Capacity capacity,
      @Nullable AttendanceKind kind,
      @Nullable UUID mandateId,
      @Nullable PersonId substituteForId,
      @Nullable List<Unmandated> unmandated)
      implements AttendanceEvent {
    public AttendanceRecorded {
      unmandated = unmandated == null ? null : List.copyOf(unmandated);
    }
  }

  record AttendanceExpected(MeetingId meetingId, PersonId personId, Capacity capacity)
      implements AttendanceEvent {}

  record ApologiesGiven(MeetingId meetingId, PersonId personId) implements AttendanceEvent {}

  record AttendanceTakenBack(MeetingId meetingId, PersonId personId) implements AttendanceEvent {}

  /**
   * @param personId who of it; null where nobody is named
   */
  record PartnerAttendanceRecorded(
      MeetingId meetingId,
      OrganisationId organisationId,
      @Nullable PersonId personId,
      PartnerKind kind)
      implements AttendanceEvent {}

  /**
   * @param personId null where nobody was named
   */
  record PartnerAttendanceTakenBack(
      MeetingId meetingId, OrganisationId organisationId, @Nullable PersonId personId)
      implements AttendanceEvent {}
}
