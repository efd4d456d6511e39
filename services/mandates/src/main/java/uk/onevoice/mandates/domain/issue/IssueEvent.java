package uk.onevoice.mandates.domain.issue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.domain.OrganisationId;

/** What has happened to an issue. The schemas are in contracts/events/mandates. */
public sealed interface IssueEvent {
  record IssueRaised(
      IssueId issueId,
      OrganisationId icsId,
      UUID topicId,
      WordsRef questionRef,
      List<IssueOption> options,
      LocalDate on)
      implements IssueEvent {
    public IssueRaised {
      options = List.copyOf(options);
    }
  }

  record OptionAdded(IssueId issueId, OptionId optionId, WordsRef optionRef)
      implements IssueEvent {}
}
