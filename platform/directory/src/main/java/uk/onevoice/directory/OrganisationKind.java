package uk.onevoice.directory;

/** What an organisation is; it may be several. */
public enum OrganisationKind {
  PRACTICE,
  PCN,
  SUB_ICB,
  ICB,
  REGION,
  TRUST,
  COUNCIL,
  FEDERATION,
  LMC,
  LEADERSHIP_GROUP,
  OTHER_PRESCRIBER;

  /** Whether practices speak through such a body: it may hold their mandates and relationships. */
  public boolean isGeneralPractice() {
    return switch (this) {
      case PRACTICE, PCN, FEDERATION, LMC, LEADERSHIP_GROUP -> true;
      case SUB_ICB, ICB, REGION, TRUST, COUNCIL, OTHER_PRESCRIBER -> false;
    };
  }
}
