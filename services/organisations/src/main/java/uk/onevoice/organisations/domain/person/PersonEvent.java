package uk.onevoice.organisations.domain.person;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;

/** Facts about one person: references only. */
public sealed interface PersonEvent {
  record PersonRegistered(PersonId personId) implements PersonEvent {}

  /** The vault has the name; a later one stands in place of it. */
  record PersonNamed(PersonId personId, UUID nameRef) implements PersonEvent {}

  record WorkContactSet(
      PersonId personId, @Nullable UUID emailRef, @Nullable UUID telephoneRef, boolean shown)
      implements PersonEvent {}

  record IdentityLinked(PersonId personId, IdentityHash identityHash) implements PersonEvent {}

  /**
   * Version 1 knew eight roles, and not whether one was held as a clinician.
   *
   * @param insteadOf the holding at a predecessor that goes on as this one; null where none does
   */
  record RoleAppointed(
      RoleHoldingId roleHoldingId,
      PersonId personId,
      Role role,
      @Nullable OrganisationId organisationId,
      LocalDate start,
      @Nullable LocalDate end,
      boolean clinical,
      @Nullable RoleHoldingId insteadOf)
      implements PersonEvent {
    public RoleAppointed(
        RoleHoldingId roleHoldingId,
        PersonId personId,
        Role role,
        @Nullable OrganisationId organisationId,
        LocalDate start,
        @Nullable LocalDate end,
        boolean clinical) {
      this(roleHoldingId, personId, role, organisationId, start, end, clinical, null);
    }
  }

  /**
   * The whole holding as it should have been said.
   *
   * @param void_ true where it never was
   */
  record RoleCorrected(
      RoleHoldingId roleHoldingId,
      PersonId personId,
      Role role,
      @Nullable OrganisationId organisationId,
      LocalDate start,
      @Nullable LocalDate end,
      boolean clinical,
      @Nullable Boolean void_)
      implements PersonEvent {}

  /**
   * Who listens can act on it alone.
   *
   * @param role null in what was said before roles were named here; organisationId likewise
   * @param successorId who begins on that day, where it was handed over
   */
  record RoleEnded(
      RoleHoldingId roleHoldingId,
      PersonId personId,
      LocalDate end,
      @Nullable Role role,
      @Nullable OrganisationId organisationId,
      @Nullable PersonId successorId,
      @Nullable RoleHoldingId successorHoldingId)
      implements PersonEvent {}

  record SessionsSet(
      RoleHoldingId roleHoldingId,
      PersonId personId,
      LocalDate from,
      double sessionsPerWeek,
      double protectedHours)
      implements PersonEvent {}

  record RoleChecked(
      RoleHoldingId roleHoldingId,
      PersonId personId,
      LocalDate on,
      PersonId checkedBy,
      LocalDate nextCheckDue)
      implements PersonEvent {}

  /** Two records of one human being: from now on the other one stands for both. */
  record PersonMerged(PersonId personId, PersonId into) implements PersonEvent {}

  record PersonMergeUndone(PersonId personId, PersonId from) implements PersonEvent {}

  /** Every service is asked to destroy the person's key, and answers with SubjectErased. */
  record PersonErased(PersonId personId) implements PersonEvent {}
}
