package uk.onevoice.relationships.adapter.http;

import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.SlotEvent.SlotDefined;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.SlotKind;

/** A slot in a list: with which organisation general practice should keep in touch. */
record SlotTerms(SlotId slotId, PlaceId placeId, SlotKind kind, OrganisationId organisationId) {
  static SlotTerms of(SlotDefined defined) {
    return new SlotTerms(
        defined.slotId(), defined.placeId(), defined.kind(), defined.organisationId());
  }
}
