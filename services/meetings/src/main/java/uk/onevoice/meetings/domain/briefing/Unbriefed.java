package uk.onevoice.meetings.domain.briefing;

/** Why somebody who attended counts as unbriefed. */
public enum Unbriefed {
  /** No brief was issued before the meeting began. */
  NO_BRIEF,
  /** They have acknowledged no version that was. */
  NOT_ACKNOWLEDGED,
  /** They have, and only when the meeting had begun. */
  TOO_LATE
}
