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
  OTHER_PRESCRIBER
}
