package uk.onevoice.organisations.domain.organisation;

/** As the registry has it. DORMANT: about to close, with nobody or hardly anybody registered. */
public enum Status {
  ACTIVE,
  INACTIVE,
  DORMANT
}
