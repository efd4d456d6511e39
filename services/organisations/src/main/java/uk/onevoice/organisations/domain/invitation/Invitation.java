package uk.onevoice.organisations.domain.invitation;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.Instant;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.organisations.domain.invitation.InvitationCommand.Invite;
import uk.onevoice.organisations.domain.invitation.InvitationCommand.Redeem;
import uk.onevoice.organisations.domain.invitation.InvitationCommand.Revoke;
import uk.onevoice.organisations.domain.invitation.InvitationEvent.InvitationMade;
import uk.onevoice.organisations.domain.invitation.InvitationEvent.InvitationRedeemed;
import uk.onevoice.organisations.domain.invitation.InvitationEvent.InvitationRevoked;
import uk.onevoice.organisations.domain.invitation.InvitationRejection.NotValid;
import uk.onevoice.organisations.domain.person.IdentityHash;
import uk.onevoice.organisations.domain.person.PersonId;

/** The invitation of one person: one code at a time, for a while, and for one sign-in. */
public sealed interface Invitation {
  Decider<InvitationCommand, Invitation, InvitationEvent, InvitationRejection> DECIDER =
      new Decider<>(new None(), Invitation::decide, Invitation::evolve);

  /** Never invited, or no longer. */
  record None() implements Invitation {}

  record Open(InvitationId id, PersonId person, CodeHash code, Instant expires)
      implements Invitation {}

  record Redeemed(CodeHash code, IdentityHash by) implements Invitation {}

  static Decision<InvitationEvent, InvitationRejection> decide(
      InvitationCommand command, Invitation invitation) {
    return switch (command) {
      case Invite(var id, var person, var code, var expires) ->
          accept(new InvitationMade(id, person, code, expires));
      case Redeem redeem -> redeem(redeem, invitation);
      case Revoke _ ->
          switch (invitation) {
            case Open(var id, var person, _, _) -> accept(new InvitationRevoked(id, person));
            case None _, Redeemed _ -> accept();
          };
    };
  }

  private static Decision<InvitationEvent, InvitationRejection> redeem(
      Redeem command, Invitation invitation) {
    return switch (invitation) {
      case Open(var id, var person, var code, var expires) ->
          code.equals(command.code()) && command.now().isBefore(expires)
              ? accept(new InvitationRedeemed(id, person, command.identity()))
              : reject(new NotValid());
      // The same once more: what follows from it may have been broken off.
      case Redeemed(var code, var by) ->
          code.equals(command.code()) && by.equals(command.identity())
              ? accept()
              : reject(new NotValid());
      case None _ -> reject(new NotValid());
    };
  }

  static Invitation evolve(Invitation invitation, InvitationEvent event) {
    return switch (event) {
      case InvitationMade(var id, var person, var code, var expires) ->
          new Open(id, person, code, expires);
      case InvitationRedeemed(_, _, var identity) ->
          switch (invitation) {
            case Open(_, _, var code, _) -> new Redeemed(code, identity);
            case None _, Redeemed _ -> invitation;
          };
      case InvitationRevoked _ -> new None();
    };
  }
}
