package uk.onevoice.organisations.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Role;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.Decision;
import uk.onevoice.organisations.adapter.http.Bodies.Ending;
import uk.onevoice.organisations.adapter.http.Bodies.NewRole;
import uk.onevoice.organisations.adapter.http.Bodies.RoleRef;
import uk.onevoice.organisations.adapter.http.PersonBodies.Correction;
import uk.onevoice.organisations.adapter.http.PersonBodies.HandOver;
import uk.onevoice.organisations.adapter.http.PersonBodies.NewCheck;
import uk.onevoice.organisations.adapter.http.PersonBodies.NewSessions;
import uk.onevoice.organisations.adapter.store.PeopleCopy;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.adapter.store.Successors;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.organisations.domain.person.Holding;
import uk.onevoice.organisations.domain.person.People.Held;
import uk.onevoice.organisations.domain.person.Person;
import uk.onevoice.organisations.domain.person.PersonCommand;
import uk.onevoice.organisations.domain.person.PersonCommand.AppointToRole;
import uk.onevoice.organisations.domain.person.PersonCommand.CheckRole;
import uk.onevoice.organisations.domain.person.PersonCommand.CorrectRole;
import uk.onevoice.organisations.domain.person.PersonCommand.EndRole;
import uk.onevoice.organisations.domain.person.PersonCommand.HandOverRole;
import uk.onevoice.organisations.domain.person.PersonCommand.SetSessions;
import uk.onevoice.organisations.domain.person.PersonCommand.TakeRoleBack;
import uk.onevoice.organisations.domain.person.PersonCommand.VoidRole;
import uk.onevoice.organisations.domain.person.PersonEvent;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.person.PersonRejection;
import uk.onevoice.organisations.domain.person.RoleHoldingId;
import uk.onevoice.organisations.domain.person.Sessions;
import uk.onevoice.security.AccessRefused;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Position;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/**
 * What people hold: appointed, corrected, checked, handed over, ended. Roles of the platform itself
 * are for administrators, and nobody else gives a role to themselves.
 */
@Path("/v1/people/{id}/roles")
@RunOnVirtualThread
class RolesResource {
  private final CommandHandler<PersonCommand, Person, PersonEvent, PersonRejection> people;
  private final CommandHandler<
          OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisations;
  private final PeopleCopy copy;
  private final Successors successors;
  private final Commands commands;
  private final CurrentActor actor;
  private final Today today;
  private final Ids ids;

  RolesResource(
      CommandHandler<PersonCommand, Person, PersonEvent, PersonRejection> people,
      CommandHandler<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
          organisations,
      PeopleCopy copy,
      Successors successors,
      Commands commands,
      CurrentActor actor,
      Today today,
      Ids ids) {
    this.people = people;
    this.organisations = organisations;
    this.copy = copy;
    this.successors = successors;
    this.commands = commands;
    this.actor = actor;
    this.today = today;
    this.ids = ids;
  }

  @POST
  @Permission("appointToRole")
  public Response appoint(@PathParam("id") UUID id, NewRole wish) {
    var person = new PersonId(id);
    var holding = new RoleHoldingId(ids.get());
    mayGive(person, wish.role());
    return commands.handle(
        people,
        RegistryLog.stream(person),
        new AppointToRole(
            holding,
            wish.role(),
            wish.organisationId(),
            kinds(wish.organisationId()),
            wish.start(),
            wish.end(),
            wish.clinical(),
            heldElsewhere(person)),
        (_, _, _) -> commands.created(path(person, holding), new RoleRef(holding)),
        PersonProblems::of);
  }

  /** Nobody holds a role twice by having two records. */
  private List<Held> heldElsewhere(PersonId person) {
    return copy.ask(everybody -> everybody.heldElsewhere(person));
  }

  private static String path(PersonId person, RoleHoldingId holding) {
    return "/v1/people/" + person + "/roles/" + holding.value();
  }

  @POST
  @Path("/{roleHoldingId}/correction")
  @Permission("correctRole")
  public Response correct(
      @PathParam("id") UUID id, @PathParam("roleHoldingId") UUID holding, Correction wish) {
    return change(
        id,
        holding,
        new CorrectRole(
            new RoleHoldingId(holding),
            wish.start(),
            wish.end(),
            wish.clinical(),
            heldElsewhere(new PersonId(id))));
  }

  @POST
  @Path("/{roleHoldingId}/voiding")
  @Consumes(MediaType.WILDCARD)
  @Permission("voidRole")
  public Response neverWas(@PathParam("id") UUID id, @PathParam("roleHoldingId") UUID holding) {
    return change(id, holding, new VoidRole(new RoleHoldingId(holding)));
  }

  @POST
  @Path("/{roleHoldingId}/ending")
  @Permission("endRole")
  public Response end(
      @PathParam("id") UUID id, @PathParam("roleHoldingId") UUID holding, Ending wish) {
    return change(id, holding, new EndRole(new RoleHoldingId(holding), wish.end()));
  }

