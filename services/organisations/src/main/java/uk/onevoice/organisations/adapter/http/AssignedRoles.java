package uk.onevoice.organisations.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.onevoice.directory.Role;
import uk.onevoice.kernel.Decision;
import uk.onevoice.organisations.adapter.http.Assignments.Step;
import uk.onevoice.organisations.adapter.store.PeopleCopy;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.person.Person;
import uk.onevoice.organisations.domain.person.PersonCommand;
import uk.onevoice.organisations.domain.person.PersonCommand.CheckRole;
import uk.onevoice.organisations.domain.person.PersonCommand.EndRole;
import uk.onevoice.organisations.domain.person.PersonCommand.MoveRole;
import uk.onevoice.organisations.domain.person.PersonEvent;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.person.PersonRejection;
import uk.onevoice.organisations.domain.person.RoleHoldingId;
import uk.onevoice.organisations.domain.succession.Child;
import uk.onevoice.organisations.domain.succession.Unresolved;
import uk.onevoice.organisations.imports.Registry;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.wiring.Ids;

/**
 * Says what becomes of a role at a body that closed or was followed: it goes on at the successor,
 * stays where the body lives on, or ends. As when appointing, nobody but an administrator gives one
 * to themselves.
 */
@ApplicationScoped
class AssignedRoles {
  private final PeopleCopy copy;
  private final CurrentActor actor;
  private final Today today;
  private final Ids ids;

  AssignedRoles(PeopleCopy copy, CurrentActor actor, Today today, Ids ids) {
    this.copy = copy;
    this.actor = actor;
    this.today = today;
    this.ids = ids;
  }

  private PersonId self() {
    return Objects.requireNonNull(Viewer.self(actor.get()));
  }

  String streamOfCaller() {
    return RegistryLog.stream(self());
  }

  /** The records whose roles the caller does not give; none for an administrator. */
  Set<PersonId> own() {
    if (actor.get().holdsOneOf(Role.PLATFORM_ADMINISTRATOR)) {
      return Set.of();
    }
    var own = new HashSet<PersonId>();
    own.add(self());
    own.addAll(copy.ask(everybody -> everybody.otherRecords(self())));
    return own;
  }

  /**
   * @return why it cannot be
   */
  Optional<String> assign(
      Registry now,
      Unresolved open,
      OrganisationId to,
      Set<PersonId> own,
      List<Step<PersonCommand>> steps) {
    if (own.contains(person(open.child()))) {
      return Optional.of("is a role of your own, which somebody else assigns");
    }
    var id = holding(open.child());
    if (to.equals(open.child().body())) {
      var on = open.since().isAfter(today.get()) ? open.since() : today.get();
      return add(now, open.child(), new CheckRole(id, on, self(), null), steps);
    }
    Set<OrganisationKind> kinds =
        now.find(to)
            .<Set<OrganisationKind>>map(known -> EnumSet.copyOf(known.record().kinds()))
            .orElse(Set.of());
    var next = new RoleHoldingId(ids.get());
    var others = copy.ask(everybody -> everybody.heldElsewhere(person(open.child())));
    return add(now, open.child(), new MoveRole(id, to, kinds, open.since(), next, others), steps);
  }

  Optional<String> end(Registry now, Unresolved open, List<Step<PersonCommand>> steps) {
    var end = new EndRole(holding(open.child()), open.since());
    return add(now, open.child(), end, steps);
  }

  private static Optional<String> add(
      Registry now, Child child, PersonCommand command, List<Step<PersonCommand>> steps) {
    var state = now.person(child.subject());
    if (Person.DECIDER.decide().apply(command, state)
        instanceof Decision.Rejected<PersonEvent, PersonRejection>(var why)) {
      return Optional.of(inWords(why));
    }
    steps.add(new Step<>(RegistryLog.stream(person(child)), command));
    return Optional.empty();
  }

  /** Whether the person of this holding holds the same role there on a day. */
  static boolean isHeld(Registry now, Child child, OrganisationId to, LocalDate on) {
    return now.person(child.subject()) instanceof Person.Registered known
        && known.holdings().values().stream()
            .anyMatch(other ->
                other.role() == child.role()
                    && to.equals(other.organisation())
                    && other.period().includes(on));
  }

  private static PersonId person(Child child) {
    return new PersonId(UUID.fromString(child.subject()));
  }

  private static RoleHoldingId holding(Child child) {
    return new RoleHoldingId(UUID.fromString(child.id()));
  }

  /** Why a role cannot go there, as the end of a sentence. */
  static String inWords(PersonRejection rejection) {
    return switch (rejection) {
      case PersonRejection.RoleDoesNotFit(_, var organisation) ->
          "is a role that is not held at " + organisation;
      case PersonRejection.HeldAlready _ -> "is held there from a later day already";
      case PersonRejection.EndedAlready(var end) -> "has ended before " + end;
      case PersonRejection.UnknownHolding _ -> "is not held any more";
      case PersonRejection.IsErased _ -> "was held by somebody whose record was erased";
      case PersonRejection.AlreadyRegistered _,
          PersonRejection.NotRegistered _,
          PersonRejection.EndsBeforeItStarts _,
          PersonRejection.OwnSuccessor _,
          PersonRejection.SessionsNotPossible _,
          PersonRejection.NotMoved _,
          PersonRejection.HeldInBoth _,
          PersonRejection.NotHeldOn _,
          PersonRejection.NextCheckTooEarly _,
          PersonRejection.MergedAway _,
          PersonRejection.NotMerged _,
          PersonRejection.CannotStand _ ->
          "cannot go there";
    };
  }
}
