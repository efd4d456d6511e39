package uk.onevoice.meetings.domain.feedback;

import java.time.LocalDate;
import uk.onevoice.meetings.domain.MandateId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PracticeId;

/** The rule that said no. */
public sealed interface FeedbackRejection {
  record StillToCome(LocalDate on) implements FeedbackRejection {}

  record NothingDrafted(MandateId mandateId) implements FeedbackRejection {}

  /**
   * @param latest the number of the latest draft
   */
  record NotTheLatestDraft(int latest) implements FeedbackRejection {}

  record NotTheHolder(PersonId personId) implements FeedbackRejection {}

  record NotConfirmed(int draft) implements FeedbackRejection {}

  record NoReaders(MandateId mandateId) implements FeedbackRejection {}

  record NotSentTo(PracticeId practiceId, int version) implements FeedbackRejection {}
}
