package uk.onevoice.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.onevoice.seeds.Caller.Done;

/**
 * Fourth reading: whole system working is done through four or five key relationships, not through
 * sitting in many meetings, and least of all by dividing the meetings up. When the one who held a
 * relationship goes, the slot stands empty and says so.
 */
class KeyRelationshipsBeforeMeetingsTest {
  private final Place tarrowCoast = Place.of("Tarrow Coast", "grace.ndukwe-hale");

  @Test
  void meetings_fill_no_slot_and_a_talk_does() {
    String slot = tarrowCoast.slot("COUNCIL_ADULT_CARE", Wyvern.COUNCIL);
    Done lastSeat = null;
    for (String forum : new String[] {"Care board", "Discharge group", "Carers' forum"}) {
      String meeting = tarrowCoast.meeting(forum);
      lastSeat = tarrowCoast.attended(meeting, "grace.ndukwe-hale");
      lastSeat = tarrowCoast.attended(meeting, "owen.tallant");
    }
    assertThat(empty(tarrowCoast.measure("M2", lastSeat))).contains(slot);

    Done held = Wyvern.hold(tarrowCoast, slot, "grace.ndukwe-hale");
    Done talk = Wyvern.contact(tarrowCoast, slot, held, true);
    assertThat(empty(tarrowCoast.measure("M2", talk))).doesNotContain(slot);

    Done gone =
        tarrowCoast
            .caller()
            .post(
                "/v1/relationships/slots/" + slot + "/closings",
                Map.of(
                    "relationshipId", held.id("relationshipId"),
                    "on", Wyvern.today().toString()));
    assertThat(empty(tarrowCoast.measure("M2", gone))).contains(slot);
  }

  private static Iterable<String> empty(JsonNode measure) {
    return measure.path("emptySlots").findValuesAsText("slotId");
  }
}
