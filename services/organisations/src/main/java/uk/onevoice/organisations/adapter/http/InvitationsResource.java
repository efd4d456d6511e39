package uk.onevoice.organisations.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.organisations.adapter.http.InvitationBodies.Made;
import uk.onevoice.organisations.adapter.http.InvitationBodies.Standing;
import uk.onevoice.organisations.adapter.http.InvitationBodies.State;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.invitation.Invitation;
import uk.onevoice.organisations.domain.invitation.InvitationCommand;
import uk.onevoice.organisations.domain.invitation.InvitationCommand.Invite;
import uk.onevoice.organisations.domain.invitation.InvitationCommand.Revoke;
import uk.onevoice.organisations.domain.invitation.InvitationEvent;
import uk.onevoice.organisations.domain.invitation.InvitationId;
import uk.onevoice.organisations.domain.invitation.InvitationRejection;
import uk.onevoice.organisations.domain.person.Person;
import uk.onevoice.organisations.domain.person.PersonCommand;
import uk.onevoice.organisations.domain.person.PersonEvent;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.person.PersonRejection;
import uk.onevoice.organisations.domain.person.Role;
import uk.onevoice.security.AccessRefused;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/** The code with which a person's sign-in becomes theirs: made for them, and taken back. */
@Path("/v1/people/{id}/invitations")
@RunOnVirtualThread
class InvitationsResource {
  private static final Duration LIFETIME = Duration.ofDays(7);

  private final CommandHandler<InvitationCommand, Invitation, InvitationEvent, InvitationRejection>
      invitations;
  private final CommandHandler<PersonCommand, Person, PersonEvent, PersonRejection> people;
  private final Commands commands;
  private final CurrentActor actor;
  private final Ids ids;
  private final Clock clock;

  InvitationsResource(
      CommandHandler<InvitationCommand, Invitation, InvitationEvent, InvitationRejection>
          invitations,
      CommandHandler<PersonCommand, Person, PersonEvent, PersonRejection> people,
      Commands commands,
      CurrentActor actor,
      Ids ids,
      Clock clock) {
    this.invitations = invitations;
    this.people = people;
    this.commands = commands;
    this.actor = actor;
    this.ids = ids;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Permission("invitePerson")
  public Response invite(@PathParam("id") UUID id) {
    var person = invitable(id);
    var code = InvitationCode.drawn(person);
    var invitation = new InvitationId(ids.get());
    Instant expires = clock.instant().plus(LIFETIME).truncatedTo(ChronoUnit.SECONDS);
    Response answer =
        commands.handle(
            invitations,
            RegistryLog.invitation(person),
            new Invite(invitation, person, code.hash(), expires),
            (_, _, _) ->
                commands.created(
                    "/v1/people/" + id + "/invitations", new Made(invitation, expires, null)),
            InvitationProblems::of);
    // The answer is kept for repeats, and the code is not: it is told here and never again.
    return answer.getHeaderString("Idempotency-Replayed") == null
        ? Response.fromResponse(answer).entity(new Made(invitation, expires, code.value())).build()
        : answer;
  }

  @GET
  @Permission("readInvitation")
  public Response read(@PathParam("id") UUID id) {
    var current = invitations.current(RegistryLog.invitation(invitable(id)));
    var standing =
        switch (current.state()) {
          case Invitation.None _ -> new Standing(State.NONE, null);
          case Invitation.Redeemed _ -> new Standing(State.REDEEMED, null);
          case Invitation.Open(_, _, _, var expires) ->
              new Standing(clock.instant().isBefore(expires) ? State.OPEN : State.EXPIRED, expires);
        };
    return Response.ok(standing).header("ETag", Versions.etag(current.version())).build();
  }

  @POST
  @Path("/revocation")
  @Consumes(MediaType.WILDCARD)
  @Permission("revokeInvitation")
  public Response revoke(@PathParam("id") UUID id) {
    return commands.handle(
        invitations,
        RegistryLog.invitation(invitable(id)),
        new Revoke(),
        (_, _, _) -> commands.noContent(),
        InvitationProblems::of);
  }

  /** Whoever invites somebody could sign in as them: nobody gets above themselves in that way. */
  private PersonId invitable(UUID id) {
    var person = new PersonId(id);
    if (!(people.current(RegistryLog.stream(person)).state() instanceof Person.Registered known)) {
      throw Problem.notFound().exception();
    }
    boolean administrates =
        known.holdings().values().stream()
            .anyMatch(held -> held.role() == Role.PLATFORM_ADMINISTRATOR);
    if (administrates
        && !actor.get().holdsOneOf(uk.onevoice.directory.Role.PLATFORM_ADMINISTRATOR)) {
      throw new AccessRefused(AccessRefused.Reason.NOT_ALLOWED);
    }
    return person;
  }
}
