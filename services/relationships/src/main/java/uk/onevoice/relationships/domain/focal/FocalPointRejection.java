package uk.onevoice.relationships.domain.focal;

import uk.onevoice.relationships.domain.RelationshipId;

/** The rule that said no. */
public sealed interface FocalPointRejection {
  /** Only who keeps in touch with an organisation today can be the one to turn to for it. */
  record NotLive(RelationshipId relationshipId) implements FocalPointRejection {}
}
