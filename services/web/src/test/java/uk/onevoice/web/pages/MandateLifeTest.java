package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Mandates.Grantors;
import uk.onevoice.web.api.Mandates.Mandate;
import uk.onevoice.web.api.Mandates.Tally;
import uk.onevoice.web.api.Mandates.Threshold;
import uk.onevoice.web.pages.MandateLife.Need;

/** Where a mandate stands, in words that somebody can act on. */
class MandateLifeTest {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static ObjectNode recorded(String name) throws IOException {
    return (ObjectNode)
        JSON.readTree(MandateLifeTest.class.getResourceAsStream("/api/" + name + ".json"));
  }

  private static String stage(String state) throws IOException {
    return MandateLife.stage(
        JSON.treeToValue(recorded("mandate-whole").put("state", state), Mandate.class));
  }

  @Test
  void each_stage_has_its_sentence() throws IOException {
    assertThat(stage("ASKED"))
        .isEqualTo(
            "Practices are being asked since 1 July 2025. It is not in force yet: nobody can agree anything under it.");
    assertThat(stage("IN_FORCE")).isEqualTo("In force since 1 October 2025.");
    assertThat(stage("AT_RISK"))
        .isEqualTo(
            "At risk since 2 October 2026: fewer practices agree than it needs. It is still in force.");
    assertThat(stage("SUSPENDED")).contains("by GP leaders");
    assertThat(stage("EXPIRED")).isEqualTo("Run out: its last day was 31 March 2027.");
    assertThat(stage("ENDED")).isEqualTo("Ended by GP leaders before it ran out.");
  }

  @Test
  void an_area_that_has_changed_is_said_with_the_stage() throws IOException {
    assertThat(
            MandateLife.stage(
                JSON.treeToValue(
                    recorded("mandate-whole").put("confirmationNeeded", true), Mandate.class)))
        .endsWith("GP leaders have to say whether it still holds.");
  }

  @Test
  void what_it_needs_stands_beside_what_it_has_with_both_halves() {
    assertThat(
            MandateLife.needs(
                new Threshold(40, 84, 81), new Tally(45, 38, 84, 421_300, 341_200, 81, 1)))
        .containsExactly(
            new Need("Practices", "40", "38 of 45", "Not yet"),
            new Need("Share of practices", "84%", "38 of 45 (84%)", "Reached"),
            new Need(
                "Share of patients",
                "81%",
                "341,200 of 421,300 (81%); without 1 practice whose number of patients is not known",
                "Not yet"));
  }

  @Test
  void a_share_that_is_rounded_up_to_the_threshold_has_not_reached_it() {
    // 341,200 of 421,300 is 80.99%: shown as 81%, and not enough for it.
    assertThat(
            MandateLife.needs(
                new Threshold(null, null, 81), new Tally(45, 38, 84, 421_300, 341_200, 81, 0)))
        .extracting(Need::reached)
        .containsExactly("Not yet");
  }

  @Test
  void where_nothing_is_told_nothing_is_said_of_it() throws IOException {
    MandateLife life =
        MandateLife.of(
            JSON.treeToValue(recorded("mandate-whole-outsider"), Mandate.class), code -> code);

    assertThat(life.limits()).isNull();
    assertThat(life.needs()).isEmpty();
    assertThat(life.asked()).isNull();
    assertThat(life.attention()).isFalse();
  }

  @Test
  void new_terms_say_what_goes_on_meanwhile_and_who_backs_them() throws IOException {
    MandateLife life =
        MandateLife.of(JSON.treeToValue(recorded("mandate-again"), Mandate.class), code -> code);

    assertThat(life.asked()).isNotNull();
    assertThat(life.asked().sentence())
        .startsWith("Practices are being asked for other terms, since 20 November 2026.");
    assertThat(life.asked().facts())
        .contains(
            "Medical director has not taken it on yet.",
            "WYVL0001 has backed it since 21 November 2026.",
            "Who stands in: Clinical director, WYVN0001.");
    assertThat(life.needs()).extracting(Need::reached).isEqualTo(List.of("Not yet", "Reached"));
  }

  @Test
  void a_reason_that_leaders_gave_stands_with_what_they_did() throws IOException {
    ObjectNode mandate = recorded("mandate-whole").put("suspensionReason", "Until the vote");
    assertThat(
            MandateLife.stage(
                JSON.treeToValue(
                    mandate.put("state", "SUSPENDED").put("suspendedBecause", "BY_LEADERS"),
                    Mandate.class)))
        .isEqualTo(
            "Suspended by GP leaders: “Until the vote”. Nobody can agree anything under it for now.");
    mandate.put("state", "ENDED").put("endedOn", "2026-11-20").put("endingReason", "It is done");
    assertThat(MandateLife.stage(JSON.treeToValue(mandate, Mandate.class)))
        .isEqualTo("Ended by GP leaders on 20 November 2026 before it ran out: “It is done”.");
  }

  @Test
  void notices_and_reminders_say_of_how_many() throws IOException {
    assertThat(notices("mandate-whole"))
        .startsWith(
            "On 2 March 2026 too few practices agreed: 39 of 45. There were enough again on 16 March 2026.",
            "On 2 October 2026 too few practices agreed: 38 of 45. There are still too few.")
        .endsWith(
            "2 practices that had not answered were reminded on 5 October 2026: WYVP0001 and WYVP0041.");
    assertThat(notices("mandate-whole-partner"))
        .endsWith("2 practices that had not answered were reminded on 5 October 2026.");
    assertThat(notices("mandate-whole-outsider")).isEmpty();
  }

  private static List<String> notices(String name) throws IOException {
    return MandateLife.of(JSON.treeToValue(recorded(name), Mandate.class), code -> code).notices();
  }

  @Test
  void who_is_asked_is_said_where_it_is_not_everybody() {
    assertThat(MandateLife.asked(new Grantors("Marl North PCN", null), code -> code))
        .isEqualTo("Only the practices of the place that are members of Marl North PCN are asked.");
    assertThat(MandateLife.asked(new Grantors(null, List.of("Otter", "Fennick")), code -> code))
        .isEqualTo("Only 2 practices are asked: Otter and Fennick.");
  }
}
