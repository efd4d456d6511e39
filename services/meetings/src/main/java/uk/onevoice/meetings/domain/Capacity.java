package uk.onevoice.meetings.domain;

/** As what a person of general practice sat in a meeting. */
public enum Capacity {
  DELEGATE,
  REPRESENTATIVE,
  INDIVIDUAL,
  OBSERVER
}
