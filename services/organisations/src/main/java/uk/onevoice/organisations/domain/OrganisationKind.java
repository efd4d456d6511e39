package uk.onevoice.organisations.domain;

/** What an organisation is. The last three are ours: the registry knows none of them. */
public enum OrganisationKind {
  PRACTICE,
  PCN,
  SUB_ICB,
  ICB,
  REGION,
  TRUST,
  COUNCIL,
  OTHER_PRESCRIBER,
  FEDERATION,
  LMC,
  LEADERSHIP_GROUP;

  /** Registered here by a person; never carries an ODS code. */
  public boolean isLocal() {
    return switch (this) {
      case FEDERATION, LMC, LEADERSHIP_GROUP -> true;
      case PRACTICE, PCN, SUB_ICB, ICB, REGION, TRUST, COUNCIL, OTHER_PRESCRIBER -> false;
    };
  }
}
