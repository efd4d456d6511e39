package uk.onevoice.mandates.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;

/** What has happened to a mandate. The schemas are in contracts/events/mandates. */
public sealed interface MandateEvent {
  record MandateOpened(
      MandateId mandateId,
      PlaceId placeId,
      Topic topic,
      @Nullable Label board,
      OrganisationId holderId,
      Label holderRole,
      LocalDate start,
      LocalDate end)
      implements MandateEvent {}

  record ConsentGranted(MandateId mandateId, PracticeId practiceId, LocalDate on)
      implements MandateEvent {}

  record ConsentConditional(MandateId mandateId, PracticeId practiceId, LocalDate on)
      implements MandateEvent {}

  record ConsentDeclined(MandateId mandateId, PracticeId practiceId, LocalDate on)
      implements MandateEvent {}

  record ConsentWithdrawn(MandateId mandateId, PracticeId practiceId, LocalDate on)
      implements MandateEvent {}
}
