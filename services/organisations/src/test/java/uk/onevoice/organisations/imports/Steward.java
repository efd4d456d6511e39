package uk.onevoice.organisations.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.affiliation.Affiliations;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.Reassign;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection;
import uk.onevoice.organisations.domain.client.ClientCommand.AssignClient;
import uk.onevoice.organisations.domain.client.ClientEvent.ClientApproved;
import uk.onevoice.organisations.domain.client.ClientEvent.ClientRegistered;
import uk.onevoice.organisations.domain.client.ClientEvent.ClientSuspended;
import uk.onevoice.organisations.domain.client.ClientId;
import uk.onevoice.organisations.domain.client.ClientKind;
import uk.onevoice.organisations.domain.client.SystemClient;
import uk.onevoice.organisations.domain.person.Person;
import uk.onevoice.organisations.domain.person.PersonCommand.MoveRole;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonRegistered;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleAppointed;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.person.Role;
import uk.onevoice.organisations.domain.person.RoleHoldingId;
import uk.onevoice.organisations.domain.succession.Child;
import uk.onevoice.organisations.domain.succession.Successions;
import uk.onevoice.organisations.domain.succession.Unresolved;

/** Somebody who goes through what is unresolved at a desk. */
record Steward(Desk desk) {
  List<Unresolved> unresolved(LocalDate asOf) {
    var successions = new Successions(desk.registry::body, asOf);
    return desk.registry
        .children()
        .filter(child -> child.kind() == Child.Kind.MEMBER)
        .flatMap(child -> successions.unresolved(child).stream())
        .sorted(Comparator.comparing(open -> open.child().id()))
        .toList();
  }

  void assign(Unresolved open, OrganisationId to) {
    var member = new OrganisationId(open.child().subject());
    var wish =
        new Reassign(
            UUID.fromString(open.child().id()), to.value(), open.since(), open(member), open(to));
    say(member, wish);
  }

  /** An officer and a system of an ICB, which stopped when others followed it. */
  void hasAnOfficerAndASystem(String icb) {
    var body = new OrganisationId(icb);
    var person = new PersonId(UUID.nameUUIDFromBytes(icb.getBytes(StandardCharsets.UTF_8)));
    desk.say(
        RegistryLog.stream(person),
        List.of(
            new PersonRegistered(person),
            new RoleAppointed(
                new RoleHoldingId(person.value()),
                person,
                Role.ICB_OFFICER,
                body,
                LocalDate.of(2022, 7, 1),
                null,
                false)));
    var system = new ClientId("system-of-" + icb);
    desk.say(
        RegistryLog.stream(system),
        List.of(
            new ClientRegistered(system, body, ClientKind.ICB),
            new ClientApproved(system),
            new ClientSuspended(system, true)));
  }

  List<Unresolved> rolesAndSystems(LocalDate asOf) {
    var successions = new Successions(desk.registry::body, asOf);
    return desk.registry
        .children()
        .filter(
            child -> child.kind() == Child.Kind.ROLE_HOLDING || child.kind() == Child.Kind.CLIENT)
        .flatMap(child -> successions.unresolved(child).stream())
        .toList();
  }

  void assignRoleOrSystem(Unresolved open, OrganisationId to) {
    var child = open.child();
    var kinds = EnumSet.of(OrganisationKind.ICB);
    if (child.kind() == Child.Kind.CLIENT) {
      var system = new ClientId(child.id());
      var wish = new AssignClient(to, kinds);
      var state = desk.registry.client(child.id());
      desk.say(RegistryLog.stream(system), accepted(SystemClient.DECIDER, wish, state));
    } else {
      var person = new PersonId(UUID.fromString(child.subject()));
      var next = new UUID(1, person.value().getLeastSignificantBits());
      var wish =
          new MoveRole(
              new RoleHoldingId(UUID.fromString(child.id())),
              to,
              kinds,
              open.since(),
              new RoleHoldingId(next),
              List.of());
      var state = desk.registry.person(child.subject());
      desk.say(RegistryLog.stream(person), accepted(Person.DECIDER, wish, state));
    }
  }

  private static <C, S, E, R> List<E> accepted(Decider<C, S, E, R> decider, C wish, S state) {
    if (decider.decide().apply(wish, state) instanceof Decision.Accepted<E, R>(var events)) {
      return events;
    }
    throw new AssertionError("Refused: " + wish);
  }

  private void say(OrganisationId member, AffiliationsCommand wish) {
    var decision = Affiliations.DECIDER.decide().apply(wish, desk.registry.affiliationsOf(member));
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    if (decision instanceof Decision.Accepted<AffiliationsEvent, AffiliationsRejection>(var all)) {
      desk.say(Streams.affiliations(member), all);
    }
  }

  private @Nullable Period open(OrganisationId id) {
    return desk.registry
        .find(id)
        .map(one ->
            new Period(
                one.record().start() == null ? LocalDate.MIN : one.record().start(),
                one.record().end()))
        .orElse(null);
  }
}
