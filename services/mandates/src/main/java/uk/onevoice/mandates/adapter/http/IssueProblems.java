package uk.onevoice.mandates.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.mandates.domain.issue.IssueRejection;
import uk.onevoice.mandates.domain.issue.IssueRejection.AlreadyRaised;
import uk.onevoice.mandates.domain.issue.IssueRejection.NotRaised;
import uk.onevoice.mandates.domain.issue.IssueRejection.TooFewOptions;
import uk.onevoice.mandates.domain.issue.IssueRejection.TooManyOptions;
import uk.onevoice.mandates.domain.issue.IssueRejection.TopicNotInUse;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of issues said no. */
final class IssueProblems {
  private IssueProblems() {}

  static Problem of(IssueRejection rejection) {
    return switch (rejection) {
      case AlreadyRaised _ -> conflict("issue-already-raised", "This issue is there already.");
      case NotRaised _ -> Problem.notFound();
      case TopicNotInUse _ ->
          unprocessable("topic-not-in-use", "This topic is not in use in the ICS.")
              .at("/topicId", "must be in use in the list of the ICS");
      case TooFewOptions(var fewest) ->
          unprocessable("too-few-options", "There is nothing to choose.")
              .at("/options", "must have at least " + fewest);
      case TooManyOptions(var most) ->
          unprocessable("too-many-options", "These are too many options to choose from.")
              .at("/options", "must have at most " + most);
    };
  }
}
