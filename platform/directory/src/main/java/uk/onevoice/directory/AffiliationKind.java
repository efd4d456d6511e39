package uk.onevoice.directory;

/** How a member belongs to its parent. */
public enum AffiliationKind {
  PCN_CORE,
  FEDERATION,
  LMC,
  PLACE,
  NEIGHBOURHOOD,
  COMMISSIONED_BY,
  GEOGRAPHY
}
