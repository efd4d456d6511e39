package uk.onevoice.relationships.domain.opportunity;

/** How the work is given away: to the best offer, or to who is asked. */
public enum OpportunityKind {
  TENDER,
  CONTRACT
}
