package uk.onevoice.relationships.domain.keylist;

import java.util.List;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.SlotKind;

/** What can be asked of a place's key slots. */
public sealed interface KeySlotsCommand {
  record SetKinds(PlaceId placeId, List<SlotKind> kinds) implements KeySlotsCommand {
    public SetKinds {
      kinds = List.copyOf(kinds);
    }
  }
}
