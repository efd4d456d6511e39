package uk.onevoice.meetings.domain;

/** That the presence of general practice on an item was no consent. */
public enum PresenceMark {
  NOT_CONSULTED,
  NOT_AGREED
}
