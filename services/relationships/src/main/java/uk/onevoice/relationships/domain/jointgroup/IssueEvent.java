package uk.onevoice.relationships.domain.jointgroup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;

/** What goes wrong between the two sides, and what becomes of it. */
public sealed interface IssueEvent extends JointGroupEvent {
  /**
   * @param side that raised it
   */
  record JointGroupIssueRaised(
      GroupId groupId,
      IssueId issueId,
      IssueKind kind,
      WordsRef wordsRef,
      Side side,
      LocalDate raisedOn,
      LocalDate fixBy,
      Owners owners)
      implements IssueEvent {}

  record JointGroupIssueAnswered(
      GroupId groupId, IssueId issueId, Side side, @Nullable WordsRef wordsRef, LocalDate on)
      implements IssueEvent {}

  record JointGroupIssueMoved(GroupId groupId, IssueId issueId, LocalDate fixBy)
      implements IssueEvent {}

  record JointGroupIssueAssigned(GroupId groupId, IssueId issueId, Owners owners)
      implements IssueEvent {}

  /**
   * @param mistake whether it was no issue at all
   */
  record JointGroupIssueResolved(
      GroupId groupId, IssueId issueId, @Nullable WordsRef wordsRef, boolean mistake, LocalDate on)
      implements IssueEvent {}

  record JointGroupIssueReopened(GroupId groupId, IssueId issueId) implements IssueEvent {}
}
