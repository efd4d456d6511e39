package uk.onevoice.relationships.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.LeadershipGroup;
import uk.onevoice.directory.LeadershipGroups;
import uk.onevoice.directory.Place;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.directory.RoleHoldingId;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.relationships.adapter.store.JointGroupLog;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.jointgroup.GroupId;
import uk.onevoice.relationships.domain.jointgroup.JointGroup;
import uk.onevoice.relationships.domain.jointgroup.JointGroup.Formed;
import uk.onevoice.relationships.domain.jointgroup.JointGroupCommand;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection;
import uk.onevoice.relationships.domain.jointgroup.Seat;
import uk.onevoice.relationships.domain.jointgroup.Side;
import uk.onevoice.security.Actor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.vault.TypedWords;

/**
 * What every request about a joint group begins and ends with. Who sits in it works in it, for the
 * side of their seat and as long as they hold a role at the organisation for which they sit;
 * leaders of general practice in the place keep it. A system of the organisation that shares it
 * reads its actions, of which it is told. For everybody else it is not there.
 */
@ApplicationScoped
class JointGroupDesk {
  private final CommandHandler<JointGroupCommand, JointGroup, JointGroupEvent, JointGroupRejection>
      groups;
  private final Directory directory;
  private final LeadershipGroups leadershipGroups;
  private final TypedWords words;
  private final Commands commands;
  private final CurrentActor actor;
  private final Scope scope;
  private final Today today;

  JointGroupDesk(
      CommandHandler<JointGroupCommand, JointGroup, JointGroupEvent, JointGroupRejection> groups,
      Directory directory,
      LeadershipGroups leadershipGroups,
      TypedWords words,
      Commands commands,
      CurrentActor actor,
      Scope scope,
      Today today) {
    this.groups = groups;
    this.directory = directory;
    this.leadershipGroups = leadershipGroups;
    this.words = words;
    this.commands = commands;
    this.actor = actor;
    this.scope = scope;
    this.today = today;
  }

  /** A group, and the seat in which the caller works in it. */
  record Seated(Formed group, Seat seat) {
    GroupId id() {
      return group.terms().groupId();
    }

    Side side() {
      return seat.side();
    }
  }

  Formed there(UUID id) {
    if (groups.current(JointGroupLog.stream(new GroupId(id))).state() instanceof Formed formed) {
      return formed;
    }
    throw Problem.notFound().exception();
  }

  /** The version of what both sides share. */
  long version(GroupId id) {
    return groups.current(JointGroupLog.stream(id)).version();
  }

  /** The group, for somebody who sits in it. */
  Seated seated(UUID id) {
    Formed group = there(id);
    return seat(group)
        .map(seat -> new Seated(group, seat))
        .orElseThrow(() -> Problem.notFound().exception());
  }

  /** The group, for somebody who sits in it or a system of the organisation that shares it. */
  Formed heard(UUID id) {
    Formed group = there(id);
    boolean itsSystem =
        actor.get() instanceof Actor.ClientActor system
            && system.organisation().equals(inDirectory(group.terms().organisationId()));
    if (!itsSystem && seat(group).isEmpty()) {
      throw Problem.notFound().exception();
    }
    return group;
  }

  /** The group, for a leader of general practice in its place. */
  Formed kept(UUID id) {
    Formed group = there(id);
    scope.in(place(group));
    return group;
  }

  /** The seat in which the caller works in the group now, in the capacity of this request. */
  Optional<Seat> seat(Formed group) {
    if (!(actor.get() instanceof Actor.PersonActor person)) {
      return Optional.empty();
    }
    Set<UUID> records = records(person.person());
    return group.seats().taken().stream()
        .filter(seat -> records.contains(seat.personId().value()))
        .filter(seat -> actor.get().holdsAt(inDirectory(seat.organisationId()), Role.values()))
        .findFirst();
  }

  /** All records of the caller; none of a system. */
  Set<UUID> ownRecords() {
    return actor.get() instanceof Actor.PersonActor person ? records(person.person()) : Set.of();
  }

