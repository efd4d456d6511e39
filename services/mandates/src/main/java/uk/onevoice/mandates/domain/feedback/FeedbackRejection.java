package uk.onevoice.mandates.domain.feedback;

import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PracticeId;

/** The rule that said no. */
public sealed interface FeedbackRejection {
  record NotInForce(MandateId mandateId) implements FeedbackRejection {}

  record NotInScope(PracticeId practiceId) implements FeedbackRejection {}

  record NotYourPractice(PracticeId practiceId) implements FeedbackRejection {}

  record NotTheHolder(OrganisationId holderId) implements FeedbackRejection {}
}
