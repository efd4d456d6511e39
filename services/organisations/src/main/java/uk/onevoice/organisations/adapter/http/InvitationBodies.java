package uk.onevoice.organisations.adapter.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.invitation.InvitationId;
import uk.onevoice.organisations.domain.person.PersonId;

/** What is posted about invitations, and the answers to it. */
interface InvitationBodies {
  /**
   * @param code told once, to who made it; null when the same request is answered again
   */
  record Made(InvitationId invitationId, Instant expires, @Nullable String code) {}

  /** Whether there is a code that can be used now. */
  record Standing(State state, @Nullable Instant expires) {}

  enum State {
    NONE,
    OPEN,
    EXPIRED,
    REDEEMED
  }

  record Redeeming(String code) {}

  record Redeemed(PersonId personId) {}
}
