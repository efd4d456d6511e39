package uk.onevoice.mandates.adapter.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;

/** What others in this service ask about mandates, and nothing more. */
public interface MandateFacts {
  /**
   * One mandate.
   *
   * @param topicId null where it names none of the ICS's list
   * @param end the first day after its last
   */
  record Known(
      MandateId mandateId,
      PlaceId placeId,
      OrganisationId holderId,
      @Nullable UUID topicId,
      LocalDate start,
      LocalDate end) {
    /** Whether today is one of its days. */
    public boolean isLiveOn(LocalDate day) {
      return !day.isBefore(start) && day.isBefore(end);
    }
  }

  Optional<Known> find(MandateId id);

  /** Those on a topic of the list that have not run out on this day; the first to begin first. */
  List<Known> onTopics(LocalDate day);
}
