package uk.onevoice.meetings.domain.briefing;

/** How far an item was talked about before the meeting. */
public enum Alignment {
  /** With at least one partner of one mind, recorded in time, not too long before. */
  PRE_ALIGNED,
  /** Talked about in time, and nothing of it counts. */
  TALKED_NOT_AGREED,
  /** Nobody was talked to: the meeting is closed and its preparation was said to be complete. */
  COLD,
  /** Nothing is recorded, and nobody has said that this is all there was. */
  UNKNOWN
}
