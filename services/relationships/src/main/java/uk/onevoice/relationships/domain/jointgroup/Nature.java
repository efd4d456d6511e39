package uk.onevoice.relationships.domain.jointgroup;

/** What somebody brings to the table. */
public enum Nature {
  CLINICAL,
  MANAGERIAL
}
