package uk.onevoice.mandates.adapter.http;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.ambition.AgreementId;
import uk.onevoice.mandates.domain.ambition.AskId;
import uk.onevoice.mandates.domain.ambition.ChangeId;
import uk.onevoice.mandates.domain.ambition.ChangeResult;
import uk.onevoice.mandates.domain.ambition.Level;
import uk.onevoice.mandates.domain.ambition.PromiseId;

/**
 * What is sent and answered about ambition agreements. A day that is null is today; words are null
 * when they are not kept any more.
 */
final class AmbitionBodies {
  private AmbitionBodies() {}

  record DueWords(String what, LocalDate due) {}

  record OfferAmbition(
      OrganisationId federationId,
      PracticeId practiceId,
      Level level,
      @Nullable List<DueWords> promises,
      LocalDate reviewOn) {}

  record SignAmbition(Level level, @Nullable LocalDate on) {}

  record CommitChange(Label programme) {}

  record ResultOfChange(ChangeResult result, @Nullable LocalDate on) {}

  record FollowThrough(boolean acted, @Nullable LocalDate on) {}

  record Delivery(boolean delivered, @Nullable LocalDate on) {}

  record ReviewAmbition(LocalDate nextReviewOn, @Nullable String notes, @Nullable LocalDate on) {}

  record EndAmbition(@Nullable LocalDate on) {}

  record AmbitionRef(AgreementId agreementId) {}

  record ChangeRef(AgreementId agreementId, ChangeId changeId) {}

  record AskRef(AgreementId agreementId, AskId askId) {}

  record PromiseRef(AgreementId agreementId, PromiseId promiseId) {}

  enum State {
    OFFERED,
    SIGNED,
    ENDED
  }

  record ChangeView(
      ChangeId changeId,
      Label programme,
      LocalDate signedUpOn,
      @Nullable ChangeResult result,
      @Nullable LocalDate resultOn) {}

  record AskView(
      AskId askId,
      @Nullable String what,
      LocalDate askedOn,
      LocalDate due,
      @Nullable Boolean acted,
      @Nullable LocalDate actedOn) {}

  record PromiseView(
      PromiseId promiseId,
      @Nullable String what,
      LocalDate promisedOn,
      LocalDate due,
      @Nullable Boolean delivered,
      @Nullable LocalDate deliveredOn) {}

  record ReviewView(LocalDate on, Level level, @Nullable String notes) {}

  record AmbitionView(
      AgreementId agreementId,
      OrganisationId federationId,
      PracticeId practiceId,
      State state,
      Level offeredLevel,
      @Nullable Level level,
      LocalDate offeredOn,
      @Nullable LocalDate signedOn,
      @Nullable LocalDate endedOn,
      LocalDate reviewOn,
      boolean reviewDue,
      List<ChangeView> changes,
      List<AskView> asks,
      List<PromiseView> promises,
      List<ReviewView> reviews) {}
}
