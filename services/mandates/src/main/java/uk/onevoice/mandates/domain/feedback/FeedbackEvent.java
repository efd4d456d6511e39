package uk.onevoice.mandates.domain.feedback;

import java.time.LocalDate;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PracticeId;

/** What was said on a mandate. The schemas are in contracts/events/mandates. */
public sealed interface FeedbackEvent {
  record FeedbackGiven(
      MandateId mandateId, PracticeId practiceId, WordsRef feedbackRef, LocalDate on)
      implements FeedbackEvent {}

  record FeedbackAnswered(
      MandateId mandateId, OrganisationId holderId, WordsRef answerRef, LocalDate on)
      implements FeedbackEvent {}
}
