package uk.onevoice.organisations.domain.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;

/** Facts about one person: references only. */
public sealed interface PersonEvent {
  record PersonRegistered(PersonId personId) implements PersonEvent {}

  record IdentityLinked(PersonId personId, IdentityHash identityHash) implements PersonEvent {}

  record RoleAppointed(
      RoleHoldingId roleHoldingId,
      PersonId personId,
      Role role,
      @Nullable OrganisationId organisationId,
      LocalDate start,
      @Nullable LocalDate end)
      implements PersonEvent {}

  record RoleEnded(RoleHoldingId roleHoldingId, PersonId personId, LocalDate end)
      implements PersonEvent {}

  /** Every service is asked to destroy the person's key, and answers with SubjectErased. */
  record PersonErased(PersonId personId) implements PersonEvent {}
}
