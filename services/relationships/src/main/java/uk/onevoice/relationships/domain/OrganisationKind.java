package uk.onevoice.relationships.domain;

/** Which kind of body an organisation is, as the registry says it. */
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
