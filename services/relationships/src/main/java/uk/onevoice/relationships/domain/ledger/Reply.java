package uk.onevoice.relationships.domain.ledger;

/** What the other side said to an ask or an offer. */
public enum Reply {
  ACCEPTED,
  DECLINED,
  LATER
}
