package uk.onevoice.organisations.domain.group;

import java.util.UUID;
import uk.onevoice.organisations.domain.OrganisationId;

/** A leadership group; the same id as the body it is in the registry. */
public record GroupId(UUID value) {
  public OrganisationId body() {
    return new OrganisationId(value.toString());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
