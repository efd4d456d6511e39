package uk.onevoice.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.onevoice.seeds.Caller.Done;

/**
 * Fifth reading: practices once joined federations for other reasons than to act together. A
 * federation speaks for those that trust it to, on what they trust it with, for as long as they do.
 */
class MembershipIsNotMandateTest {
  private static final String TOPIC = "rooms-and-buildings";

  private final Place wyvernCity = Place.of("Wyvern City", "tamsin.orrell");

  @Test
  void a_federation_of_61_practices_speaks_for_none_that_was_not_asked() {
    Done asked =
        wyvernCity
            .caller()
            .post(
                "/v1/mandates",
                Map.of(
                    "placeId", wyvernCity.id(),
                    "topic", TOPIC,
                    "holderId", Wyvern.body("tamsin.orrell", "FEDERATION_LEAD"),
                    "holderRole", "Chair",
                    "start", Wyvern.today().toString(),
                    "end", Wyvern.today().plusYears(1).toString()));
    String mandate = asked.id("mandateId");
    JsonNode ics = Wyvern.as("tamsin.orrell").get("/v1/ics/" + Wyvern.ICB + "/structure");
    assertThat(ics.path("practicesInFederation").asInt()).isEqualTo(104);
    assertThat(granted(asked)).isZero();

    String member =
        Demonstration.practices().stream()
            .filter(practice ->
                practice.place().equals("Wyvern City") && "GRANT".equals(practice.answer()))
            .findFirst()
            .orElseThrow()
            .code();
    assertThat(granted(answer(mandate, member, "GRANT"))).isEqualTo(1);
    assertThat(granted(answer(mandate, member, "WITHDRAW"))).isZero();
  }

  private int granted(Done after) {
    return wyvernCity.answersAbout(TOPIC, after).path("practices").path("granted").asInt(-1);
  }

  private static Done answer(String mandate, String practice, String answer) {
    return Wyvern.as("demo.practices")
        .post(
            "/v1/mandates/" + mandate + "/responses",
            Map.of("practiceId", practice, "answer", answer));
  }
}
