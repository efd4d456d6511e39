package uk.onevoice.organisations.domain.place;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;

/** Facts about a place, or about a neighbourhood. */
public sealed interface PlaceEvent {
  /**
   * @param icsId the ODS code of the ICB whose ICS it belongs to
   * @param partOf the place of which it is a neighbourhood; null for a place
   */
  record PlaceDefined(
      PlaceId placeId, OrganisationId icsId, String name, LocalDate start, @Nullable PlaceId partOf)
      implements PlaceEvent {}

  /**
   * Another name, from a day on; what was said of later days falls away.
   *
   * @param from null in early events, which meant the day on which they were told
   */
  record PlaceRevised(PlaceId placeId, String name, @Nullable LocalDate from)
      implements PlaceEvent {}

  /** Another ICS, from a day on; what was said of later days falls away. */
  record PlaceMoved(PlaceId placeId, OrganisationId icsId, LocalDate from) implements PlaceEvent {}

  /** It began on another day than was said; what was said of days before it falls away. */
  record PlaceStartCorrected(PlaceId placeId, LocalDate start, OrganisationId icsId)
      implements PlaceEvent {}

  /**
   * @param end the first day after its last; said again, it corrects the day
   */
  record PlaceClosed(PlaceId placeId, LocalDate end) implements PlaceEvent {}

  /** Its last day was the one before; the other goes on. */
  record PlaceMerged(PlaceId placeId, PlaceId into, LocalDate on) implements PlaceEvent {}

  /** It was not closed or merged after all. */
  record PlaceReopened(PlaceId placeId) implements PlaceEvent {}
}
