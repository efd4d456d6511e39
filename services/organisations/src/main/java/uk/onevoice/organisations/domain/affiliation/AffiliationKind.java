package uk.onevoice.organisations.domain.affiliation;

/** How a member belongs to a parent. */
public enum AffiliationKind {
  PCN_CORE,
  FEDERATION,
  LMC,
  PLACE,
  NEIGHBOURHOOD,
  COMMISSIONED_BY,
  GEOGRAPHY;

  /** Said by official files only; nobody begins or ends it by hand. */
  public boolean official() {
    return switch (this) {
      case PCN_CORE, COMMISSIONED_BY, GEOGRAPHY -> true;
      case FEDERATION, LMC, PLACE, NEIGHBOURHOOD -> false;
    };
  }

  /**
   * At most one open at a time. A practice may be in several federations or LMCs, and a council's
   * area may lie in two ICBs.
   */
  public boolean exclusive() {
    return switch (this) {
      case PCN_CORE, PLACE, NEIGHBOURHOOD, COMMISSIONED_BY -> true;
      case FEDERATION, LMC, GEOGRAPHY -> false;
    };
  }
}
