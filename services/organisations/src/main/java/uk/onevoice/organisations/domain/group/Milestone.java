package uk.onevoice.organisations.domain.group;

/** What a group reaches once, on a day. They are not added up: this is no score. */
public enum Milestone {
  TERMS_ADOPTED,
  CHAIR_NAMED,
  SEATS_FILLED,
  FIRST_MANDATE,
  FIRST_POSITION,
  FIRST_INFLUENCED_DECISION,
  FIRST_REVIEW
}
