package uk.onevoice.organisations.domain.person;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.person.PersonCommand.AppointToRole;
import uk.onevoice.organisations.domain.person.PersonCommand.BecomeFirstAdministrator;
import uk.onevoice.organisations.domain.person.PersonCommand.EndRole;
import uk.onevoice.organisations.domain.person.PersonCommand.ErasePerson;
import uk.onevoice.organisations.domain.person.PersonCommand.LinkIdentity;
import uk.onevoice.organisations.domain.person.PersonCommand.RegisterPerson;
import uk.onevoice.organisations.domain.person.PersonEvent.IdentityLinked;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonErased;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonRegistered;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleAppointed;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleEnded;
import uk.onevoice.organisations.domain.person.PersonRejection.AlreadyRegistered;
import uk.onevoice.organisations.domain.person.PersonRejection.EndedAlready;
import uk.onevoice.organisations.domain.person.PersonRejection.EndsBeforeItStarts;
import uk.onevoice.organisations.domain.person.PersonRejection.HeldAlready;
import uk.onevoice.organisations.domain.person.PersonRejection.IsErased;
import uk.onevoice.organisations.domain.person.PersonRejection.NotRegistered;
import uk.onevoice.organisations.domain.person.PersonRejection.RoleDoesNotFit;
import uk.onevoice.organisations.domain.person.PersonRejection.UnknownHolding;

/** A person with sign-ins and role holdings. No name: names live in the vault. */
public sealed interface Person {
  Decider<PersonCommand, Person, PersonEvent, PersonRejection> DECIDER =
      new Decider<>(new Absent(), Person::decide, Person::evolve);

  record Absent() implements Person {}

  record Registered(PersonId id, Set<IdentityHash> identities, Map<RoleHoldingId, Holding> holdings)
      implements Person {}

  /** Nothing more is kept or done about somebody who was erased. */
  record Erased(PersonId id) implements Person {}

  /** One role, for one organisation or for the platform, for a time. */
  record Holding(Role role, @Nullable OrganisationId organisation, Period period) {}

  static Decision<PersonEvent, PersonRejection> decide(PersonCommand command, Person person) {
    return switch (person) {
      case Absent _ ->
          switch (command) {
            case RegisterPerson(var id) -> accept(new PersonRegistered(id));
            case BecomeFirstAdministrator(var id, var identity, var holding, var start) ->
                accept(
                    new PersonRegistered(id),
                    new IdentityLinked(id, identity),
                    new RoleAppointed(holding, id, Role.PLATFORM_ADMINISTRATOR, null, start, null));
            case LinkIdentity _, AppointToRole _, EndRole _, ErasePerson _ ->
                reject(new NotRegistered());
          };
      case Erased _ -> command instanceof ErasePerson ? accept() : reject(new IsErased());
      case Registered known ->
          switch (command) {
            case RegisterPerson _, BecomeFirstAdministrator _ ->
                reject(new AlreadyRegistered(known.id()));
            case LinkIdentity(var identity) ->
                known.identities().contains(identity)
                    ? accept()
                    : accept(new IdentityLinked(known.id(), identity));
            case AppointToRole appoint -> appoint(appoint, known);
            case EndRole(var id, var end) -> endRole(id, end, known);
            case ErasePerson(var today) -> erase(today, known);
          };
    };
  }

  private static Decision<PersonEvent, PersonRejection> appoint(
      AppointToRole command, Registered known) {
    var role = command.role();
    var organisation = command.organisation();
    boolean fits =
        role.isForAnOrganisation()
            ? organisation != null && role.fits(command.kinds())
            : organisation == null;
    if (!fits) {
      return reject(new RoleDoesNotFit(role, organisation));
    }
    if (command.end() != null && command.end().isBefore(command.start())) {
      return reject(new EndsBeforeItStarts(command.start(), command.end()));
    }
    var period = new Period(command.start(), command.end());
    for (var held : known.holdings().entrySet()) {
      var holding = held.getValue();
      if (holding.role() == role
          && Objects.equals(holding.organisation(), organisation)
          && holding.period().overlaps(period)) {
        return reject(new HeldAlready(held.getKey()));
      }
    }
    return accept(
        new RoleAppointed(
            command.id(), known.id(), role, organisation, command.start(), command.end()));
  }

  private static Decision<PersonEvent, PersonRejection> endRole(
      RoleHoldingId id, LocalDate end, Registered known) {
    var holding = known.holdings().get(id);
    if (holding == null) {
      return reject(new UnknownHolding(id));
    }
    if (end.isBefore(holding.period().start())) {
      return reject(new EndsBeforeItStarts(holding.period().start(), end));
    }
    var ended = holding.period().end();
    if (ended != null && !end.isBefore(ended)) {
      return ended.equals(end) ? accept() : reject(new EndedAlready(ended));
    }
    return accept(new RoleEnded(id, known.id(), end));
  }

  /** What the person holds ends first, so that all hear of it who depend on it. */
  private static Decision<PersonEvent, PersonRejection> erase(LocalDate today, Registered known) {
    var events = new ArrayList<PersonEvent>();
    known
        .holdings()
        .forEach((id, holding) -> {
          var period = holding.period();
          if (period.end() == null || period.end().isAfter(today)) {
            var end = period.start().isAfter(today) ? period.start() : today;
            events.add(new RoleEnded(id, known.id(), end));
          }
        });
    events.add(new PersonErased(known.id()));
    return accept(events);
  }

  static Person evolve(Person person, PersonEvent event) {
    if (event instanceof PersonRegistered(var id)) {
      return new Registered(id, Set.of(), Map.of());
    }
    if (event instanceof PersonErased(var id)) {
      return new Erased(id);
    }
    return switch (person) {
      case Absent absent -> absent;
      case Erased erased -> erased;
      case Registered known -> evolve(known, event);
    };
  }

  private static Registered evolve(Registered known, PersonEvent event) {
    return switch (event) {
      case PersonRegistered _, PersonErased _ -> known;
      case IdentityLinked(_, var identity) -> {
        var identities = new LinkedHashSet<>(known.identities());
        identities.add(identity);
        yield new Registered(known.id(), identities, known.holdings());
      }
      case RoleAppointed(var id, _, var role, var organisation, var start, var end) -> {
        var holdings = new LinkedHashMap<>(known.holdings());
        holdings.put(id, new Holding(role, organisation, new Period(start, end)));
        yield new Registered(known.id(), known.identities(), holdings);
      }
      case RoleEnded(var id, _, var end) -> {
        var holdings = new LinkedHashMap<>(known.holdings());
        holdings.computeIfPresent(
            id,
            (_, held) ->
                new Holding(
                    held.role(),
                    held.organisation(),
                    new Period(
                        held.period().start(),
                        end.isBefore(held.period().start()) ? held.period().start() : end)));
        yield new Registered(known.id(), known.identities(), holdings);
      }
    };
  }
}
