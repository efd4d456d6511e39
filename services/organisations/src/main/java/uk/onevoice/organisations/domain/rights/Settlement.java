package uk.onevoice.organisations.domain.rights;

/** What became of a request. */
public enum Settlement {
  DONE,
  DECLINED
}
