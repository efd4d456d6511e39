package uk.onevoice.organisations.domain.invitation;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.organisations.domain.invitation.InvitationCommand.Invite;
import uk.onevoice.organisations.domain.invitation.InvitationCommand.Redeem;
import uk.onevoice.organisations.domain.invitation.InvitationCommand.Revoke;
import uk.onevoice.organisations.domain.invitation.InvitationEvent.InvitationMade;
import uk.onevoice.organisations.domain.invitation.InvitationEvent.InvitationRedeemed;
import uk.onevoice.organisations.domain.invitation.InvitationEvent.InvitationRevoked;
import uk.onevoice.organisations.domain.invitation.InvitationRejection.NotValid;
import uk.onevoice.organisations.domain.person.IdentityHash;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.testkit.DeciderRules;

class InvitationTest {
  private static final PersonId PERSON = new PersonId(new UUID(0, 1));
  private static final InvitationId FIRST = new InvitationId(new UUID(0, 2));
  private static final InvitationId SECOND = new InvitationId(new UUID(0, 3));
  private static final CodeHash CODE = new CodeHash("ab".repeat(32));
  private static final CodeHash OTHER_CODE = new CodeHash("cd".repeat(32));
  private static final IdentityHash SIGN_IN = new IdentityHash("01".repeat(32));
  private static final IdentityHash OTHER_SIGN_IN = new IdentityHash("02".repeat(32));
  private static final Instant EXPIRES = Instant.parse("2026-05-11T09:30:00Z");
  private static final Instant BEFORE = EXPIRES.minusSeconds(1);

  private static final InvitationMade MADE = new InvitationMade(FIRST, PERSON, CODE, EXPIRES);
  private static final InvitationMade MADE_AGAIN =
      new InvitationMade(SECOND, PERSON, OTHER_CODE, EXPIRES);
  private static final InvitationRedeemed REDEEMED = new InvitationRedeemed(FIRST, PERSON, SIGN_IN);
  private static final InvitationRevoked REVOKED = new InvitationRevoked(FIRST, PERSON);

  private final DeciderRules<InvitationCommand, Invitation, InvitationEvent, InvitationRejection>
      invitation = DeciderRules.of(Invitation.DECIDER);

  @Test
  void who_has_the_code_uses_it_once() {
    invitation.given().when(new Invite(FIRST, PERSON, CODE, EXPIRES)).then(MADE);
    invitation.given(MADE).when(new Redeem(CODE, SIGN_IN, BEFORE)).then(REDEEMED);
    invitation
        .given(MADE, REDEEMED)
        .when(new Redeem(CODE, OTHER_SIGN_IN, BEFORE))
        .thenRejected(new NotValid());
  }

  @Test
  void the_same_sign_in_may_say_it_again() {
    invitation.given(MADE, REDEEMED).when(new Redeem(CODE, SIGN_IN, EXPIRES)).then();
    invitation
        .given(MADE, REDEEMED)
        .when(new Redeem(OTHER_CODE, SIGN_IN, BEFORE))
        .thenRejected(new NotValid());
  }

  @Test
  void a_code_that_is_wrong_late_or_was_never_given_out_is_refused_alike() {
    invitation.given().when(new Redeem(CODE, SIGN_IN, BEFORE)).thenRejected(new NotValid());
    invitation
        .given(MADE)
        .when(new Redeem(OTHER_CODE, SIGN_IN, BEFORE))
        .thenRejected(new NotValid());
    invitation.given(MADE).when(new Redeem(CODE, SIGN_IN, EXPIRES)).thenRejected(new NotValid());
  }

  @Test
  void a_new_code_takes_the_place_of_the_earlier_one() {
    invitation.given(MADE).when(new Invite(SECOND, PERSON, OTHER_CODE, EXPIRES)).then(MADE_AGAIN);
    invitation
        .given(MADE, MADE_AGAIN)
        .when(new Redeem(CODE, SIGN_IN, BEFORE))
        .thenRejected(new NotValid());
  }

  @Test
  void a_code_can_be_taken_back_until_it_is_used() {
    invitation.given(MADE).when(new Revoke()).then(REVOKED);
    invitation
        .given(MADE, REVOKED)
        .when(new Redeem(CODE, SIGN_IN, BEFORE))
        .thenRejected(new NotValid());
    invitation.given(MADE, REDEEMED).when(new Revoke()).then();
    invitation.given().when(new Revoke()).then();
  }

  @Test
  void what_has_happened_is_never_refused() {
    invitation.evolvesEvery(InvitationEvent.class, MADE, REDEEMED, REVOKED);
  }
}
