package uk.onevoice.relationships.domain.jointgroup;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
import uk.onevoice.relationships.domain.jointgroup.IssueCommand.AnswerIssue;
import uk.onevoice.relationships.domain.jointgroup.IssueCommand.AssignIssue;
import uk.onevoice.relationships.domain.jointgroup.IssueCommand.MoveIssue;
import uk.onevoice.relationships.domain.jointgroup.IssueCommand.RaiseIssue;
import uk.onevoice.relationships.domain.jointgroup.IssueCommand.ReopenIssue;
import uk.onevoice.relationships.domain.jointgroup.IssueCommand.ResolveIssue;
import uk.onevoice.relationships.domain.jointgroup.IssueEvent.JointGroupIssueAnswered;
import uk.onevoice.relationships.domain.jointgroup.IssueEvent.JointGroupIssueAssigned;
import uk.onevoice.relationships.domain.jointgroup.IssueEvent.JointGroupIssueMoved;
import uk.onevoice.relationships.domain.jointgroup.IssueEvent.JointGroupIssueRaised;
import uk.onevoice.relationships.domain.jointgroup.IssueEvent.JointGroupIssueReopened;
import uk.onevoice.relationships.domain.jointgroup.IssueEvent.JointGroupIssueResolved;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.DayInTheFuture;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.DayTooEarly;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.DueTooEarly;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.IssueOpen;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.IssueResolved;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NoSuchIssue;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.OwnerNotSeated;

/** The troubleshooting log of a joint group. */
public record Issues(Map<IssueId, Issue> all) {
  static final Issues NONE = new Issues(Map.of());

  public Issues {
    all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
  }

  /** All but mistakes, in the order in which they were written down. */
  public List<Issue> shown() {
    return all.values().stream().filter(issue -> !issue.neverWas()).toList();
  }

  public long open() {
    return all.values().stream().filter(Issue::isOpen).count();
  }

  public long overdue(LocalDate today) {
    return all.values().stream().filter(issue -> issue.isOverdue(today)).count();
  }

  Decision<JointGroupEvent, JointGroupRejection> decide(IssueCommand command, Seats seats) {
    if (command instanceof RaiseIssue raise) {
      return raise(raise, seats);
    }
    @Nullable Issue issue = all.get(command.issueId());
    return issue == null
        ? reject(new NoSuchIssue(command.issueId()))
        : decide(command, issue, seats);
  }

  private static Decision<JointGroupEvent, JointGroupRejection> raise(
      RaiseIssue wish, Seats seats) {
    if (wish.raisedOn().isAfter(wish.today())) {
      return reject(new DayInTheFuture(wish.raisedOn()));
    }
    if (wish.fixBy().isBefore(wish.raisedOn())) {
      return reject(new DueTooEarly(wish.raisedOn()));
    }
    @Nullable OwnerNotSeated nobody = notSeated(wish.owners(), seats);
    return nobody != null
        ? reject(nobody)
        : accept(
            new JointGroupIssueRaised(
                wish.groupId(),
                wish.issueId(),
                wish.kind(),
                wish.wordsRef(),
                wish.side(),
                wish.raisedOn(),
                wish.fixBy(),
                wish.owners()));
  }

  private static @Nullable OwnerNotSeated notSeated(Owners owners, Seats seats) {
    if (!seats.isTaken(owners.gp(), Side.GP)) {
      return new OwnerNotSeated(Side.GP);
    }
    return seats.isTaken(owners.partner(), Side.PARTNER) ? null : new OwnerNotSeated(Side.PARTNER);
  }

  private static Decision<JointGroupEvent, JointGroupRejection> decide(
      IssueCommand command, Issue issue, Seats seats) {
    Issue.@Nullable Resolution resolved = issue.resolved();
    if (resolved != null) {
      return switch (command) {
        case ReopenIssue(var group, var id) -> accept(new JointGroupIssueReopened(group, id));
        case RaiseIssue _, AnswerIssue _, MoveIssue _, AssignIssue _, ResolveIssue _ ->
            reject(new IssueResolved(resolved.on()));
      };
    }
    return switch (command) {
      case RaiseIssue raise -> raise(raise, seats);
      case ReopenIssue(_, var id) -> reject(new IssueOpen(id));
      case AnswerIssue(var group, var id, var side, var words, var on, var today) -> {
        @Nullable JointGroupRejection wrong = wrongDay(on, today, issue.raisedOn());
        yield wrong != null
            ? reject(wrong)
            : accept(new JointGroupIssueAnswered(group, id, side, words, on));
      }
      case MoveIssue(var group, var id, var fixBy, var today) ->
          fixBy.isBefore(today)
              ? reject(new DueTooEarly(today))
              : fixBy.equals(issue.fixBy())
                  ? accept()
                  : accept(new JointGroupIssueMoved(group, id, fixBy));
      case AssignIssue(var group, var id, var owners) -> {
        @Nullable OwnerNotSeated nobody = notSeated(owners, seats);
        yield nobody != null
            ? reject(nobody)
            : owners.equals(issue.owners())
                ? accept()
                : accept(new JointGroupIssueAssigned(group, id, owners));
      }
      case ResolveIssue(var group, var id, var words, var mistake, var on, var today) -> {
        @Nullable JointGroupRejection wrong = wrongDay(on, today, issue.raisedOn());
        yield wrong != null
            ? reject(wrong)
            : accept(new JointGroupIssueResolved(group, id, words, mistake, on));
      }
    };
  }

  private static @Nullable JointGroupRejection wrongDay(
      LocalDate on, LocalDate today, LocalDate earliest) {
    if (on.isAfter(today)) {
      return new DayInTheFuture(on);
    }
    return on.isBefore(earliest) ? new DayTooEarly(earliest) : null;
  }

  Issues after(IssueEvent event) {
    return switch (event) {
      case JointGroupIssueRaised(
              _,
              var id,
              var kind,
              var words,
              var side,
              var raisedOn,
              var fixBy,
              var owners) ->
          with(new Issue(id, kind, words, side, raisedOn, fixBy, owners, 0, List.of(), null, 0));
      case JointGroupIssueAnswered(_, var id, var side, var words, var on) ->
          change(id, issue -> issue.answered(new Issue.Answer(side, words, on)));
      case JointGroupIssueMoved(_, var id, var fixBy) -> change(id, issue -> issue.moved(fixBy));
      case JointGroupIssueAssigned(_, var id, var owners) ->
          change(id, issue -> issue.assigned(owners));
      case JointGroupIssueResolved(_, var id, var words, var mistake, var on) ->
          change(id, issue -> issue.resolved(new Issue.Resolution(words, mistake, on)));
      case JointGroupIssueReopened(_, var id) -> change(id, Issue::reopened);
    };
  }

  private Issues change(IssueId id, UnaryOperator<Issue> change) {
    @Nullable Issue issue = all.get(id);
    return issue == null ? this : with(change.apply(issue));
  }

  private Issues with(Issue issue) {
    var now = new LinkedHashMap<>(all);
    now.put(issue.issueId(), issue);
    return new Issues(now);
  }
}
