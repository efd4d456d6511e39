package uk.onevoice.mandates.domain.ambition;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PracticeId;

/** What can be asked of an agreement, with the facts from elsewhere that its rules need. */
public sealed interface AmbitionCommand {
  AgreementId agreementId();

  LocalDate today();

  /**
   * A federation offers an agreement.
   *
   * @param member whether the practice is one of the federation's members today
   */
  record Offer(
      AgreementId agreementId,
      OrganisationId federationId,
      PracticeId practiceId,
      boolean member,
      Level level,
      List<NewPromise> promises,
      LocalDate reviewOn,
      LocalDate today)
      implements AmbitionCommand {
    public Offer {
      promises = List.copyOf(promises);
    }
  }

  /** The practice says at which level it takes part; it may be another than was offered. */
  record Sign(AgreementId agreementId, Level level, LocalDate on, LocalDate today)
      implements AmbitionCommand {}

  record CommitChange(AgreementId agreementId, ChangeId changeId, Label programme, LocalDate today)
      implements AmbitionCommand {}

  record SettleChange(
      AgreementId agreementId,
      ChangeId changeId,
      ChangeResult result,
      LocalDate on,
      LocalDate today)
      implements AmbitionCommand {}

  record RecordAsk(
      AgreementId agreementId, AskId askId, WordsRef askRef, LocalDate due, LocalDate today)
      implements AmbitionCommand {}

  record RecordFollowThrough(
      AgreementId agreementId, AskId askId, boolean acted, LocalDate on, LocalDate today)
      implements AmbitionCommand {}

  record PromiseBenefit(AgreementId agreementId, NewPromise promise, LocalDate today)
      implements AmbitionCommand {}

  record RecordDelivery(
      AgreementId agreementId,
      PromiseId promiseId,
      boolean delivered,
      LocalDate on,
      LocalDate today)
      implements AmbitionCommand {}

  record RecordReview(
      AgreementId agreementId,
      LocalDate nextReviewOn,
      @Nullable WordsRef notesRef,
      LocalDate on,
      LocalDate today)
      implements AmbitionCommand {}

  record End(AgreementId agreementId, LocalDate on, LocalDate today) implements AmbitionCommand {}
}
