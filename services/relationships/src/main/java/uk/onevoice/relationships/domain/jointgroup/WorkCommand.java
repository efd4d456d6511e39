package uk.onevoice.relationships.domain.jointgroup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.OrganisationId;

/** The work that a joint group has in hand. */
public sealed interface WorkCommand extends JointGroupCommand {
  /**
   * @param name of one of their own; null for the others
   */
  record AddWorkstream(
      GroupId groupId, WorkstreamId workstreamId, WorkstreamKind kind, @Nullable Label name)
      implements WorkCommand {}

  /**
   * @param wordsRef what is in hand; null where nothing was said
   */
  record ReportWorkstream(
      GroupId groupId,
      WorkstreamId workstreamId,
      WorkState state,
      @Nullable WordsRef wordsRef,
      LocalDate today)
      implements WorkCommand {}

  record WithdrawWorkstream(GroupId groupId, WorkstreamId workstreamId) implements WorkCommand {}

  /**
   * @param workstreamId null where it belongs to none
   * @param ownerId the organisation that is to deliver it
   */
  record AddAction(
      GroupId groupId,
      ActionId actionId,
      @Nullable WorkstreamId workstreamId,
      OrganisationId ownerId,
      Ability ability,
      WordsRef wordsRef,
      LocalDate due,
      LocalDate today)
      implements WorkCommand {}

  record MoveAction(GroupId groupId, ActionId actionId, LocalDate due, LocalDate today)
      implements WorkCommand {}

  /**
   * @param done whether it was done; else it was given up
   */
  record SettleAction(
      GroupId groupId, ActionId actionId, boolean done, LocalDate on, LocalDate today)
      implements WorkCommand {}

  record ReopenAction(GroupId groupId, ActionId actionId) implements WorkCommand {}
}
