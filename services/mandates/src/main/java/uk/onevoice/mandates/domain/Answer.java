package uk.onevoice.mandates.domain;

/** What a practice says when it is asked. Silence is no answer, and never a yes. */
public enum Answer {
  GRANT,
  CONDITIONAL,
  DECLINE,
  WITHDRAW
}
