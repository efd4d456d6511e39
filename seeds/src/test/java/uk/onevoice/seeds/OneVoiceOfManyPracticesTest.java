package uk.onevoice.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.onevoice.seeds.Caller.Done;

/**
 * Second reading: one acute trust and one council each speak with one voice, general practice with
 * that of each practice. Whoever purports to speak for all has to be asked: for whom, on what, and
 * until when. Each practice answers for itself.
 */
class OneVoiceOfManyPracticesTest {
  private static final String TOPIC = "same-day-care";

  private final Place tarrowCoast = Place.of("Tarrow Coast", "grace.ndukwe-hale");

  @Test
  void a_voice_grows_practice_by_practice() {
    String lmc = Wyvern.body("grace.ndukwe-hale", "LMC_OFFICER");
    Done asked =
        tarrowCoast
            .caller()
            .post(
                "/v1/mandates",
                Map.of(
                    "placeId",
                    tarrowCoast.id(),
                    "topic",
                    TOPIC,
                    "holderId",
                    lmc,
                    "holderRole",
                    "Chair",
                    "start",
                    Wyvern.today().toString(),
                    "end",
                    Wyvern.today().plusYears(1).toString()));
    String mandate = asked.id("mandateId");
    JsonNode silent = tarrowCoast.answersAbout(TOPIC, asked);
    assertThat(silent.path("denominator").asInt()).isEqualTo(71);
    assertThat(silent.path("practices").path("granted").asInt()).isZero();
    assertThat(silent.path("practices").path("notAnswered").asInt()).isEqualTo(71);

    Wyvern.appoint("femi.larkspur", "PRACTICE_PARTNER", "WYVP0046");
    Wyvern.appoint("owen.tallant", "PRACTICE_PARTNER", "WYVP0047");
    answer("femi.larkspur", mandate, "WYVP0046", "GRANT");
    Done declined = answer("owen.tallant", mandate, "WYVP0047", "DECLINE");

    JsonNode answered = tarrowCoast.answersAbout(TOPIC, declined);
    assertThat(answered.path("practices").path("granted").asInt()).isEqualTo(1);
    assertThat(answered.path("practices").path("declined").asInt()).isEqualTo(1);
    assertThat(answered.path("practices").path("notAnswered").asInt()).isEqualTo(69);
    assertThat(answered.path("patients").path("granted").asLong()).isPositive();
  }

  @Test
  void nobody_answers_for_another_practice() {
    Wyvern.as("femi.larkspur")
        .postRefused(
            "/v1/mandates/" + anyMandate() + "/responses",
            Map.of("practiceId", "WYVP0002", "answer", "GRANT"),
            "not-allowed");
  }

  private static Done answer(String who, String mandate, String practice, String answer) {
    return Wyvern.as(who)
        .postSoon(
            "/v1/mandates/" + mandate + "/responses",
            Map.of("practiceId", practice, "answer", answer));
  }

  private static String anyMandate() {
    return Wyvern.as("nadia.velloso")
        .get("/v1/mandates?placeId=" + Wyvern.place("Marl Valley"))
        .path("items")
        .path(0)
        .required("mandateId")
        .asText();
  }
}
