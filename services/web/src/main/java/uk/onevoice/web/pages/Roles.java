package uk.onevoice.web.pages;

import java.util.List;

/** Who is offered which form. Whether they may use it is decided by the API, not here. */
final class Roles {
  static final String PRACTICE = "PRACTICE_PARTNER";
  static final String[] LEADERS = {
    "FEDERATION_LEAD",
    "LMC_CHAIR",
    "LMC_OFFICER",
    "PCN_CLINICAL_DIRECTOR",
    "LEADERSHIP_GROUP_SUPPORT"
  };
  static final String[] ASK_FOR_MANDATES = {
    "FEDERATION_LEAD", "LMC_CHAIR", "LMC_OFFICER", "LEADERSHIP_GROUP_SUPPORT"
  };
  static final String[] RUN_MANDATES = {
    "FEDERATION_LEAD", "LMC_OFFICER", "LEADERSHIP_GROUP_SUPPORT"
  };

  /** Who speaks for a body of general practice on questions that are before it. */
  static final String[] SPEAK_FOR_BODIES = {
    "FEDERATION_LEAD", "LMC_OFFICER", "PCN_CLINICAL_DIRECTOR", "LEADERSHIP_GROUP_SUPPORT"
  };

  static final String FEDERATION = "FEDERATION_LEAD";
  static final String[] LMC = {"LMC_CHAIR", "LMC_OFFICER"};

  /** Roles that can speak under a mandate. */
  static final List<String> HOLD_MANDATES =
      List.of(
          "FEDERATION_LEAD",
          "PCN_CLINICAL_DIRECTOR",
          "PCN_MANAGER",
          "LMC_CHAIR",
          "LMC_OFFICER",
          "LEADERSHIP_GROUP_CHAIR",
          "LEADERSHIP_GROUP_SUPPORT",
          "PRACTICE_PARTNER");

  static final String[] KEEPERS = {"REGISTRY_KEEPER", "PLATFORM_ADMINISTRATOR"};

  static final String ADMINISTRATOR = "PLATFORM_ADMINISTRATOR";

  /** In the order in which a form offers them; those of the platform itself are last. */
  static final List<String> ALL =
      List.of(
          "PRACTICE_PARTNER",
          "PRACTICE_MANAGER",
          "PRACTICE_NOMINATED_GP",
          "PCN_CLINICAL_DIRECTOR",
          "PCN_MANAGER",
          "FEDERATION_LEAD",
          "LMC_CHAIR",
          "LMC_OFFICER",
          "LEADERSHIP_GROUP_CHAIR",
          "LEADERSHIP_GROUP_SUPPORT",
          "ICB_GP_LEAD",
          "ICB_PRIMARY_CARE_DIRECTOR",
          "ICB_OFFICER",
          "TRUST_EXECUTIVE",
          "TRUST_CLINICAL_DIRECTOR",
          "COUNCIL_OFFICER",
          "REGISTRY_KEEPER",
          ADMINISTRATOR);

  /** Roles of general practice, to which alone what it keeps among itself is open. */
  static boolean isOfGeneralPractice(String role) {
    return HOLD_MANDATES.contains(role)
        || role.equals("PRACTICE_MANAGER")
        || role.equals("PRACTICE_NOMINATED_GP");
  }

  /** Held for OneVoice as a whole, at no organisation. */
  static boolean isOfThePlatform(String role) {
    return role.equals("REGISTRY_KEEPER") || role.equals(ADMINISTRATOR);
  }

  /** Roles at an ICB, a trust or a council. */
  static boolean isOfPartner(String role) {
    return !isOfGeneralPractice(role) && !isOfThePlatform(role);
  }

  private Roles() {}
}
