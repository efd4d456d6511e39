package uk.onevoice.organisations.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.organisations.domain.person.IdentityHash;
import uk.onevoice.organisations.domain.person.Person;
import uk.onevoice.organisations.domain.person.PersonCommand;
import uk.onevoice.organisations.domain.person.PersonCommand.BecomeFirstAdministrator;
import uk.onevoice.organisations.domain.person.PersonEvent;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.person.PersonRejection;
import uk.onevoice.organisations.domain.person.RoleHoldingId;
import uk.onevoice.security.Actor.PersonActor;
import uk.onevoice.security.FirstAdministrator;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.wiring.Ids;

/** Records the first administrator: one person, however often and by how many it is asked. */
@ApplicationScoped
class RecordedAdministrator implements FirstAdministrator {
  private final CommandHandler<PersonCommand, Person, PersonEvent, PersonRejection> people;
  private final Identities identities;
  private final Ids ids;
  private final Today today;
  private final Clock clock;

  RecordedAdministrator(
      CommandHandler<PersonCommand, Person, PersonEvent, PersonRejection> people,
      Identities identities,
      Ids ids,
      Today today,
      Clock clock) {
    this.people = people;
    this.identities = identities;
    this.ids = ids;
    this.today = today;
    this.clock = clock;
  }

  @Override
  public PersonActor record(uk.onevoice.directory.IdentityHash identity) {
    var hash = new IdentityHash(identity.value());
    var person = identities.take(hash, new PersonId(ids.get()));
    var stream = RegistryLog.stream(person);
    people.handle(
        Envelope.of(
            stream,
            new BecomeFirstAdministrator(person, hash, new RoleHoldingId(ids.get()), today.get()),
            new Metadata(ActorRef.person(person.toString()), null, null, ids.get(), null, null),
            clock.instant()));
    return switch (people.current(stream).state()) {
      case Person.Absent _, Person.Erased _ ->
          throw new IllegalStateException("The first administrator was not recorded.");
      case Person.Registered registered -> actor(registered);
    };
  }

  private static PersonActor actor(Person.Registered person) {
    var id = new uk.onevoice.directory.PersonId(person.id().value());
    List<RoleHolding> holdings =
        person.holdings().entrySet().stream()
            .filter(held ->
                held.getValue().role()
                    == uk.onevoice.organisations.domain.person.Role.PLATFORM_ADMINISTRATOR)
            .map(held ->
                new RoleHolding(
                    new uk.onevoice.directory.RoleHoldingId(held.getKey().value()),
                    id,
                    Role.PLATFORM_ADMINISTRATOR,
                    null,
                    held.getValue().period()))
            .toList();
    return new PersonActor(id, holdings, null);
  }
}
