package uk.onevoice.mandates.domain.externalchange;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.OrganisationId;

/** What has happened to an external change. The schemas are in contracts/events/mandates. */
public sealed interface ExternalChangeEvent {
  /**
   * @param from the day from which it holds
   * @param mandates those that have to be reviewed
   */
  record ExternalChangeRecorded(
      ExternalChangeId externalChangeId,
      OrganisationId icsId,
      ChangeKind kind,
      WordsRef whatRef,
      List<UUID> topicIds,
      LocalDate from,
      List<TouchedMandate> mandates,
      LocalDate on)
      implements ExternalChangeEvent {
    public ExternalChangeRecorded {
      topicIds = List.copyOf(topicIds);
      mandates = List.copyOf(mandates);
    }
  }

  /** The last word on a mandate holds. */
  record MandateReviewSettled(
      ExternalChangeId externalChangeId,
      MandateId mandateId,
      ReviewOutcome outcome,
      @Nullable WordsRef notesRef,
      LocalDate on)
      implements ExternalChangeEvent {}
}
