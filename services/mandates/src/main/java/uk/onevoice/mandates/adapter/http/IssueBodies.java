package uk.onevoice.mandates.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.issue.IssueId;
import uk.onevoice.mandates.domain.issue.OptionId;

/** What is sent and answered about issues. */
final class IssueBodies {
  private IssueBodies() {}

  record RaiseIssue(
      OrganisationId icsId,
      UUID topicId,
      String question,
      List<String> options,
      @Nullable List<UUID> aboutIds) {}

  record AddOption(String option, @Nullable List<UUID> aboutIds) {}

  record IssueRef(IssueId issueId) {}

  record OptionRef(IssueId issueId, OptionId optionId) {}

  /**
   * @param option null when the words are not kept any more
   */
  record OptionView(OptionId optionId, @Nullable String option) {}

  /**
   * @param topicNow what the topic, or the one it went on in, is called today
   */
  record IssueView(
      IssueId issueId,
      OrganisationId icsId,
      UUID topicId,
      @Nullable String topicNow,
      @Nullable String question,
      List<OptionView> options,
      LocalDate raisedOn) {}
}
