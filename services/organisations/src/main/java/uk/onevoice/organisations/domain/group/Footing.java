package uk.onevoice.organisations.domain.group;

/** What a group stands on. None of them makes it a legal entity. */
public enum Footing {
  INSIDE_FEDERATION,
  SEPARATE,
  NO_FEDERATION
}
