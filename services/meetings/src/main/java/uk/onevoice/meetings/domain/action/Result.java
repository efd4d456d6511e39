package uk.onevoice.meetings.domain.action;

/** What came of an action. */
public enum Result {
  DONE,
  PARTLY_DONE,
  NOT_DONE,
  /** Other things have happened, and nobody needs it any more. */
  OVERTAKEN
}
