package uk.onevoice.relationships.adapter.http;

import java.util.UUID;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.handover.HandoverId;

/** What callers send about handovers, and how a new one is called in the answer. */
final class HandoverBodies {
  private HandoverBodies() {}

  record OpenHandover(SlotId slotId, RelationshipId relationshipId) {}

  record HandoverRef(HandoverId handoverId) {}

  record HandoverOffer(PersonId successorId, OrganisationId actingFor) {}

  record OpinionConsent(UUID assessmentRef) {}
}
