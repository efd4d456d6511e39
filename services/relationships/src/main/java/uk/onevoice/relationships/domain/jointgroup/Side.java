package uk.onevoice.relationships.domain.jointgroup;

/** For whom somebody sits. */
public enum Side {
  GP,
  PARTNER;

  public Side other() {
    return this == GP ? PARTNER : GP;
  }
}
