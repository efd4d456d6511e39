package uk.onevoice.relationships.domain.jointgroup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;

/** What goes wrong between the two sides, and what becomes of it. */
public sealed interface IssueCommand extends JointGroupCommand {
  IssueId issueId();

  /**
   * @param side of the member who raises it
   * @param owners who sees to it, one on each side
   */
  record RaiseIssue(
      GroupId groupId,
      IssueId issueId,
      IssueKind kind,
      WordsRef wordsRef,
      Side side,
      LocalDate raisedOn,
      LocalDate fixBy,
      Owners owners,
      LocalDate today)
      implements IssueCommand {}

  /** A first word on it, or a further one. */
  record AnswerIssue(
      GroupId groupId,
      IssueId issueId,
      Side side,
      @Nullable WordsRef wordsRef,
      LocalDate on,
      LocalDate today)
      implements IssueCommand {}

  record MoveIssue(GroupId groupId, IssueId issueId, LocalDate fixBy, LocalDate today)
      implements IssueCommand {}

  record AssignIssue(GroupId groupId, IssueId issueId, Owners owners) implements IssueCommand {}

  /**
   * @param mistake whether it was no issue at all: it is shown no more
   */
  record ResolveIssue(
      GroupId groupId,
      IssueId issueId,
      @Nullable WordsRef wordsRef,
      boolean mistake,
      LocalDate on,
      LocalDate today)
      implements IssueCommand {}

  record ReopenIssue(GroupId groupId, IssueId issueId) implements IssueCommand {}
}
