package uk.onevoice.organisations.domain.person;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;

/** Wishes about one person. */
public sealed interface PersonCommand {
  record RegisterPerson(PersonId id) implements PersonCommand {}

  /** Nobody else may be linked to this sign-in; the edge sees to that across persons. */
  record LinkIdentity(IdentityHash identity) implements PersonCommand {}

  /**
   * @param kinds what the registry knows the organisation as; empty where it does not
   */
  record AppointToRole(
      RoleHoldingId id,
      Role role,
      @Nullable OrganisationId organisation,
      Set<OrganisationKind> kinds,
      LocalDate start,
      @Nullable LocalDate end)
      implements PersonCommand {}

  record EndRole(RoleHoldingId id, LocalDate end) implements PersonCommand {}

  /** Ends what the person holds, and keeps nothing more about them. */
  record ErasePerson(LocalDate today) implements PersonCommand {}

  /** The first administrator of an empty installation, as its settings name the sign-in. */
  record BecomeFirstAdministrator(
      PersonId id, IdentityHash identity, RoleHoldingId holding, LocalDate start)
      implements PersonCommand {}
}
