package uk.onevoice.meetings.domain.mandate;

/** Why somebody does not speak for general practice. */
public enum Unmandated {
  /** They named no mandate. */
  NOT_CITED,
  /** No mandate of the place is known by that id. */
  NOT_KNOWN,
  /** It was not in force on the day of the meeting. */
  NOT_IN_FORCE,
  /** They held none of the roles that speak under it. */
  HOLDER,
  /** It does not hold at this forum. */
  TABLE,
  /** It is about nothing on the agenda. */
  TOPIC
}
