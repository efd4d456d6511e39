package uk.onevoice.organisations.domain.forum;

/** At which level of an ICS a forum sits. */
public enum ForumLevel {
  ICB_BOARD,
  ICB_COMMITTEE,
  PLACE_BOARD,
  NEIGHBOURHOOD,
  PROVIDER_GROUP,
  OTHER
}
