package uk.onevoice.organisations.domain.invitation;

import java.time.Instant;
import uk.onevoice.organisations.domain.person.IdentityHash;
import uk.onevoice.organisations.domain.person.PersonId;

/** Wishes about the invitation of one person. */
public sealed interface InvitationCommand {
  /** A new code takes the place of an earlier one. */
  record Invite(InvitationId id, PersonId person, CodeHash code, Instant expires)
      implements InvitationCommand {}

  /** Whoever signed in has the code. */
  record Redeem(CodeHash code, IdentityHash identity, Instant now) implements InvitationCommand {}

  record Revoke() implements InvitationCommand {}
}
