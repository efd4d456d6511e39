package uk.onevoice.organisations.domain.organisation;

/** What a trust mainly does. The registry does not say; set here. */
public enum Sector {
  ACUTE,
  COMMUNITY,
  MENTAL_HEALTH,
  AMBULANCE
}
