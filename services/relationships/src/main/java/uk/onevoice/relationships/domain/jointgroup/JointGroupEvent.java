package uk.onevoice.relationships.domain.jointgroup;

import java.time.LocalDate;
import uk.onevoice.kernel.Label;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PlaceId;

/** What both sides know of a joint group. The schemas are in contracts/events/relationships. */
public sealed interface JointGroupEvent
    permits JointGroupEvent.JointGroupFormed,
        JointGroupEvent.JointGroupRenamed,
        JointGroupEvent.JointGroupDissolved,
        JointGroupEvent.JointGroupRestored,
        SeatEvent,
        AgreementEvent,
        IssueEvent,
        WorkEvent {
  record JointGroupFormed(
      GroupId groupId, PlaceId placeId, OrganisationId organisationId, Label name, LocalDate on)
      implements JointGroupEvent {}

  record JointGroupRenamed(GroupId groupId, Label name) implements JointGroupEvent {}

  /**
   * @param on the first day on which it is no more
   */
  record JointGroupDissolved(GroupId groupId, LocalDate on) implements JointGroupEvent {}

  record JointGroupRestored(GroupId groupId) implements JointGroupEvent {}
}
