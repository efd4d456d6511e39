package uk.onevoice.organisations.domain.place;

import java.time.LocalDate;
import uk.onevoice.organisations.domain.OrganisationId;

/** Facts about a place. */
public sealed interface PlaceEvent {
  /**
   * @param icsId the ODS code of the ICB whose ICS it belongs to
   */
  record PlaceDefined(PlaceId placeId, OrganisationId icsId, String name, LocalDate start)
      implements PlaceEvent {}

  record PlaceRevised(PlaceId placeId, String name) implements PlaceEvent {}
}
