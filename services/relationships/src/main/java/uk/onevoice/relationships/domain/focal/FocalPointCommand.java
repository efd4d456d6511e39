package uk.onevoice.relationships.domain.focal;

import java.time.LocalDate;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;

/** What can be asked of the focal point for one organisation. */
public sealed interface FocalPointCommand {
  /**
   * Names the one person to turn to; whoever was it before is it no longer.
   *
   * @param live whether they keep in touch there today
   */
  record Name(
      FocalPointId focalPointId,
      PlaceId placeId,
      OrganisationId organisationId,
      SlotId slotId,
      RelationshipId relationshipId,
      PersonId personId,
      boolean live,
      LocalDate today)
      implements FocalPointCommand {}

  record Withdraw(FocalPointId focalPointId, LocalDate today) implements FocalPointCommand {}
}
