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
