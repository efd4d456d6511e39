package uk.onevoice.mandates.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What practices answer. Each answer takes the place of the practice's earlier one to the same
 * version; without a version it is the first, without a manner it was given online and says no more
 * than itself.
 */
public sealed interface ConsentEvent extends MandateEvent {
  record ConsentGranted(
      MandateId mandateId,
      PracticeId practiceId,
      LocalDate on,
      @Nullable Integer version,
      @Nullable Manner manner)
      implements ConsentEvent {}

  record ConsentConditional(
      MandateId mandateId,
      PracticeId practiceId,
      LocalDate on,
      @Nullable Integer version,
      @Nullable Manner manner)
      implements ConsentEvent {}

  record ConsentDeclined(
      MandateId mandateId,
      PracticeId practiceId,
      LocalDate on,
      @Nullable Integer version,
      @Nullable Manner manner)
      implements ConsentEvent {}

  record ConsentWithdrawn(
      MandateId mandateId,
      PracticeId practiceId,
      LocalDate on,
      @Nullable Integer version,
      @Nullable Manner manner)
      implements ConsentEvent {}

  /** The practice is no longer there; a successor may confirm what it answered. */
  record ConsentEnded(
      MandateId mandateId,
      int version,
      PracticeId practiceId,
      Reason reason,
      List<PracticeId> successorIds,
      LocalDate on)
      implements ConsentEvent {
    public ConsentEnded {
      successorIds = List.copyOf(successorIds);
    }

    /** Why a practice is no longer there. */
    public enum Reason {
      CLOSED,
      SUCCEEDED
    }
  }

  record PracticesReminded(
      MandateId mandateId, int version, List<PracticeId> practiceIds, LocalDate on)
      implements ConsentEvent {
    public PracticesReminded {
      practiceIds = List.copyOf(practiceIds);
    }
  }
}
