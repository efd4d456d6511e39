package uk.onevoice.mandates.domain.issue;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.ArrayList;
import java.util.List;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.mandates.domain.issue.IssueCommand.AddOption;
import uk.onevoice.mandates.domain.issue.IssueCommand.Raise;
import uk.onevoice.mandates.domain.issue.IssueEvent.IssueRaised;
import uk.onevoice.mandates.domain.issue.IssueEvent.OptionAdded;
import uk.onevoice.mandates.domain.issue.IssueRejection.AlreadyRaised;
import uk.onevoice.mandates.domain.issue.IssueRejection.NotRaised;
import uk.onevoice.mandates.domain.issue.IssueRejection.TooFewOptions;
import uk.onevoice.mandates.domain.issue.IssueRejection.TooManyOptions;
import uk.onevoice.mandates.domain.issue.IssueRejection.TopicNotInUse;

/** A question with its options. What is said on it is a position of its own for each body. */
public sealed interface Issue {
  /** With one option there is nothing to choose. */
  int FEWEST_OPTIONS = 2;

  /** More cannot be told apart in a discussion. */
  int MOST_OPTIONS = 12;

  Decider<IssueCommand, Issue, IssueEvent, IssueRejection> DECIDER =
      new Decider<>(new Absent(), Issue::decide, Issue::evolve);

  record Absent() implements Issue {}

  /** Bodies may take positions on it. */
  record Raised(IssueRaised terms, List<IssueOption> options) implements Issue {
    public Raised {
      options = List.copyOf(options);
    }
  }

  static Decision<IssueEvent, IssueRejection> decide(IssueCommand command, Issue issue) {
    return switch (command) {
      case Raise raise ->
          switch (issue) {
            case Absent _ -> raise(raise);
            case Raised _ -> reject(new AlreadyRaised(raise.issueId()));
          };
      case AddOption add ->
          switch (issue) {
            case Absent _ -> reject(new NotRaised(add.issueId()));
            case Raised raised -> add(add, raised);
          };
    };
  }

  private static Decision<IssueEvent, IssueRejection> raise(Raise wish) {
    if (!wish.topicInUse()) {
      return reject(new TopicNotInUse(wish.topicId()));
    }
    if (wish.options().size() < FEWEST_OPTIONS) {
      return reject(new TooFewOptions(FEWEST_OPTIONS));
    }
    if (wish.options().size() > MOST_OPTIONS) {
      return reject(new TooManyOptions(MOST_OPTIONS));
    }
    return accept(
        new IssueRaised(
            wish.issueId(),
            wish.icsId(),
            wish.topicId(),
            wish.questionRef(),
            wish.options(),
            wish.on()));
  }

  private static Decision<IssueEvent, IssueRejection> add(AddOption wish, Raised issue) {
    return issue.options().size() >= MOST_OPTIONS
        ? reject(new TooManyOptions(MOST_OPTIONS))
        : accept(new OptionAdded(wish.issueId(), wish.optionId(), wish.optionRef()));
  }

  static Issue evolve(Issue issue, IssueEvent event) {
    return switch (event) {
      case IssueRaised raised -> new Raised(raised, raised.options());
      case OptionAdded(_, var option, var ref) ->
          switch (issue) {
            case Absent absent -> absent;
            case Raised(var terms, var options) -> {
              var all = new ArrayList<>(options);
              all.add(new IssueOption(option, ref));
              yield new Raised(terms, all);
            }
          };
    };
  }
}
