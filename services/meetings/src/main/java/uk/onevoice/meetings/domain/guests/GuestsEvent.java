package uk.onevoice.meetings.domain.guests;

import java.util.List;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;

/** What has happened about guests. The schemas are in contracts/events/meetings. */
public sealed interface GuestsEvent {
  record OrganisationInvited(
      MeetingId meetingId,
      InvitationId invitationId,
      OrganisationId organisationId,
      List<ItemId> itemIds)
      implements GuestsEvent {
    public OrganisationInvited {
      itemIds = List.copyOf(itemIds);
    }
  }

  record OrganisationUninvited(MeetingId meetingId, InvitationId invitationId)
      implements GuestsEvent {}
}
