package uk.onevoice.mandates.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;

/** What has happened to a mandate. The schemas are in contracts/events/mandates. */
public sealed interface MandateEvent {
  /**
   * Practices are asked.
   *
   * @param openedOn the day they were asked, from which they may answer; null in events that do not
   *     say it
   * @param topicId the topic of the ICS's list; null where the mandate names none of it
   */
  record MandateOpened(
      MandateId mandateId,
      PlaceId placeId,
      Topic topic,
      @Nullable Label board,
      OrganisationId holderId,
      Label holderRole,
      LocalDate start,
      LocalDate end,
      @Nullable LocalDate openedOn,
      @Nullable UUID topicId)
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
