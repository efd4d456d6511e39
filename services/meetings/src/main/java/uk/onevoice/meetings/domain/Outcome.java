package uk.onevoice.meetings.domain;

/** What the meeting did with an item. */
public enum Outcome {
  AGREED,
  VOTED,
  DEFERRED,
  NOTED,
  NOT_DECIDED
}
