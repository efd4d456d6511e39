package uk.onevoice.mandates.domain.issue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.domain.OrganisationId;

/** What can be asked of an issue, with the facts from elsewhere that its rules need. */
public sealed interface IssueCommand {
  /**
   * Puts a question before general practice of an ICS.
   *
   * @param icsId the ODS code of the ICB
   * @param topicInUse whether the ICS's list has the topic, and it is in use today
   */
  record Raise(
      IssueId issueId,
      OrganisationId icsId,
      UUID topicId,
      boolean topicInUse,
      WordsRef questionRef,
      List<IssueOption> options,
      LocalDate on)
      implements IssueCommand {
    public Raise {
      options = List.copyOf(options);
    }
  }

  record AddOption(IssueId issueId, OptionId optionId, WordsRef optionRef)
      implements IssueCommand {}
}
