package uk.onevoice.organisations.domain.person;

import java.util.EnumSet;
import java.util.Set;
import uk.onevoice.organisations.domain.OrganisationKind;

/** What a person may be, and for which kind of organisation. */
public enum Role {
  PLATFORM_ADMINISTRATOR,
  REGISTRY_KEEPER,
  PRACTICE_PARTNER(OrganisationKind.PRACTICE),
  PCN_CLINICAL_DIRECTOR(OrganisationKind.PCN),
  FEDERATION_LEAD(OrganisationKind.FEDERATION),
  LMC_OFFICER(OrganisationKind.LMC),
  ICB_GP_LEAD(OrganisationKind.ICB),
  LEADERSHIP_GROUP_SUPPORT(
      OrganisationKind.LEADERSHIP_GROUP, OrganisationKind.FEDERATION, OrganisationKind.LMC);

  private final Set<OrganisationKind> kinds;

  Role(OrganisationKind... kinds) {
    this.kinds = EnumSet.noneOf(OrganisationKind.class);
    this.kinds.addAll(Set.of(kinds));
  }

  /** Held for an organisation; the others are held for the whole platform. */
  public boolean isForAnOrganisation() {
    return !kinds.isEmpty();
  }

  public boolean fits(Set<OrganisationKind> organisation) {
    return kinds.stream().anyMatch(organisation::contains);
  }
}
