package uk.onevoice.organisations.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Handled;
import uk.onevoice.organisations.adapter.http.InvitationBodies.Redeemed;
import uk.onevoice.organisations.adapter.http.InvitationBodies.Redeeming;
import uk.onevoice.organisations.adapter.store.Identities;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.invitation.Invitation;
import uk.onevoice.organisations.domain.invitation.InvitationCommand;
import uk.onevoice.organisations.domain.invitation.InvitationCommand.Redeem;
import uk.onevoice.organisations.domain.invitation.InvitationEvent;
import uk.onevoice.organisations.domain.invitation.InvitationRejection;
import uk.onevoice.organisations.domain.person.IdentityHash;
import uk.onevoice.organisations.domain.person.Person;
import uk.onevoice.organisations.domain.person.PersonCommand;
import uk.onevoice.organisations.domain.person.PersonCommand.LinkIdentity;
import uk.onevoice.organisations.domain.person.PersonEvent;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.person.PersonRejection;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.security.SignIn;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;

/**
 * Whoever has signed in and has a person's code becomes that person. Nothing else about the sign-in
 * counts: no name, and no e-mail address.
 */
@Path("/v1/people/me/identity")
@RunOnVirtualThread
class OwnIdentityResource {
  private final CommandHandler<InvitationCommand, Invitation, InvitationEvent, InvitationRejection>
      invitations;
  private final CommandHandler<PersonCommand, Person, PersonEvent, PersonRejection> people;
  private final Identities identities;
  private final Commands commands;
  private final CurrentActor actor;
  private final SignIn signIn;
  private final Clock clock;

  OwnIdentityResource(
      CommandHandler<InvitationCommand, Invitation, InvitationEvent, InvitationRejection>
          invitations,
      CommandHandler<PersonCommand, Person, PersonEvent, PersonRejection> people,
      Identities identities,
      Commands commands,
      CurrentActor actor,
      SignIn signIn,
      Clock clock) {
    this.invitations = invitations;
    this.people = people;
    this.identities = identities;
    this.commands = commands;
    this.actor = actor;
    this.signIn = signIn;
    this.clock = clock;
  }

  @POST
  @Permission("redeemInvitation")
  public Response redeem(Redeeming wish) {
    var code =
        InvitationCode.read(wish.code())
            .orElseThrow(() -> InvitationProblems.notValid().exception());
    // Nobody is invited any more who was erased.
    if (!(people.current(RegistryLog.stream(code.person())).state() instanceof Person.Registered)) {
      throw InvitationProblems.notValid().exception();
    }
    var identity = new IdentityHash(signIn.identity().value());
    // Asked first, so that a sign-in which is somebody's already does not use the code up.
    @Nullable PersonId owner = identities.owner(identity).orElse(null);
    if (owner != null && !owner.equals(code.person())) {
      throw PersonProblems.identityTaken().exception();
    }
    actor.introduce(new uk.onevoice.directory.PersonId(code.person().value()));
    use(code, identity);
    if (!identities.take(identity, code.person()).equals(code.person())) {
      throw PersonProblems.identityTaken().exception();
    }
    return commands.handle(
        people,
        RegistryLog.stream(code.person()),
        new LinkIdentity(identity),
        (_, _, _) -> commands.ok(new Redeemed(code.person())),
        PersonProblems::of);
  }

  /** Of two who send the same code at once, one comes first; the other is refused. */
  private void use(InvitationCode code, IdentityHash identity) {
    String stream = RegistryLog.invitation(code.person());
    var handled =
        invitations.handle(
            uk.onevoice.eventstore.Envelope.of(
                stream,
                new Redeem(code.hash(), identity, clock.instant()),
                commands.metadata(Circumstances.NONE),
                clock.instant()));
    switch (handled) {
      case Handled.Rejected<Invitation, InvitationEvent, InvitationRejection>(var rejection, _) ->
          throw InvitationProblems.of(rejection).exception();
      case Handled.Done<Invitation, InvitationEvent, InvitationRejection> _ -> {
        // Linked next.
      }
      case Handled.Repeated<Invitation, InvitationEvent, InvitationRejection> _,
          Handled.VersionMoved<Invitation, InvitationEvent, InvitationRejection> _,
          Handled.KeyReused<Invitation, InvitationEvent, InvitationRejection> _ ->
          throw new IllegalStateException("Nobody asked for a version or named a key.");
    }
  }
}
