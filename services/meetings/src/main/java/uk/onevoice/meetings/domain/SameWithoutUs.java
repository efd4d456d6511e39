package uk.onevoice.meetings.domain;

/** Whether an outcome would have been the same without general practice. */
public enum SameWithoutUs {
  YES,
  NO,
  UNSURE
}
