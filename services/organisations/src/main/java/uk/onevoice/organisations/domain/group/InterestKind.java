package uk.onevoice.organisations.domain.group;

/** The kinds of interests that NHS bodies keep registers of. */
public enum InterestKind {
  FINANCIAL,
  PROFESSIONAL,
  PERSONAL,
  INDIRECT
}
