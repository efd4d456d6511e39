package uk.onevoice.organisations.adapter.http;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.adapter.http.PersonView.Said;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.person.Role;
import uk.onevoice.organisations.domain.person.RoleHoldingId;

/** Puts together what one event says: most of them speak of little. */
final class Telling {
  private @Nullable RoleHoldingId holding;
  private @Nullable Role role;
  private @Nullable OrganisationId organisation;
  private @Nullable String organisationName;
  private @Nullable LocalDate start;
  private @Nullable LocalDate end;
  private @Nullable Boolean clinical;
  private boolean neverWas;
  private @Nullable Double sessionsPerWeek;
  private @Nullable Double protectedHours;
  private @Nullable LocalDate checkDue;
  private @Nullable Boolean shown;
  private @Nullable PersonId otherId;
  private @Nullable String otherName;

  Telling role(RoleHoldingId id, Role held, @Nullable OrganisationId at, @Nullable String name) {
    holding = id;
    role = held;
    organisation = at;
    organisationName = name;
    return this;
  }

  Telling days(@Nullable LocalDate first, @Nullable LocalDate after) {
    start = first;
    end = after;
    return this;
  }

  Telling clinical(boolean asClinician) {
    clinical = asClinician;
    return this;
  }

  Telling neverWas(boolean takenBack) {
    neverWas = takenBack;
    return this;
  }

  Telling sessions(double perWeek, double hours) {
    sessionsPerWeek = perWeek;
    protectedHours = hours;
    return this;
  }

  Telling checkDue(LocalDate due) {
    checkDue = due;
    return this;
  }

  Telling shown(boolean toOthers) {
    shown = toOthers;
    return this;
  }

  Telling other(@Nullable PersonId id, @Nullable String name) {
    otherId = id;
    otherName = name;
    return this;
  }

  Said said() {
    return new Said(
        holding,
        role,
        organisation,
        organisationName,
        start,
        end,
        clinical,
        neverWas,
        sessionsPerWeek,
        protectedHours,
        checkDue,
        shown,
        otherId,
        otherName);
  }
}
