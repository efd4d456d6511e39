package uk.onevoice.relationships.domain;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a slot, with the facts from elsewhere that its rules need. */
public sealed interface SlotCommand {
  /**
   * Names an organisation with which general practice of a place has to keep in touch.
   *
   * @param organisationKinds what the registry says it is today, empty when it is not known
   */
  record Define(
      SlotId slotId,
      PlaceId placeId,
      SlotKind kind,
      OrganisationId organisationId,
      Set<OrganisationKind> organisationKinds)
      implements SlotCommand {
    public Define {
      organisationKinds = Set.copyOf(organisationKinds);
    }
  }

  /**
   * Gives a slot to a person who acts for a body of general practice.
   *
   * @param speaksForPractices whether that body is one of general practice today
   * @param holderActsForIt whether the person holds a role there today
   */
  record OpenRelationship(
      SlotId slotId,
      RelationshipId relationshipId,
      PersonId holderId,
      OrganisationId actingFor,
      boolean speaksForPractices,
      boolean holderActsForIt)
      implements SlotCommand {}

  /**
   * @param topicId the topic of the ICS's list that they talked about, null where none is named
   */
  record LogContact(
      SlotId slotId,
      RelationshipId relationshipId,
      LocalDate on,
      ContactKind kind,
      boolean twoWay,
      @Nullable UUID topicId,
      LocalDate today)
      implements SlotCommand {}

  /**
   * Ends a relationship.
   *
   * @param on the day it ended; it is live no longer on that day
   */
  record CloseRelationship(
      SlotId slotId, RelationshipId relationshipId, LocalDate on, LocalDate today)
      implements SlotCommand {}
}
