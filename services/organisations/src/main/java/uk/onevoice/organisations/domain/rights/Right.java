package uk.onevoice.organisations.domain.rights;

/** What a person may ask for; a controller decides. */
public enum Right {
  CORRECTION,
  ERASURE,
  RESTRICTION
}
