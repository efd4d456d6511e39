package uk.onevoice.relationships.domain.judgement;

/** The two questions about a person. They are answered apart, and never added up. */
public enum Axis {
  /** How open they are to working with general practice. */
  OPENNESS,
  /** Whether they can make it happen in their own organisation. */
  SWAY
}
