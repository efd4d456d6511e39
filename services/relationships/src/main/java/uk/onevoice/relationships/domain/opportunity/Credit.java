package uk.onevoice.relationships.domain.opportunity;

import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;

/** A relationship that the result came of. */
public record Credit(SlotId slotId, RelationshipId relationshipId) {}
