package uk.onevoice.organisations.domain.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.person.People.Held;

/** Wishes about one person. What is called a ref is where the vault keeps the words. */
public sealed interface PersonCommand {
  record RegisterPerson(PersonId id, UUID nameRef) implements PersonCommand {}

  /** The name as it should have been, or as it is now. */
  record RectifyName(UUID nameRef) implements PersonCommand {}

  /**
   * How to reach the person at work; null where there is no such way.
   *
   * @param shown whether the person wants name and contact to be shown to others
   */
  record SetWorkContact(@Nullable UUID emailRef, @Nullable UUID telephoneRef, boolean shown)
      implements PersonCommand {}

  /** Nobody else may be linked to this sign-in; the edge sees to that across persons. */
  record LinkIdentity(IdentityHash identity) implements PersonCommand {}

  /**
   * @param kinds what the registry knows the organisation as; empty where it does not
   * @param clinical null for what is usual in the role
   * @param otherRecords what is held under the other records of the same human being
   */
  record AppointToRole(
      RoleHoldingId id,
      Role role,
      @Nullable OrganisationId organisation,
      Set<OrganisationKind> kinds,
      LocalDate start,
      @Nullable LocalDate end,
      @Nullable Boolean clinical,
      List<Held> otherRecords)
      implements PersonCommand {
    public AppointToRole {
      otherRecords = List.copyOf(otherRecords);
    }
  }

  /**
   * The holding as it should have been written down.
   *
   * @param otherRecords what is held under the other records of the same human being
   */
  record CorrectRole(
      RoleHoldingId id,
      LocalDate start,
      @Nullable LocalDate end,
      @Nullable Boolean clinical,
      List<Held> otherRecords)
      implements PersonCommand {
    public CorrectRole {
      otherRecords = List.copyOf(otherRecords);
    }
  }

  /** The holding never was. */
  record VoidRole(RoleHoldingId id) implements PersonCommand {}

  record EndRole(RoleHoldingId id, LocalDate end) implements PersonCommand {}

  /**
   * Ends the holding on the day on which somebody else begins.
   *
   * @param successorHolding the holding that the successor is then appointed to
   */
  record HandOverRole(
      RoleHoldingId id, LocalDate on, PersonId successor, RoleHoldingId successorHolding)
      implements PersonCommand {}

  /**
   * The body was followed: the holding ends there, and goes on as another at the successor.
   *
   * @param kinds what the registry knows the successor as; empty where it does not
   * @param successorHolding the holding at the successor
   * @param otherRecords what is held under the other records of the same human being
   */
  record MoveRole(
      RoleHoldingId id,
      OrganisationId to,
      Set<OrganisationKind> kinds,
      LocalDate on,
      RoleHoldingId successorHolding,
      List<Held> otherRecords)
      implements PersonCommand {
    public MoveRole {
      otherRecords = List.copyOf(otherRecords);
    }
  }

  /**
   * The holding at the successor never was, and the one that it stood in for goes on.
   *
   * @param otherRecords what is held under the other records of the same human being
   */
  record TakeRoleBack(RoleHoldingId id, List<Held> otherRecords) implements PersonCommand {
    public TakeRoleBack {
      otherRecords = List.copyOf(otherRecords);
    }
  }

  record SetSessions(RoleHoldingId id, LocalDate from, Sessions sessions)
      implements PersonCommand {}

  /**
   * Somebody has made sure that the holding is as it is written.
   *
   * @param next when to check again, null for half a year later
   */
  record CheckRole(RoleHoldingId id, LocalDate on, PersonId by, @Nullable LocalDate next)
      implements PersonCommand {}

  /**
   * The same human being is registered as another person, who stays.
   *
   * @param stands whether that person is registered and not merged away
   * @param heldTwice a role that both would hold at the same body and time; null where there is
   *     none
   */
  record MergeInto(PersonId into, boolean stands, @Nullable Held heldTwice)
      implements PersonCommand {}

  record UndoMerge() implements PersonCommand {}

  /** Ends what the person holds, and keeps nothing more about them. */
  record ErasePerson(LocalDate today) implements PersonCommand {}

  /** The first administrator of an empty installation, as its settings name the sign-in. */
  record BecomeFirstAdministrator(
      PersonId id, IdentityHash identity, RoleHoldingId holding, LocalDate start)
      implements PersonCommand {}

  /** Wishes about a holding that there is, which go on while its person is merged away. */
  static boolean isAboutAHolding(PersonCommand command) {
    return switch (command) {
      case CorrectRole _,
          VoidRole _,
          EndRole _,
          HandOverRole _,
          MoveRole _,
          TakeRoleBack _,
          SetSessions _,
          CheckRole _ ->
          true;
      case RegisterPerson _,
          RectifyName _,
          SetWorkContact _,
          LinkIdentity _,
          AppointToRole _,
          MergeInto _,
          UndoMerge _,
          ErasePerson _,
          BecomeFirstAdministrator _ ->
          false;
    };
  }
}
