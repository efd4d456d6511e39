package uk.onevoice.meetings.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who was there. */
public sealed interface AttendanceCommand extends MeetingCommand {
  /**
   * Records how somebody of general practice was there, or was not.
   *
   * @param heldARole whether this person held a role with us on the day of the meeting
   * @param substituteForId for whom they came; null for nobody
   * @param authority the mandate that a delegate names; null where none is named
   * @param briefed whether they had acknowledged the brief: what they assess does not rest on their
   *     having been there
   */
  record RecordAttendance(
      MeetingId meetingId,
      PersonId personId,
      boolean heldARole,
      AttendanceKind kind,
      Capacity capacity,
      @Nullable PersonId substituteForId,
      @Nullable Authority authority,
      LocalDate today,
      boolean briefed)
      implements AttendanceCommand {
    /** Of somebody who was not briefed. */
    public RecordAttendance(
        MeetingId meetingId,
        PersonId personId,
        boolean heldARole,
        AttendanceKind kind,
        Capacity capacity,
        @Nullable PersonId substituteForId,
        @Nullable Authority authority,
        LocalDate today) {
      this(
          meetingId, personId, heldARole, kind, capacity, substituteForId, authority, today, false);
    }
  }

  /**
   * @param briefed see {@link RecordAttendance}
   */
  record TakeAttendanceBack(MeetingId meetingId, PersonId personId, boolean briefed)
      implements AttendanceCommand {}

  /**
   * @param fits whether it is an open organisation outside general practice on that day
   */
  record RecordPartner(
      MeetingId meetingId, Partner partner, boolean fits, PartnerKind kind, LocalDate today)
      implements AttendanceCommand {}

  record TakePartnerBack(MeetingId meetingId, Partner partner) implements AttendanceCommand {}
}
