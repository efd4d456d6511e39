package uk.onevoice.mandates.domain.scheme;

/** Which kind of body has the last word. */
public enum Decides {
  LEADERSHIP_GROUP,
  PCN,
  FEDERATION,
  LMC,
  EACH_PRACTICE
}
