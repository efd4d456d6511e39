package uk.onevoice.relationships.adapter.http;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.relationships.domain.jointgroup.Nature;

/** What somebody can bring to a joint group, by the roles they hold. */
final class SeatedRoles {
  private SeatedRoles() {}

  static Set<Nature> natures(Collection<RoleHolding> holdings) {
    return holdings.stream()
        .flatMap(holding -> natures(holding.role()).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Where a role says nothing of it, the person may be either: who seats them says which. */
  private static Set<Nature> natures(Role role) {
    return switch (role) {
      case PRACTICE_NOMINATED_GP,
          PCN_CLINICAL_DIRECTOR,
          LMC_CHAIR,
          ICB_GP_LEAD,
          TRUST_CLINICAL_DIRECTOR ->
          Set.of(Nature.CLINICAL);
      case PRACTICE_MANAGER, PCN_MANAGER, LEADERSHIP_GROUP_SUPPORT, ICB_OFFICER ->
          Set.of(Nature.MANAGERIAL);
      case PRACTICE_PARTNER,
          FEDERATION_LEAD,
          LMC_OFFICER,
          LEADERSHIP_GROUP_CHAIR,
          ICB_PRIMARY_CARE_DIRECTOR,
          TRUST_EXECUTIVE,
          COUNCIL_OFFICER ->
          Set.of(Nature.CLINICAL, Nature.MANAGERIAL);
      case PLATFORM_ADMINISTRATOR, REGISTRY_KEEPER -> Set.of();
    };
  }
}
