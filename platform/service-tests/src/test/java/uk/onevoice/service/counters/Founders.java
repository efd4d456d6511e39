package uk.onevoice.service.counters;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import uk.onevoice.directory.IdentityHash;
import uk.onevoice.directory.PersonId;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.directory.RoleHoldingId;
import uk.onevoice.kernel.Period;
import uk.onevoice.security.Actor;
import uk.onevoice.security.FirstAdministrator;

/** Takes the first administrator at their word; the organisations service records them. */
@ApplicationScoped
class Founders implements FirstAdministrator {
  @Override
  public Actor.PersonActor record(IdentityHash identity) {
    var person = new PersonId(People.id(identity.value()));
    return new Actor.PersonActor(
        person,
        List.of(
            new RoleHolding(
                new RoleHoldingId(People.id("founding")),
                person,
                Role.PLATFORM_ADMINISTRATOR,
                null,
                Period.from(LocalDate.parse("2026-01-01")))),
        null);
  }
}
