package uk.onevoice.relationships.domain.handover;

import java.time.LocalDate;
import java.util.UUID;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;

/** What has happened to a handover. The schemas are in contracts/events/relationships. */
public sealed interface HandoverEvent {
  /** Why a relationship is handed over. */
  enum Cause {
    ROLE_ENDED,
    CHOSEN
  }

  /** Why it is not handed over after all. */
  enum Reason {
    CHOSEN,
    ROLE_IS_BACK,
    RELATIONSHIP_ENDED
  }

  record HandoverOpened(
      HandoverId handoverId,
      PlaceId placeId,
      SlotId slotId,
      RelationshipId relationshipId,
      PersonId holderId,
      OrganisationId actingFor,
      Cause cause,
      LocalDate on)
      implements HandoverEvent {}

  /** The one who is asked to go on with it; whoever was asked before is asked no longer. */
  record HandoverOffered(HandoverId handoverId, PersonId successorId, OrganisationId actingFor)
      implements HandoverEvent {}

  record HandoverDeclined(HandoverId handoverId, PersonId successorId) implements HandoverEvent {}

  /** The author of an opinion lets the successor read it. */
  record OpinionConsentGiven(HandoverId handoverId, UUID assessmentRef, LocalDate on)
      implements HandoverEvent {}

  record OpinionConsentWithdrawn(HandoverId handoverId, UUID assessmentRef)
      implements HandoverEvent {}

  /**
   * The successor goes on with it.
   *
   * @param successorRelationshipId theirs in the same slot
   * @param newToTeam whether they could not read before what its team reads
   */
  record HandoverCompleted(
      HandoverId handoverId,
      PersonId successorId,
      OrganisationId actingFor,
      RelationshipId successorRelationshipId,
      boolean newToTeam,
      LocalDate on)
      implements HandoverEvent {}

  record HandoverCancelled(HandoverId handoverId, Reason reason, LocalDate on)
      implements HandoverEvent {}
}
