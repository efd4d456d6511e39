package uk.onevoice.mandates.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;

/** What has happened to a mandate. The schemas are in contracts/events/mandates. */
public sealed interface MandateEvent
    permits DraftEvent, MandateEvent.MandateOpened, ConsentEvent, LifeEvent, UseEvent {
  /** The day from which it is so. */
  LocalDate on();

  /**
   * Practices are asked.
   *
   * @param openedOn the day they were asked, from which they may answer; null in events that do not
   *     say it
   * @param topicId the topic of the ICS's list; null where the mandate names none of it
   * @param version 1; null for a mandate that was asked for in one step, which is in force from its
   *     first day on
   * @param terms all that is asked for; null where version is
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
      @Nullable UUID topicId,
      @Nullable Integer version,
      @Nullable Terms terms)
      implements MandateEvent {
    /** Where nobody says when practices were asked, the first day. */
    @Override
    public LocalDate on() {
      return openedOn == null ? start : openedOn;
    }
  }
}
