package uk.onevoice.relationships.domain.keylist;

import java.util.List;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.SlotKind;

/** What has been settled for a place. The schemas are in contracts/events/relationships. */
public sealed interface KeySlotsEvent {
  /** All that each leader of the place should keep, in the order in which they are shown. */
  record KeySlotsSet(PlaceId placeId, List<SlotKind> kinds) implements KeySlotsEvent {
    public KeySlotsSet {
      kinds = List.copyOf(kinds);
    }
  }
}
