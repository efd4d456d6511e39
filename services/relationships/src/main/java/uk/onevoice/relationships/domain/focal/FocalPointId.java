package uk.onevoice.relationships.domain.focal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PlaceId;

public record FocalPointId(UUID value) {
  /** A place has one for each organisation, and so the two make its name. */
  public static FocalPointId of(PlaceId place, OrganisationId organisation) {
    String name = place.value() + "/" + organisation.value();
    return new FocalPointId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
  }
}
