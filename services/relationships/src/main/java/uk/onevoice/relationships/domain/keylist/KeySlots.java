package uk.onevoice.relationships.domain.keylist;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.Collections;
import java.util.List;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.relationships.domain.SlotKind;
import uk.onevoice.relationships.domain.keylist.KeySlotsCommand.SetKinds;
import uk.onevoice.relationships.domain.keylist.KeySlotsEvent.KeySlotsSet;
import uk.onevoice.relationships.domain.keylist.KeySlotsRejection.KindTwice;
import uk.onevoice.relationships.domain.keylist.KeySlotsRejection.NoKind;

/**
 * Over which kinds of organisation each leader of a place should have somebody; a kind without is
 * shown as an empty slot.
 */
public record KeySlots(List<SlotKind> kinds) {
  /** Until a place says otherwise: ICB, community trust, council, hospital, public health. */
  public static final List<SlotKind> USUAL =
      List.of(
          SlotKind.ICB,
          SlotKind.ACUTE,
          SlotKind.COMMUNITY,
          SlotKind.COUNCIL_ADULT_CARE,
          SlotKind.COUNCIL_PUBLIC_HEALTH);

  public static final Decider<KeySlotsCommand, KeySlots, KeySlotsEvent, KeySlotsRejection> DECIDER =
      new Decider<>(new KeySlots(USUAL), KeySlots::decide, KeySlots::evolve);

  public KeySlots {
    kinds = List.copyOf(kinds);
  }

  static Decision<KeySlotsEvent, KeySlotsRejection> decide(KeySlotsCommand command, KeySlots now) {
    return switch (command) {
      case SetKinds(var place, var kinds) -> {
        if (kinds.isEmpty()) {
          yield reject(new NoKind());
        }
        for (SlotKind kind : kinds) {
          if (Collections.frequency(kinds, kind) > 1) {
            yield reject(new KindTwice(kind));
          }
        }
        yield kinds.equals(now.kinds()) ? accept() : accept(new KeySlotsSet(place, kinds));
      }
    };
  }

  static KeySlots evolve(KeySlots now, KeySlotsEvent event) {
    return switch (event) {
      case KeySlotsSet(_, var kinds) -> new KeySlots(kinds);
    };
  }
}
