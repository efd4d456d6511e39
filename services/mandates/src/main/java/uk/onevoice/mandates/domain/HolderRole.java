package uk.onevoice.mandates.domain;

/** The roles of general practice that a mandate can be given to, as the registry names them. */
public enum HolderRole {
  FEDERATION_LEAD,
  PCN_CLINICAL_DIRECTOR,
  PCN_MANAGER,
  LMC_CHAIR,
  LMC_OFFICER,
  LEADERSHIP_GROUP_CHAIR,
  LEADERSHIP_GROUP_SUPPORT,
  PRACTICE_PARTNER
}
