package uk.onevoice.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The joint group of Marl Valley with its hospital, entered through the public API. */
class JointGroupTest {
  private static final String GROUPS = "/v1/relationships/joint-groups";
  private static final String NADIA = "nadia.velloso";
  private static final String SUNITA = "sunita.pellow";

  @Test
  void it_is_whole_and_both_sides_have_signed() {
    JsonNode group = Wyvern.as(SUNITA).get(GROUPS + "/" + id());
    assertThat(group.path("missing")).isEmpty();
    assertThat(group.path("rationaleAgreed").asBoolean()).isTrue();
    assertThat(group.path("agreedRules").asInt()).isEqualTo(1);
    assertThat(group.at("/own/side").asText()).isEqualTo("PARTNER");
  }

  @Test
  void an_issue_is_late_and_one_was_put_right() {
    JsonNode issues = Wyvern.as(SUNITA).get(GROUPS + "/" + id() + "/issues").path("items");
    assertThat(issues).hasSize(3);
    assertThat(issues.at("/0/daysToAnswer").asInt()).as("newest first").isEqualTo(2);
    assertThat(issues.at("/0/daysToFix").asInt()).isEqualTo(25);
    assertThat(issues.at("/2/overdue").asBoolean()).isTrue();
    assertThat(issues.at("/2/daysToAnswer").asInt()).isEqualTo(4);
  }

  @Test
  void its_half_of_general_practice_sits_under_a_mandate_and_the_hospital_does_not_see_which() {
    String own = GROUPS + "/" + id() + "/general-practice";
    JsonNode side = Wyvern.as(NADIA).get(own);
    assertThat(side.path("exposed").asBoolean()).isFalse();
    assertThat(side.path("notes")).hasSize(1);
    assertThat(Wyvern.as(SUNITA).answer(own)).contains("problems/not-found");
  }

  private static String id() {
    JsonNode own = Wyvern.as(SUNITA).get(GROUPS + "/own").path("items");
    assertThat(own).as("one of today, and one of before").hasSize(2);
    assertThat(own.at("/0/dissolvedOn").isNull()).isTrue();
    return own.at("/0/groupId").asText();
  }
}
