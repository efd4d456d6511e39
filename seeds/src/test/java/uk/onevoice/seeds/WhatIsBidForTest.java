package uk.onevoice.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What general practice of the demonstration bids for: found by who is named, and nobody else. */
class WhatIsBidForTest {
  private static final String BID = "Community services in Marl Valley, from April 2027";

  @Test
  void a_bid_is_known_to_who_is_named_and_to_nobody_else() {
    JsonNode listed = Wyvern.as("nadia.velloso").get("/v1/opportunities").path("items");
    assertThat(listed.findValuesAsText("title")).contains(BID);
    String path = "/v1/opportunities/" + listed.get(0).required("opportunityId").asText();

    JsonNode ours = Wyvern.as("colm.ashgrove").get(path);
    assertThat(ours.path("stand").asText()).isEqualTo("SUBMITTED");
    assertThat(ours.at("/bid/provisional").asBoolean(true)).isFalse();
    assertThat(ours.at("/bid/hostId").asText()).isEqualTo("WYVT0001");
    assertThat(ours.at("/ours/lacks")).isEmpty();
    // The first talks are of the history, which goes back from the day on which it is loaded.
    assertThat(ours.at("/ours/before/daysBefore").asInt()).isGreaterThan(195);

    JsonNode theirs = Wyvern.as("sunita.pellow").get(path);
    assertThat(theirs.path("title").asText()).isEqualTo(BID);
    assertThat(theirs.path("ours").isNull()).isTrue();

    for (String other : new String[] {"owen.tallant", "femi.larkspur", "rowan.pike", "admin"}) {
      assertThat(Wyvern.as(other).answer(path)).as(other).doesNotContain("Community services");
      assertThat(Wyvern.as(other).answer("/v1/opportunities")).doesNotContain(BID);
      assertThat(Wyvern.as(other).answer("/v1/search?query=Community%20services%20in%20Marl"))
          .doesNotContain(BID);
    }
  }

  @Test
  void what_was_lost_is_told_to_general_practice_of_the_place_only() {
    String results = "/v1/opportunities/results?placeId=" + Wyvern.place("Marl Valley");
    assertThat(Wyvern.as("femi.larkspur").get(results).at("/items/0/title").asText())
        .isEqualTo("Care on the same day in the winter of 2025");
    assertThat(Wyvern.as("rowan.pike").get(results).path("items")).isEmpty();
  }
}
