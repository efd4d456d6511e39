package uk.onevoice.relationships.domain.ledger;

/** General practice, or the organisation of the slot. */
public enum Side {
  OURS,
  THEIRS
}
