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

  /** An LMC or another federation is a peer: general practice speaks with itself. */
  public Relation relation() {
    return switch (this) {
      case LMC, OTHER_FEDERATION -> Relation.PEER;
      case ICB, ACUTE, COMMUNITY, MENTAL_HEALTH, COUNCIL_ADULT_CARE, COUNCIL_PUBLIC_HEALTH ->
          Relation.PARTNER;
    };
  }
}
