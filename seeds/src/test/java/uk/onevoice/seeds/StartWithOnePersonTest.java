package uk.onevoice.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.onevoice.seeds.Caller.Done;

/**
 * Third reading: the relationship with the acute trust comes down to individual relationships. Big
 * set pieces only work on top of them, so the start is one person who keeps in touch, and talks in
 * which both sides speak.
 */
class StartWithOnePersonTest {
  private final Place tarrowCoast = Place.of("Tarrow Coast", "grace.ndukwe-hale");

  @Test
  void a_slot_is_covered_by_a_talk_of_both_sides_and_by_nothing_less() {
    String slot = tarrowCoast.slot("ACUTE", Wyvern.ACUTE_TRUST);
    Done held = Wyvern.hold(tarrowCoast, slot, "grace.ndukwe-hale");
    int covered = tarrowCoast.measure("M2", held).path("numerator").asInt();

    Done letter = Wyvern.contact(tarrowCoast, slot, held, false);
    assertThat(tarrowCoast.measure("M2", letter).path("numerator").asInt()).isEqualTo(covered);
    assertThat(tarrowCoast.measure("M2", letter).path("emptySlots").findValuesAsText("slotId"))
        .contains(slot);

    Done talk = Wyvern.contact(tarrowCoast, slot, held, true);
    assertThat(tarrowCoast.measure("M2", talk).path("numerator").asInt()).isEqualTo(covered + 1);
    assertThat(tarrowCoast.measure("M2", talk).path("emptySlots").findValuesAsText("slotId"))
        .doesNotContain(slot);
  }

  @Test
  void a_council_does_not_fit_the_slot_of_an_acute_trust() {
    tarrowCoast
        .caller()
        .postRefused(
            "/v1/relationships/slots",
            Map.of("placeId", tarrowCoast.id(), "kind", "ACUTE", "organisationId", Wyvern.COUNCIL),
            "counterpart-does-not-fit");
  }
}
