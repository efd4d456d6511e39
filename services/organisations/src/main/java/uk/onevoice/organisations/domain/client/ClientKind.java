package uk.onevoice.organisations.domain.client;

/** Whose system it is, and so what it may hear. */
public enum ClientKind {
  ICB,
  PARTNER
}
