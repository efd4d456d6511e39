package uk.onevoice.relationships.domain.opportunity;

/** On which side of a bid an organisation stands: general practice, or who bids with it. */
public enum Side {
  GP,
  PARTNER
}
