package uk.onevoice.relationships.domain.opportunity;

/** How it ended. */
public enum Result {
  AWARDED,
  LOST,
  /** Given up, by the bidders or by who asked for bids. */
  WITHDRAWN
}
