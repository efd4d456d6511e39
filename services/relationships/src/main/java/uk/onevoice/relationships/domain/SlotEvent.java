package uk.onevoice.relationships.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to a slot. The schemas are in contracts/events/relationships. */
public sealed interface SlotEvent {
  record SlotDefined(SlotId slotId, PlaceId placeId, SlotKind kind, OrganisationId organisationId)
      implements SlotEvent {}

  record RelationshipOpened(
      SlotId slotId, RelationshipId relationshipId, PersonId holderId, OrganisationId actingFor)
      implements SlotEvent {}

  /**
   * @param topicId the topic of the ICS's list that they talked about; null where none is named
   */
  record ContactLogged(
      SlotId slotId,
      RelationshipId relationshipId,
      LocalDate on,
      ContactKind kind,
      boolean twoWay,
      @Nullable UUID topicId)
      implements SlotEvent {}

  record RelationshipClosed(SlotId slotId, RelationshipId relationshipId, LocalDate on)
      implements SlotEvent {}
}
