package uk.onevoice.meetings.domain.series;

/** Whether somebody sits there, or stands in for who does. */
public enum Part {
  NOMINEE,
  SUBSTITUTE
}
