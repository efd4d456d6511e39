package uk.onevoice.organisations.domain.invitation;

import java.time.Instant;
import uk.onevoice.organisations.domain.person.IdentityHash;
import uk.onevoice.organisations.domain.person.PersonId;

/** Facts about the invitation of one person. */
public sealed interface InvitationEvent {
  record InvitationMade(
      InvitationId invitationId, PersonId personId, CodeHash codeHash, Instant expires)
      implements InvitationEvent {}

  record InvitationRedeemed(InvitationId invitationId, PersonId personId, IdentityHash identityHash)
      implements InvitationEvent {}

  record InvitationRevoked(InvitationId invitationId, PersonId personId)
      implements InvitationEvent {}
}
