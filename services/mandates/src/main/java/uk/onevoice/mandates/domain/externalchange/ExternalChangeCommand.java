package uk.onevoice.mandates.domain.externalchange;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.OrganisationId;

/** What can be asked of an external change, with the facts from elsewhere that its rules need. */
public sealed interface ExternalChangeCommand {
  /**
   * Records what changes.
   *
   * @param notInUse those of the topics that the ICS's list has not, or no longer
   * @param touched the ICS's mandates on these topics that have not run out
   */
  record RecordChange(
      ExternalChangeId id,
      OrganisationId icsId,
      ChangeKind kind,
      WordsRef whatRef,
      List<UUID> topicIds,
      List<UUID> notInUse,
      List<TouchedMandate> touched,
      LocalDate from,
      LocalDate on)
      implements ExternalChangeCommand {
    public RecordChange {
      topicIds = List.copyOf(topicIds);
      notInUse = List.copyOf(notInUse);
      touched = List.copyOf(touched);
    }
  }

  record SettleReview(
      ExternalChangeId id,
      MandateId mandateId,
      ReviewOutcome outcome,
      @Nullable WordsRef notesRef,
      LocalDate on)
      implements ExternalChangeCommand {}
}
