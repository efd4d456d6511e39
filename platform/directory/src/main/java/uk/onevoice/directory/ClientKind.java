package uk.onevoice.directory;

/** Whose system it is: an ICB's own, or a partner's. */
public enum ClientKind {
  ICB,
  PARTNER
}
