package uk.onevoice.web.pages;

import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Me.RoleHolding;

/** Roles in the words of the people who have them. */
final class RoleWords {
  private RoleWords() {}

  static String of(String role) {
    return switch (role) {
      case "PLATFORM_ADMINISTRATOR" -> "Administrator of OneVoice";
      case "REGISTRY_KEEPER" -> "Keeper of the registry";
      case "PRACTICE_PARTNER" -> "GP partner";
      case "PCN_CLINICAL_DIRECTOR" -> "PCN clinical director";
      case "FEDERATION_LEAD" -> "Federation lead";
      case "LMC_OFFICER" -> "LMC officer";
      case "ICB_GP_LEAD" -> "GP member of the ICB";
      case "LEADERSHIP_GROUP_SUPPORT" -> "Support of the GP leadership group";
      case "PRACTICE_MANAGER" -> "Practice manager";
      case "PRACTICE_NOMINATED_GP" -> "GP nominated by practices";
      case "PCN_MANAGER" -> "PCN manager";
      case "LMC_CHAIR" -> "Chair of the LMC";
      case "LEADERSHIP_GROUP_CHAIR" -> "Chair of the GP leadership group";
      case "ICB_PRIMARY_CARE_DIRECTOR" -> "Primary care director of the ICB";
      case "ICB_OFFICER" -> "ICB officer";
      case "TRUST_EXECUTIVE" -> "Trust executive";
      case "TRUST_CLINICAL_DIRECTOR" -> "Clinical director of the trust";
      case "COUNCIL_OFFICER" -> "Council officer";
      default -> role.toLowerCase(java.util.Locale.UK).replace('_', ' ');
    };
  }

  static String of(RoleHolding holding) {
    String where = where(holding);
    return where == null ? of(holding.role()) : of(holding.role()) + ", " + where;
  }

  /** What stands after the name in the header. */
  static String forWhom(@Nullable RoleHolding role) {
    if (role == null) {
      return ", no role yet";
    }
    String where = where(role);
    return where == null ? ", " + lowerFirst(of(role.role())) : ", for " + where;
  }

  private static @Nullable String where(RoleHolding holding) {
    return holding.organisationName() == null
        ? holding.organisationId()
        : holding.organisationName();
  }

  static String lowerFirst(String words) {
    return Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }
}