  private Set<UUID> records(uk.onevoice.directory.PersonId person) {
    return directory.records(person).stream()
        .map(uk.onevoice.directory.PersonId::value)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The person under the record that sits in the group where that is theirs too: nobody sits twice
   * by having two records.
   */
  PersonId asSeated(Formed group, PersonId person) {
    Set<UUID> records = records(new uk.onevoice.directory.PersonId(person.value()));
    return group.seats().taken().stream()
        .map(Seat::personId)
        .filter(seated -> records.contains(seated.value()))
        .findFirst()
        .orElse(person);
  }

  /** What the person holds today at the organisation. */
  Set<RoleHolding> held(PersonId person, OrganisationId organisation) {
    return directory
        .holdings(new uk.onevoice.directory.PersonId(person.value()), today.get())
        .stream()
        .filter(holding -> inDirectory(organisation).equals(holding.organisation()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** For whom somebody of this organisation would sit; null where it is of neither side. */
  @Nullable Side side(Formed group, OrganisationId organisation) {
    if (organisation.equals(group.terms().organisationId())) {
      return Side.PARTNER;
    }
    PlaceId place = place(group);
    LocalDate day = today.get();
    var body = inDirectory(organisation);
    return directory.hasMembersIn(place, body, day)
            || directory.placeOf(body, day).filter(place::equals).isPresent()
            || isLeadershipGroup(place, organisation)
        ? Side.GP
        : null;
  }

  boolean isLeadershipGroup(PlaceId place, OrganisationId organisation) {
    return leadershipGroups.ofPlace(place, today.get()).stream()
        .map(LeadershipGroup::id)
        .anyMatch(inDirectory(organisation)::equals);
  }

  /** Runs a command of somebody who sits in the group. */
  Response handle(
      Seated seated, JointGroupCommand command, Answering<JointGroup, JointGroupEvent> answering) {
    return forSide(
        seated.side(), handle(seated.group(), command, seated.seat().organisationId(), answering));
  }

  Response handle(Seated seated, JointGroupCommand command) {
    return handle(seated, command, (_, _, _) -> commands.noContent());
  }

  /** As {@link #handle}, of a command that keeps words. */
  Response keeping(Seated seated, BiFunction<Seated, TypedWords.Pen, Response> command) {
    return words.keeping(JointGroupLog.stream(seated.id()), pen -> command.apply(seated, pen));
  }

  /** Runs a command of a leader of general practice in the place. */
  Response handleKept(
      Formed group, JointGroupCommand command, Answering<JointGroup, JointGroupEvent> answering) {
    var role = scope.in(place(group)).organisation();
    return handle(
        group, command, role == null ? null : new OrganisationId(role.value()), answering);
  }

  Response handleKept(Formed group, JointGroupCommand command) {
    return handleKept(group, command, (_, _, _) -> commands.noContent());
  }

  /**
   * Runs a command about who sits for a side: of a leader of general practice in the place, or of
   * somebody who sits for the partner, for their own side alone.
   *
   * @throws uk.onevoice.service.problem.ProblemException not-found for everybody else
   */
  Response handleSeat(
      Formed group,
      @Nullable Side of,
      JointGroupCommand command,
      Answering<JointGroup, JointGroupEvent> answering) {
    Optional<Seat> own = seat(group).filter(seat -> seat.side() == Side.PARTNER);
    if (own.isPresent() && of == Side.PARTNER) {
      return handle(new Seated(group, own.get()), command, answering);
    }
    if (!scope.covers(place(group))) {
      throw Problem.notFound().exception();
    }
    return handleKept(group, command, answering);
  }

  Response handleSeat(Formed group, @Nullable Side of, JointGroupCommand command) {
    return handleSeat(group, of, command, (_, _, _) -> commands.noContent());
  }

  /** Whether the caller may say who sits for one of the sides. */
  boolean seats(Formed group) {
    return scope.covers(place(group))
        || seat(group).filter(seat -> seat.side() == Side.PARTNER).isPresent();
  }

  /** Who holds a role, under the record by which it is held today. */
  Optional<PersonId> holder(UUID roleHolding) {
    return directory
        .holding(new RoleHoldingId(roleHolding), today.get())
        .map(holding -> new PersonId(holding.person().value()));
  }

  private Response handle(
      Formed group,
      JointGroupCommand command,
      @Nullable OrganisationId actingFor,
      Answering<JointGroup, JointGroupEvent> answering) {
    return commands.handle(
        groups,
        JointGroupLog.stream(group.terms().groupId()),
        command,
        answering,
        JointGroupProblems::of,
        circumstances(place(group), actingFor));
  }

  Circumstances circumstances(PlaceId place, @Nullable OrganisationId actingFor) {
    return new Circumstances(
        null,
        actingFor == null ? null : inDirectory(actingFor),
        directory.place(place, today.get()).map(Place::ics).orElse(null));
  }

  /**
   * A partner is not told how far the log has come: two of those numbers, compared, would say how
   * much happens that is none of theirs.
   */
  static Response forSide(Side side, Response answer) {
    return side == Side.PARTNER
        ? Response.fromResponse(answer).header("X-Position", null).build()
        : answer;
  }

  Answering<JointGroup, JointGroupEvent> created(GroupId id, Object ref) {
    return (_, _, _) -> commands.created(path(id), ref);
  }

  static String path(GroupId id) {
    return "/v1/relationships/joint-groups/" + id.value();
  }

  static PlaceId place(Formed group) {
    return new PlaceId(group.terms().placeId().value());
  }

  LocalDate today() {
    return today.get();
  }

  LocalDate day(@Nullable LocalDate on) {
    return on == null ? today.get() : on;
  }

  static uk.onevoice.directory.OrganisationId inDirectory(OrganisationId organisation) {
    return new uk.onevoice.directory.OrganisationId(organisation.value());
  }
}
