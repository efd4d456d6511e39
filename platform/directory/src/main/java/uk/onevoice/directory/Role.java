package uk.onevoice.directory;

/** The roles that authority follows from. */
public enum Role {
  PLATFORM_ADMINISTRATOR,
  REGISTRY_KEEPER,
  PRACTICE_PARTNER,
  PCN_CLINICAL_DIRECTOR,
  FEDERATION_LEAD,
  LMC_OFFICER,
  ICB_GP_LEAD,
  LEADERSHIP_GROUP_SUPPORT
}
