package uk.onevoice.relationships.domain.jointgroup;

/** How joint work stands. */
public enum WorkState {
  NOT_STARTED,
  GOING,
  STUCK,
  DONE
}
