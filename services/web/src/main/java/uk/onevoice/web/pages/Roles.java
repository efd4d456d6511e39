package uk.onevoice.web.pages;

/** Who is offered which form. Whether they may use it is decided by the API, not here. */
final class Roles {
  static final String PRACTICE = "PRACTICE_PARTNER";
  static final String[] LEADERS = {
    "FEDERATION_LEAD", "LMC_OFFICER", "PCN_CLINICAL_DIRECTOR", "LEADERSHIP_GROUP_SUPPORT"
  };
  static final String[] ASK_FOR_MANDATES = {
    "FEDERATION_LEAD", "LMC_OFFICER", "LEADERSHIP_GROUP_SUPPORT"
  };
  static final String[] KEEPERS = {"REGISTRY_KEEPER", "PLATFORM_ADMINISTRATOR"};

  private Roles() {}
}
