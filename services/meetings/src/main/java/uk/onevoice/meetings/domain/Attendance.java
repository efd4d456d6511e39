package uk.onevoice.meetings.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.mandate.Unmandated;

/**
 * How a person of general practice was in the meeting.
 *
 * @param mandateId under which they spoke for general practice; null where they did not
 * @param substituteForId for whom they came; null for nobody
 * @param unmandated why they did not speak for general practice though it was said so; empty where
 *     nobody said so
 */
public record Attendance(
    AttendanceKind kind,
    Capacity capacity,
    @Nullable UUID mandateId,
    @Nullable PersonId substituteForId,
    List<Unmandated> unmandated) {
  public Attendance {
    unmandated = List.copyOf(unmandated);
  }

  static Attendance of(AttendanceKind kind, Capacity capacity) {
    return new Attendance(kind, capacity, null, null, List.of());
  }
}
