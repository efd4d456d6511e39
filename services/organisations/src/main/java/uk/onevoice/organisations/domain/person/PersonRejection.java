package uk.onevoice.organisations.domain.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;

/** The rules that say no. */
public sealed interface PersonRejection {
  record AlreadyRegistered(PersonId id) implements PersonRejection {}

  record NotRegistered() implements PersonRejection {}

  /** This role is held for an organisation, or just not for one, or not for this kind. */
  record RoleDoesNotFit(Role role, @Nullable OrganisationId organisation)
      implements PersonRejection {}

  record HeldAlready(RoleHoldingId holding) implements PersonRejection {}

  record UnknownHolding(RoleHoldingId holding) implements PersonRejection {}

  record EndedAlready(LocalDate end) implements PersonRejection {}

  record EndsBeforeItStarts(LocalDate start, LocalDate end) implements PersonRejection {}

  record IsErased() implements PersonRejection {}
}
