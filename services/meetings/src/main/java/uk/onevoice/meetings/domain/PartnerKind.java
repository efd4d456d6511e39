package uk.onevoice.meetings.domain;

/** How a partner organisation was in a meeting, or was not. */
public enum PartnerKind {
  EXPECTED,
  PRESENT,
  VIRTUAL,
  IN_ATTENDANCE,
  APOLOGIES;

  /** Whether somebody of it was there. */
  public boolean isPresence() {
    return switch (this) {
      case PRESENT, VIRTUAL, IN_ATTENDANCE -> true;
      case EXPECTED, APOLOGIES -> false;
    };
  }
}
