package uk.onevoice.organisations.domain.group;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.place.PlaceId;

/**
 * Where a group speaks, and what it is part of.
 *
 * @param icsId the ODS code of the ICB whose ICS it is in
 * @param placeIds none for the whole ICS
 * @param federationId the federation it is inside of
 * @param legalEntityId who contracts and employs for it; without one nobody can
 */
public record Scope(
    OrganisationId icsId,
    List<PlaceId> placeIds,
    Footing footing,
    @Nullable OrganisationId federationId,
    @Nullable OrganisationId legalEntityId) {
  public Scope {
    placeIds = placeIds.stream().distinct().toList();
  }
}
