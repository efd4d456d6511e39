package uk.onevoice.organisations.domain.person;

import static uk.onevoice.organisations.domain.OrganisationKind.COUNCIL;
import static uk.onevoice.organisations.domain.OrganisationKind.FEDERATION;
import static uk.onevoice.organisations.domain.OrganisationKind.ICB;
import static uk.onevoice.organisations.domain.OrganisationKind.LEADERSHIP_GROUP;
import static uk.onevoice.organisations.domain.OrganisationKind.LMC;
import static uk.onevoice.organisations.domain.OrganisationKind.PCN;
import static uk.onevoice.organisations.domain.OrganisationKind.PRACTICE;
import static uk.onevoice.organisations.domain.OrganisationKind.TRUST;

import java.util.EnumSet;
import java.util.Set;
import uk.onevoice.organisations.domain.OrganisationKind;

/** What a person may be, and for which kind of organisation. */
public enum Role {
  PLATFORM_ADMINISTRATOR(Nature.MANAGERIAL),
  REGISTRY_KEEPER(Nature.MANAGERIAL),
  PRACTICE_PARTNER(Nature.CLINICAL, PRACTICE),
  PRACTICE_MANAGER(Nature.MANAGERIAL, PRACTICE),
  /** The GP whom the practices of a place send to its leadership group. */
  PRACTICE_NOMINATED_GP(Nature.CLINICAL, PRACTICE),
  PCN_CLINICAL_DIRECTOR(Nature.CLINICAL, PCN),
  PCN_MANAGER(Nature.MANAGERIAL, PCN),
  FEDERATION_LEAD(Nature.CLINICAL, FEDERATION),
  LMC_CHAIR(Nature.CLINICAL, LMC),
  LMC_OFFICER(Nature.CLINICAL, LMC),
  LEADERSHIP_GROUP_CHAIR(Nature.CLINICAL, LEADERSHIP_GROUP),
  LEADERSHIP_GROUP_SUPPORT(Nature.MANAGERIAL, LEADERSHIP_GROUP, FEDERATION, LMC),
  ICB_GP_LEAD(Nature.CLINICAL, ICB),
  ICB_PRIMARY_CARE_DIRECTOR(Nature.MANAGERIAL, ICB),
  ICB_OFFICER(Nature.MANAGERIAL, ICB),
  TRUST_EXECUTIVE(Nature.MANAGERIAL, TRUST),
  TRUST_CLINICAL_DIRECTOR(Nature.CLINICAL, TRUST),
  COUNCIL_OFFICER(Nature.MANAGERIAL, COUNCIL);

  private enum Nature {
    CLINICAL,
    MANAGERIAL
  }

  private static final Set<OrganisationKind> GENERAL_PRACTICE =
      EnumSet.of(PRACTICE, PCN, FEDERATION, LMC, LEADERSHIP_GROUP);

  private final Nature nature;
  private final Set<OrganisationKind> kinds;

  Role(Nature nature, OrganisationKind... kinds) {
    this.nature = nature;
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

  /** Whether it is held as a clinician where nobody says otherwise: any profession may chair. */
  public boolean isClinical() {
    return nature == Nature.CLINICAL;
  }

  /** Held for a body through which practices speak, not for one of their partners. */
  public boolean isOfGeneralPractice() {
    return isForAnOrganisation() && GENERAL_PRACTICE.containsAll(kinds);
  }
}
