package uk.onevoice.relationships.domain.keylist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.SlotKind;
import uk.onevoice.relationships.domain.keylist.KeySlotsCommand.SetKinds;
import uk.onevoice.relationships.domain.keylist.KeySlotsEvent.KeySlotsSet;
import uk.onevoice.relationships.domain.keylist.KeySlotsRejection.KindTwice;
import uk.onevoice.relationships.domain.keylist.KeySlotsRejection.NoKind;
import uk.onevoice.testkit.DeciderRules;

class KeySlotsTest {
  private static final PlaceId PLACE = new PlaceId(new UUID(0, 1));
  private static final List<SlotKind> FOUR =
      List.of(SlotKind.ICB, SlotKind.MENTAL_HEALTH, SlotKind.ACUTE, SlotKind.LMC);

  private final DeciderRules<KeySlotsCommand, KeySlots, KeySlotsEvent, KeySlotsRejection> slots =
      DeciderRules.of(KeySlots.DECIDER);

  @Test
  void five_kinds_are_usual() {
    assertThat(KeySlots.DECIDER.initial().kinds())
        .containsExactly(
            SlotKind.ICB,
            SlotKind.ACUTE,
            SlotKind.COMMUNITY,
            SlotKind.COUNCIL_ADULT_CARE,
            SlotKind.COUNCIL_PUBLIC_HEALTH);
    slots.given().when(new SetKinds(PLACE, KeySlots.USUAL)).then();
  }

  @Test
  void a_place_sets_its_own() {
    slots.given().when(new SetKinds(PLACE, FOUR)).then(new KeySlotsSet(PLACE, FOUR));
    slots.given(new KeySlotsSet(PLACE, FOUR)).when(new SetKinds(PLACE, FOUR)).then();
    slots
        .given(new KeySlotsSet(PLACE, FOUR))
        .when(new SetKinds(PLACE, FOUR.reversed()))
        .then(new KeySlotsSet(PLACE, FOUR.reversed()));
  }

  @Test
  void none_at_all_and_one_twice_are_refused() {
    slots.given().when(new SetKinds(PLACE, List.of())).thenRejected(new NoKind());
    slots
        .given()
        .when(new SetKinds(PLACE, List.of(SlotKind.ICB, SlotKind.LMC, SlotKind.LMC)))
        .thenRejected(new KindTwice(SlotKind.LMC));
  }

  @Test
  void whatever_has_happened_can_be_read() {
    slots.evolvesEvery(KeySlotsEvent.class, new KeySlotsSet(PLACE, FOUR));
  }
}
