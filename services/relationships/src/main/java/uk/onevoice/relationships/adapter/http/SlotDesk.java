package uk.onevoice.relationships.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.Place;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.relationships.adapter.store.SlotLog;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.Slot;
import uk.onevoice.relationships.domain.Slot.Defined;
import uk.onevoice.relationships.domain.SlotCommand;
import uk.onevoice.relationships.domain.SlotEvent;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.SlotRejection;
import uk.onevoice.relationships.policy.Team;
import uk.onevoice.security.Actor.PersonActor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;

/**
 * Finds a slot for a caller, if it is there for them. Every resource whose words are for a team
 * asks {@link #forTeam}; to whoever is not on it, there is nothing.
 */
@ApplicationScoped
class SlotDesk {
  private final CommandHandler<SlotCommand, Slot, SlotEvent, SlotRejection> slots;
  private final Commands commands;
  private final Directory directory;
  private final CurrentActor actor;
  private final Scope scope;
  private final Today today;

  SlotDesk(
      CommandHandler<SlotCommand, Slot, SlotEvent, SlotRejection> slots,
      Commands commands,
      Directory directory,
      CurrentActor actor,
      Scope scope,
      Today today) {
    this.slots = slots;
    this.commands = commands;
    this.directory = directory;
    this.actor = actor;
    this.scope = scope;
    this.today = today;
  }

  /**
   * A slot that is there for the caller.
   *
   * @param circumstances of what the caller does to it: the body they act for, and the ICS
   */
  record Here(
      SlotId id,
      Defined slot,
      long version,
      uk.onevoice.directory.PlaceId place,
      Circumstances circumstances) {
    String stream() {
      return SlotLog.stream(id);
    }

    /** One of its relationships, live or ended; there is nothing at any other id. */
    Relationship relationship(UUID id) {
      @Nullable Relationship held = slot.relationships().get(new RelationshipId(id));
      if (held == null) {
        throw Problem.notFound().exception();
      }
      return held;
    }
  }

  /** A slot of a place where the caller has a role that the operation asks for. */
  Here inPlace(UUID id) {
    var slot = new SlotId(id);
    var current = slots.current(SlotLog.stream(slot));
    if (!(current.state() instanceof Defined defined)) {
      throw Problem.notFound().exception();
    }
    var place = placeOf(defined);
    var role = scope.in(place);
    return new Here(
        slot,
        defined,
        current.version(),
        place,
        new Circumstances(null, role.organisation(), icsOf(place)));
  }

  /** The same, for who is of its team. */
  Here forTeam(UUID id) {
    Here here = inPlace(id);
    if (!isOnTeam(here.slot())) {
      throw scope.refusal();
    }
    return here;
  }

  /** A slot for an operation that is not limited to a place. */
  Here anywhere(UUID id) {
    var slot = new SlotId(id);
    var current = slots.current(SlotLog.stream(slot));
    if (!(current.state() instanceof Defined defined)) {
      throw Problem.notFound().exception();
    }
    var place = placeOf(defined);
    return new Here(
        slot, defined, current.version(), place, new Circumstances(null, null, icsOf(place)));
  }

  /** Whether the caller is of the team, under any record of theirs. */
  boolean isOnTeam(Defined slot) {
    return actor.get() instanceof PersonActor person
        && Team.of(slot).has(records(new PersonId(person.person().value())));
  }

  /** All records of the human being. */
  Set<PersonId> records(PersonId person) {
    return directory.records(new uk.onevoice.directory.PersonId(person.value())).stream()
        .map(record -> new PersonId(record.value()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Under which record somebody is known whose record was merged away. */
  PersonId standing(PersonId person) {
    return new PersonId(
        directory.standing(new uk.onevoice.directory.PersonId(person.value())).value());
  }

  /** Whether somebody holds a role at this body today. */
  boolean actsFor(PersonId person, OrganisationId body) {
    return directory
        .holdings(new uk.onevoice.directory.PersonId(person.value()), today.get())
        .stream()
        .anyMatch(holding -> inDirectory(body).equals(holding.organisation()));
  }

  Response done(Here here, SlotCommand command) {
    return handle(here, command, (_, _, _) -> commands.noContent());
  }

  Response handle(Here here, SlotCommand command, Answering<Slot, SlotEvent> answering) {
    return commands.handle(
        slots, here.stream(), command, answering, SlotProblems::of, here.circumstances());
  }

  uk.onevoice.directory.@Nullable OrganisationId icsOf(uk.onevoice.directory.PlaceId place) {
    return directory.place(place, today.get()).map(Place::ics).orElse(null);
  }

  static uk.onevoice.directory.PlaceId placeOf(Defined slot) {
    return new uk.onevoice.directory.PlaceId(slot.terms().placeId().value());
  }

  static uk.onevoice.directory.OrganisationId inDirectory(OrganisationId organisation) {
    return new uk.onevoice.directory.OrganisationId(organisation.value());
  }
}
