package uk.onevoice.mandates.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.externalchange.ChangeKind;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeId;
import uk.onevoice.mandates.domain.externalchange.ReviewOutcome;

/** What is sent and answered about external changes. Words are null when they are not kept. */
final class ExternalChangeBodies {
  private ExternalChangeBodies() {}

  record RecordExternalChange(
      OrganisationId icsId, ChangeKind kind, String what, List<UUID> topicIds, LocalDate from) {}

  record SettleReview(ReviewOutcome outcome, @Nullable String notes) {}

  record ExternalChangeRef(ExternalChangeId externalChangeId) {}

  /**
   * @param outcome null while it is still to be reviewed
   */
  record ReviewView(
      MandateId mandateId,
      UUID topicId,
      @Nullable ReviewOutcome outcome,
      @Nullable String notes,
      @Nullable LocalDate settledOn) {}

  record ExternalChangeView(
      ExternalChangeId externalChangeId,
      OrganisationId icsId,
      ChangeKind kind,
      @Nullable String what,
      List<UUID> topicIds,
      LocalDate from,
      LocalDate recordedOn,
      List<ReviewView> reviews,
      int toBeReviewed) {}
}
