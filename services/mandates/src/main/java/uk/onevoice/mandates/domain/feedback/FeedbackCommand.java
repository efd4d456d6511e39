package uk.onevoice.mandates.domain.feedback;

import java.time.LocalDate;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PracticeId;

/** What can be said on a mandate, with the facts from elsewhere that its rules need. */
public sealed interface FeedbackCommand {
  MandateId mandateId();

  /** Whether the mandate is in force today. */
  boolean live();

  /**
   * A practice tells the holder something.
   *
   * @param inScope whether it lies in the mandate's place today
   * @param represented whether the caller is a partner there
   */
  record Give(
      MandateId mandateId,
      boolean live,
      PracticeId practiceId,
      boolean inScope,
      boolean represented,
      WordsRef feedbackRef,
      LocalDate on)
      implements FeedbackCommand {}

  /**
   * The holder tells the practices something.
   *
   * @param represented whether the caller speaks for the body that holds it
   */
  record Answer(
      MandateId mandateId,
      boolean live,
      OrganisationId holderId,
      boolean represented,
      WordsRef answerRef,
      LocalDate on)
      implements FeedbackCommand {}
}