  @POST
  @Path("/{roleHoldingId}/taking-back")
  @Consumes(MediaType.WILDCARD)
  @Permission("takeRoleBack")
  public Response takeBack(@PathParam("id") UUID id, @PathParam("roleHoldingId") UUID holding) {
    return change(
        id, holding, new TakeRoleBack(new RoleHoldingId(holding), heldElsewhere(new PersonId(id))));
  }

  @POST
  @Path("/{roleHoldingId}/sessions")
  @Permission("setSessions")
  public Response sessions(
      @PathParam("id") UUID id, @PathParam("roleHoldingId") UUID holding, NewSessions wish) {
    return change(
        id,
        holding,
        new SetSessions(
            new RoleHoldingId(holding),
            wish.from(),
            new Sessions(wish.sessionsPerWeek(), wish.protectedHours())));
  }

  @POST
  @Path("/{roleHoldingId}/checks")
  @Permission("checkRole")
  public Response check(
      @PathParam("id") UUID id, @PathParam("roleHoldingId") UUID holding, NewCheck wish) {
    var by = Viewer.self(actor.get());
    if (by == null) {
      throw new AccessRefused(AccessRefused.Reason.NOT_ALLOWED);
    }
    return change(
        id,
        holding,
        new CheckRole(new RoleHoldingId(holding), today.get(), by, wish.nextCheckDue()));
  }

  /** One event ends the holding and names who follows; their appointment follows from it. */
  @POST
  @Path("/{roleHoldingId}/handover")
  @Permission("handOverRole")
  public Response handOver(
      @PathParam("id") UUID id, @PathParam("roleHoldingId") UUID text, HandOver wish) {
    var holding = held(id, text);
    var successor = copy.ask(everybody -> everybody.standing(wish.successorId()));
    if (successor.equals(new PersonId(id))) {
      throw PersonProblems.of(new PersonRejection.OwnSuccessor()).exception();
    }
    var next = new RoleHoldingId(ids.get());
    mayGive(successor, holding.role());
    successorCan(successor, next, holding, wish);
    var response =
        commands.handle(
            people,
            RegistryLog.stream(new PersonId(id)),
            new HandOverRole(new RoleHoldingId(text), wish.on(), successor, next),
            (_, _, _) -> commands.created(path(successor, next), new RoleRef(next)),
            PersonProblems::of);
    return reached(response);
  }

  /** Refused before anything is written, unless it is the same request again. */
  private void successorCan(
      PersonId successor, RoleHoldingId next, Holding holding, HandOver wish) {
    var state = people.current(RegistryLog.stream(successor)).state();
    if (!(state instanceof Person.Registered known)) {
      throw Problem.unprocessable("successor-not-known", "That person is not registered.")
          .at("/successorId", "must be a registered person")
          .exception();
    }
    var end = holding.period().end();
    if (end != null && !wish.on().isBefore(end)) {
      return;
    }
    var decision =
        Person.decide(
            new AppointToRole(
                next,
                holding.role(),
                holding.organisation(),
                kinds(holding.organisation()),
                wish.on(),
                null,
                null,
                heldElsewhere(successor)),
            known);
    if (decision instanceof Decision.Rejected<PersonEvent, PersonRejection>(var why)) {
      throw PersonProblems.of(why).exception();
    }
  }

  private Response reached(Response response) {
    var positions = new ArrayList<Position>();
    var first = response.getHeaderString("X-Position");
    if (first != null) {
      positions.addAll(Position.parse(first));
    }
    positions.addAll(successors.finish(commands.metadata(Circumstances.NONE)));
    return positions.isEmpty()
        ? response
        : Response.fromResponse(response)
            .header("X-Position", null)
            .header("X-Position", Position.header(positions))
            .build();
  }

  private Response change(UUID id, UUID holding, PersonCommand command) {
    held(id, holding);
    return commands.handle(
        people,
        RegistryLog.stream(new PersonId(id)),
        command,
        (_, _, _) -> commands.noContent(),
        PersonProblems::of);
  }

  /** The holding, where the caller may change it. */
  private Holding held(UUID id, UUID holding) {
    if (people.current(RegistryLog.stream(new PersonId(id))).state()
        instanceof Person.Registered known) {
      var held = known.holdings().get(new RoleHoldingId(holding));
      if (held != null) {
        mayTouch(held.role());
        return held;
      }
    }
    throw Problem.notFound().exception();
  }

  private void mayGive(PersonId person, uk.onevoice.organisations.domain.person.Role role) {
    mayTouch(role);
    if (person.equals(Viewer.self(actor.get())) && !administers()) {
      throw new AccessRefused(AccessRefused.Reason.NOT_ALLOWED);
    }
  }

  private void mayTouch(uk.onevoice.organisations.domain.person.Role role) {
    if (!role.isForAnOrganisation() && !administers()) {
      throw new AccessRefused(AccessRefused.Reason.NOT_ALLOWED);
    }
  }

  private boolean administers() {
    return actor.get().holdsOneOf(Role.PLATFORM_ADMINISTRATOR);
  }

  private Set<OrganisationKind> kinds(@Nullable OrganisationId id) {
    return id != null
            && organisations.current(RegistryLog.stream(id)).state()
                instanceof Organisation.Registered known
        ? EnumSet.copyOf(known.record().kinds())
        : Set.of();
  }
}
