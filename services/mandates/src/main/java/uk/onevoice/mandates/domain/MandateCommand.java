package uk.onevoice.mandates.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;

/** What can be asked of a mandate, with the facts from elsewhere that its rules need. */
public sealed interface MandateCommand
    permits MandateCommand.Open, DraftCommand, ConsentCommand, LifeCommand, UseCommand {
  MandateId mandateId();

  /**
   * Asks the practices of a place for their authority in one step, without limits and a threshold.
   *
   * @param board the table it is limited to, null for every table
   * @param speaksForPractices whether the holder is a body of general practice today
   * @param end the first day after the last
   * @param openedOn the day they were asked; null when nobody says: today, or the first day when
   *     that has passed, since an authority that is written down late was asked for by then
   * @param topicId the topic of the ICS's list that is meant, null where it is none of it
   */
  record Open(
      MandateId mandateId,
      PlaceId placeId,
      Topic topic,
      @Nullable Label board,
      OrganisationId holderId,
      boolean speaksForPractices,
      Label holderRole,
      LocalDate start,
      LocalDate end,
      @Nullable LocalDate openedOn,
      LocalDate today,
      @Nullable UUID topicId)
      implements MandateCommand {}
}
