package uk.onevoice.relationships.domain;

import java.time.LocalDate;

/** What has happened to a slot. The schemas are in contracts/events/relationships. */
public sealed interface SlotEvent {
  record SlotDefined(SlotId slotId, PlaceId placeId, SlotKind kind, OrganisationId organisationId)
      implements SlotEvent {}

  record RelationshipOpened(
      SlotId slotId, RelationshipId relationshipId, PersonId holderId, OrganisationId actingFor)
      implements SlotEvent {}

  record ContactLogged(
      SlotId slotId, RelationshipId relationshipId, LocalDate on, ContactKind kind, boolean twoWay)
      implements SlotEvent {}

  record RelationshipClosed(SlotId slotId, RelationshipId relationshipId, LocalDate on)
      implements SlotEvent {}
}
