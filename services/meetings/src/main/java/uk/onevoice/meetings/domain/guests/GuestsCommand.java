package uk.onevoice.meetings.domain.guests;

import java.util.List;
import java.util.Set;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;

/** What can be asked about guests. */
public sealed interface GuestsCommand {
  /**
   * @param organisationKnown whether the registry has it
   * @param agenda all items of the meeting
   */
  record Invite(
      MeetingId meetingId,
      InvitationId invitationId,
      OrganisationId organisationId,
      boolean organisationKnown,
      List<ItemId> itemIds,
      Set<ItemId> agenda)
      implements GuestsCommand {
    public Invite {
      itemIds = List.copyOf(itemIds);
      agenda = Set.copyOf(agenda);
    }
  }

  record Uninvite(MeetingId meetingId, InvitationId invitationId) implements GuestsCommand {}
}
