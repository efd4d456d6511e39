package uk.onevoice.relationships.domain.focal;

import java.time.LocalDate;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;

/** What has happened to a focal point. The schemas are in contracts/events/relationships. */
public sealed interface FocalPointEvent {
  /** From now on it is this one, and nobody else. */
  record FocalPointNamed(
      FocalPointId focalPointId,
      PlaceId placeId,
      OrganisationId organisationId,
      SlotId slotId,
      RelationshipId relationshipId,
      PersonId personId,
      LocalDate on)
      implements FocalPointEvent {}

  record FocalPointWithdrawn(FocalPointId focalPointId, LocalDate on) implements FocalPointEvent {}
}
