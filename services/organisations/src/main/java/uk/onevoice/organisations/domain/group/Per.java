package uk.onevoice.organisations.domain.group;

/** For each of what in the group's area a rule makes seats. */
public enum Per {
  EVERY_PCN,
  EVERY_FEDERATION,
  EVERY_LMC,
  EVERY_PLACE,
  EVERY_ICB,
  /** Once for the whole group. */
  GROUP
}
