package uk.onevoice.organisations.domain.invitation;

/** The rules that say no. */
public sealed interface InvitationRejection {
  /** Unknown, used, revoked, replaced or expired: whoever tries codes is not told which. */
  record NotValid() implements InvitationRejection {}
}
