package uk.onevoice.meetings.domain;

/** How far general practice got on an item, short of putting a position. */
public enum Reach {
  NOT_THERE,
  PRESENT,
  SPOKE
}
