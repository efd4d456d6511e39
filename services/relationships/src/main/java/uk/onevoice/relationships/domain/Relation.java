package uk.onevoice.relationships.domain;

/** Whether the other side is a partner, or general practice as well. */
public enum Relation {
  PARTNER,
  PEER
}
