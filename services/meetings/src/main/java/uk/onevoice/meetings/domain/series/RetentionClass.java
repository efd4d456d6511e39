package uk.onevoice.meetings.domain.series;

/** How long the records of a forum are kept, as the records code of the NHS has it. */
public enum RetentionClass {
  /** 20 years. */
  BOARD,
  /** 20 years: a committee that reports to a board. */
  REPORTING_COMMITTEE,
  /** 6 years. */
  OTHER_GROUP
}
