package uk.onevoice.organisations.adapter.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.person.Role;
import uk.onevoice.organisations.domain.person.RoleHoldingId;

/** How people and their roles are told. */
interface PersonView {
  /**
   * A person with everything the reader may see.
   *
   * @param merged records that this one stands for; empty for who may not see all
   */
  record OnePerson(
      PersonId personId,
      @Nullable String name,
      @Nullable String email,
      @Nullable String telephone,
      boolean shown,
      List<OneHolding> roleHoldings,
      List<Named> merged) {}

  /** A person in a list, with the roles of today. */
  record ListedPerson(PersonId personId, @Nullable String name, List<OneHolding> roleHoldings) {}

  record PersonList(List<ListedPerson> items, @Nullable String next) {}

  record Named(PersonId personId, @Nullable String name) {}

  /**
   * @param personId under whose record it stands; null where the reader may not know who holds it
   * @param active whether it is held on the day that is asked for
   * @param sessions empty for who may not see all of the person; likewise null in the next two
   * @param insteadOf the holding at a body that was followed, which goes on as this one
   */
  record OneHolding(
      RoleHoldingId roleHoldingId,
      @Nullable PersonId personId,
      @Nullable String name,
      Role role,
      @Nullable OrganisationId organisationId,
      @Nullable String organisationName,
      boolean clinical,
      LocalDate start,
      @Nullable LocalDate end,
      boolean active,
      List<Funded> sessions,
      @Nullable Checked lastChecked,
      @Nullable LocalDate checkDue,
      @Nullable RoleHoldingId insteadOf) {}

  record HoldingList(List<OneHolding> items, @Nullable String next) {}

  record Funded(LocalDate from, double sessionsPerWeek, double protectedHours) {}

  record Checked(LocalDate on, PersonId byId, @Nullable String byName) {}

  /**
   * Somebody who may be the same human being, and why.
   *
   * @param heldTwice what both hold at the same body and time: while that is so, they stay two
   */
  record Duplicate(
      PersonId personId,
      @Nullable String name,
      List<Reason> reasons,
      List<OneHolding> roleHoldings,
      List<OneHolding> heldTwice) {}

  enum Reason {
    SAME_NAME,
    SIMILAR_NAME,
    SAME_ROLE
  }

  record DuplicateList(List<Duplicate> items) {}

  /**
   * One thing that was written down.
   *
   * @param recordId under whose record
   * @param byId who wrote it; null where that was no person
   */
  record Happened(
      Instant recordedAt,
      String type,
      PersonId recordId,
      @Nullable PersonId byId,
      @Nullable String byName,
      Said said) {}

  /** What an event says; null where it does not speak of that. */
  record Said(
      @Nullable RoleHoldingId roleHoldingId,
      @Nullable Role role,
      @Nullable OrganisationId organisationId,
      @Nullable String organisationName,
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      @Nullable Boolean clinical,
      boolean neverWas,
      @Nullable Double sessionsPerWeek,
      @Nullable Double protectedHours,
      @Nullable LocalDate checkDue,
      @Nullable Boolean shown,
      @Nullable PersonId otherId,
      @Nullable String otherName) {}

  record History(List<Happened> items) {}
}
