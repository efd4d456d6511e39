package uk.onevoice.relationships.domain;

/** Which seat at the table a slot stands for, and the kind of organisation that sits there. */
public enum SlotKind {
  ICB(OrganisationKind.ICB),
  ACUTE(OrganisationKind.TRUST),
  COMMUNITY(OrganisationKind.TRUST),
  MENTAL_HEALTH(OrganisationKind.TRUST),
  COUNCIL_ADULT_CARE(OrganisationKind.COUNCIL),
  COUNCIL_PUBLIC_HEALTH(OrganisationKind.COUNCIL),
  LMC(OrganisationKind.LMC),
  OTHER_FEDERATION(OrganisationKind.FEDERATION);

  private final OrganisationKind counterpart;

  SlotKind(OrganisationKind counterpart) {
    this.counterpart = counterpart;
  }

  public OrganisationKind counterpart() {
    return counterpart;
  }
}
