package uk.onevoice.relationships.domain.handover;

import java.util.UUID;
import uk.onevoice.relationships.domain.RelationshipId;

public record HandoverId(UUID value) {
  /** A relationship goes to one successor, so it has one handover, named after it. */
  public static HandoverId of(RelationshipId relationship) {
    return new HandoverId(relationship.value());
  }
}
