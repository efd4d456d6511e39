package uk.onevoice.mandates.domain.issue;

import java.util.UUID;

/** The rule that said no. */
public sealed interface IssueRejection {
  record AlreadyRaised(IssueId issueId) implements IssueRejection {}

  record NotRaised(IssueId issueId) implements IssueRejection {}

  record TopicNotInUse(UUID topicId) implements IssueRejection {}

  record TooFewOptions(int fewest) implements IssueRejection {}

  record TooManyOptions(int most) implements IssueRejection {}
}
