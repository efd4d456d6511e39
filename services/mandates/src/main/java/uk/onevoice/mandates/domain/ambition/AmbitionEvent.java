package uk.onevoice.mandates.domain.ambition;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PracticeId;

/** What has happened to an agreement. The schemas are in contracts/events/mandates. */
public sealed interface AmbitionEvent {
  record AmbitionOffered(
      AgreementId agreementId,
      OrganisationId federationId,
      PracticeId practiceId,
      Level level,
      List<NewPromise> promises,
      LocalDate reviewOn,
      LocalDate on)
      implements AmbitionEvent {
    public AmbitionOffered {
      promises = List.copyOf(promises);
    }
  }

  /** The practice takes part at this level, from this day on. */
  record AmbitionSigned(
      AgreementId agreementId,
      OrganisationId federationId,
      PracticeId practiceId,
      Level level,
      LocalDate on)
      implements AmbitionEvent {}

  record ChangeCommitted(AgreementId agreementId, ChangeId changeId, Label programme, LocalDate on)
      implements AmbitionEvent {}

  record ChangeSettled(
      AgreementId agreementId, ChangeId changeId, ChangeResult result, LocalDate on)
      implements AmbitionEvent {}

  record AskRecorded(
      AgreementId agreementId,
      PracticeId practiceId,
      AskId askId,
      WordsRef askRef,
      LocalDate due,
      LocalDate on)
      implements AmbitionEvent {}

  /** Whether the practice acted, as the federation sees it; the last word holds. */
  record FollowThroughRecorded(AgreementId agreementId, AskId askId, boolean acted, LocalDate on)
      implements AmbitionEvent {}

  record BenefitPromised(
      AgreementId agreementId,
      PromiseId promiseId,
      WordsRef promiseRef,
      LocalDate due,
      LocalDate on)
      implements AmbitionEvent {}

  /** Whether it came, as the practice sees it; the last word holds. */
  record DeliveryRecorded(
      AgreementId agreementId, PromiseId promiseId, boolean delivered, LocalDate on)
      implements AmbitionEvent {}

  record AmbitionReviewed(
      AgreementId agreementId, LocalDate nextReviewOn, @Nullable WordsRef notesRef, LocalDate on)
      implements AmbitionEvent {}

  /**
   * @param on the first day on which it does not hold
   */
  record AmbitionEnded(AgreementId agreementId, LocalDate on) implements AmbitionEvent {}
}
