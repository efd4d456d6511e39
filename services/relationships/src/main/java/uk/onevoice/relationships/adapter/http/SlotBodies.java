package uk.onevoice.relationships.adapter.http;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.domain.ContactKind;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.SlotKind;

/** What callers send, and how new things are called in the answer. */
final class SlotBodies {
  private SlotBodies() {}

  record DefineSlot(PlaceId placeId, SlotKind kind, OrganisationId organisationId) {}

  record OpenRelationship(PersonId holderId, OrganisationId actingFor) {}

  /**
   * @param topicId the topic of the ICS's list that they talked about, null where none is named
   */
  record Contact(
      RelationshipId relationshipId,
      LocalDate on,
      ContactKind kind,
      boolean twoWay,
      @Nullable UUID topicId) {}

  record Closing(RelationshipId relationshipId, LocalDate on) {}

  record SlotRef(SlotId slotId) {}

  record RelationshipRef(SlotId slotId, RelationshipId relationshipId) {}
}
