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

  /** Both records would hold this role at the same body and time once they are one. */
  record HeldInBoth(RoleHoldingId holding) implements PersonRejection {}

  record UnknownHolding(RoleHoldingId holding) implements PersonRejection {}

  record EndedAlready(LocalDate end) implements PersonRejection {}

  record EndsBeforeItStarts(LocalDate start, LocalDate end) implements PersonRejection {}

  /** Nobody hands a role over to themselves. */
  record OwnSuccessor() implements PersonRejection {}

  record SessionsNotPossible(Sessions sessions) implements PersonRejection {}

  /** It stands in for no other, so there is nothing to take back. */
  record NotMoved(RoleHoldingId holding) implements PersonRejection {}

  /** Outside the days of the holding, which has its first day and perhaps an end. */
  record NotHeldOn(LocalDate day) implements PersonRejection {}

  record NextCheckTooEarly(LocalDate on, LocalDate next) implements PersonRejection {}

  /** Another record stands for this person; what is to be changed is changed there. */
  record MergedAway(PersonId into) implements PersonRejection {}

  record NotMerged() implements PersonRejection {}

  /** The person to stay is the same one, is not registered, or is merged away as well. */
  record CannotStand(PersonId into) implements PersonRejection {}

  record IsErased() implements PersonRejection {}
}
