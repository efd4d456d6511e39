package uk.onevoice.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.onevoice.seeds.Caller.Done;

/**
 * First reading: a GP who sits through a meeting and has no impact on its outcomes was not a voice.
 * Others can then even say that general practice was there. What counts is what came out otherwise,
 * and that somebody else than the claimant says so.
 */
class AttendanceIsNotVoiceTest {
  private final Place tarrowCoast = Place.of("Tarrow Coast", "grace.ndukwe-hale");

  @Test
  void sitting_through_a_meeting_is_counted_as_attended_without_influence() {
    String meeting = tarrowCoast.meeting("Tarrow Coast place board");
    String item = tarrowCoast.item(meeting, "Opening hours of the minor injuries unit");
    Done there = tarrowCoast.attended(meeting, "grace.ndukwe-hale");
    JsonNode before = tarrowCoast.measure("M7", there);

    Done decided = tarrowCoast.outcome(meeting, item, "NONE");

    JsonNode after = tarrowCoast.measure("M7", decided);
    assertThat(grown(before, after, "itemsAttended")).isEqualTo(1);
    assertThat(grown(before.path("counts"), after.path("counts"), "NONE")).isEqualTo(1);
    assertThat(grown(before, after, "numerator")).isZero();
  }

  @Test
  void a_changed_outcome_counts_when_a_position_was_put_and_somebody_else_confirms_it() {
    String meeting = tarrowCoast.meeting("Tarrow Coast urgent care group");
    String item = tarrowCoast.item(meeting, "GP hub beside the emergency department");
    JsonNode before = tarrowCoast.measure("M7", tarrowCoast.attended(meeting, "grace.ndukwe-hale"));
    Map<String, String> claim = Map.of("itemId", item, "outcome", "AGREED", "influence", "CHANGED");

    tarrowCoast
        .caller()
        .postRefused("/v1/meetings/" + meeting + "/outcomes", claim, "claim-without-position");
    tarrowCoast
        .caller()
        .post("/v1/meetings/" + meeting + "/positions", Map.of("itemId", item, "stance", "FOR"));
    Done claimed = tarrowCoast.outcome(meeting, item, "CHANGED");

    JsonNode unconfirmed = tarrowCoast.measure("M7", claimed);
    assertThat(grown(before, unconfirmed, "numerator")).isZero();
    assertThat(grown(before.path("counts"), unconfirmed.path("counts"), "UNCONFIRMED")).isOne();

    Done confirmed = confirm(meeting, item);

    JsonNode counted = tarrowCoast.measure("M7", confirmed);
    assertThat(grown(before, counted, "numerator")).isEqualTo(1);
    assertThat(grown(before.path("counts"), counted.path("counts"), "CHANGED")).isEqualTo(1);
  }

  /** By a clinical director of the place, who is appointed for it. */
  private Done confirm(String meeting, String item) {
    Wyvern.appoint("owen.tallant", "PCN_CLINICAL_DIRECTOR", "WYVN0010");
    return Wyvern.as("owen.tallant")
        .postSoon("/v1/meetings/" + meeting + "/confirmations", Map.of("itemId", item));
  }

  private static int grown(JsonNode before, JsonNode after, String count) {
    return after.path(count).asInt() - before.path(count).asInt();
  }
}
