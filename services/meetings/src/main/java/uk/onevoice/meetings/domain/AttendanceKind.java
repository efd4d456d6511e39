package uk.onevoice.meetings.domain;

/** How somebody of general practice was in a meeting, or was not. */
public enum AttendanceKind {
  EXPECTED,
  PRESENT,
  VIRTUAL,
  /** In the place of somebody else. */
  SUBSTITUTE,
  APOLOGIES,
  /** There, and no member of the forum. */
  IN_ATTENDANCE;

  /** Whether they were there. */
  public boolean isPresence() {
    return switch (this) {
      case PRESENT, VIRTUAL, SUBSTITUTE, IN_ATTENDANCE -> true;
      case EXPECTED, APOLOGIES -> false;
    };
  }
}
