package uk.onevoice.meetings.domain.guests;

import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.OrganisationId;

/** The rule that said no. */
public sealed interface GuestsRejection {
  record OrganisationNotKnown(OrganisationId organisationId) implements GuestsRejection {}

  /** A partner is invited for something. */
  record NoItems() implements GuestsRejection {}

  record NoSuchItem(ItemId itemId) implements GuestsRejection {}

  /** Its invitation is withdrawn first, so that what it sees is said in one place. */
  record InvitedAlready(InvitationId invitationId) implements GuestsRejection {}

  record NoSuchInvitation(InvitationId invitationId) implements GuestsRejection {}
}
