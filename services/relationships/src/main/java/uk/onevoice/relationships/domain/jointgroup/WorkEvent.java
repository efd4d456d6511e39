package uk.onevoice.relationships.domain.jointgroup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.OrganisationId;

/** The work that a joint group has in hand. */
public sealed interface WorkEvent extends JointGroupEvent {
  record JointGroupWorkstreamAdded(
      GroupId groupId, WorkstreamId workstreamId, WorkstreamKind kind, @Nullable Label name)
      implements WorkEvent {}

  record JointGroupWorkstreamReported(
      GroupId groupId,
      WorkstreamId workstreamId,
      WorkState state,
      @Nullable WordsRef wordsRef,
      LocalDate on)
      implements WorkEvent {}

  record JointGroupWorkstreamWithdrawn(GroupId groupId, WorkstreamId workstreamId)
      implements WorkEvent {}

  record JointGroupActionAdded(
      GroupId groupId,
      ActionId actionId,
      @Nullable WorkstreamId workstreamId,
      OrganisationId ownerId,
      WordsRef wordsRef,
      LocalDate due,
      LocalDate on)
      implements WorkEvent {}

  record JointGroupActionMoved(GroupId groupId, ActionId actionId, LocalDate due)
      implements WorkEvent {}

  record JointGroupActionSettled(GroupId groupId, ActionId actionId, boolean done, LocalDate on)
      implements WorkEvent {}

  record JointGroupActionReopened(GroupId groupId, ActionId actionId) implements WorkEvent {}
}
