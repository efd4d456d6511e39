package uk.onevoice.relationships.domain.ledger;

/** Whether a side wants something of the other, or would do something for it. */
public enum AskKind {
  ASK,
  OFFER
}
