package uk.onevoice.relationships.domain.jointgroup;

/** What a group lacks to be four to six people, with management and clinicians from both sides. */
public enum Missing {
  TOO_FEW,
  TOO_MANY,
  GP_CLINICIAN,
  GP_MANAGER,
  PARTNER_CLINICIAN,
  PARTNER_MANAGER
}
