package uk.onevoice.mandates.adapter.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;

/** What others in this service ask about mandates, and nothing more. */
public interface MandateFacts {
  /**
   * One mandate that practices were asked for, as it stands on a day.
   *
   * @param topicIds those of the ICS's list that it names, and that practices are asked for anew
   */
  record Known(
      MandateId mandateId,
      PlaceId placeId,
      OrganisationId holderId,
      List<UUID> topicIds,
      boolean inForce) {
    public Known {
      topicIds = List.copyOf(topicIds);
    }
  }

  Optional<Known> find(MandateId id, LocalDate day);

  /** Those on topics of the list that have not run out or ended by this day. */
  List<Known> onTopics(LocalDate day);
}
