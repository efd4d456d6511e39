package uk.onevoice.mandates.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;

/** What can be asked of a mandate, with the facts from elsewhere that its rules need. */
public sealed interface MandateCommand {
  /**
   * Asks the practices of a place for their authority.
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

  /**
   * Records what a practice answers.
   *
   * @param placeOfPractice the place the practice belonged to on the day of its answer, null when
   *     it belonged to none
   */
  record Respond(
      MandateId mandateId,
      PracticeId practiceId,
      @Nullable PlaceId placeOfPractice,
      Answer answer,
      LocalDate on,
      LocalDate today)
      implements MandateCommand {}
}
