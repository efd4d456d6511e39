package uk.onevoice.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who looks after a partner's connection, as the registry knows people: the feed service knows
 * nobody and asks there, with each one's own token.
 */
class WhoLooksAfterConnectionsTest {
  private static final String PARTNER = "partner-client";
  private static final String URL = "https://feeds.wyvern-hospitals.nhs.uk/onevoice";

  @BeforeAll
  static void the_partners_system_is_let_hear() {
    Wyvern.system();
    await("the feed knows of it")
        .atMost(Duration.ofSeconds(60))
        .until(() -> Wyvern.as(PARTNER).get("/v1/feed/subscription").path("approved").asBoolean());
  }

  @Test
  void the_hospitals_people_and_its_system_do_and_nobody_else_finds_it() {
    Caller sunita = Wyvern.as("sunita.pellow");
    String id = sunita.post("/v1/subscriptions", Map.of("url", URL)).id("subscriptionId");
    String path = "/v1/subscriptions/" + id;
    JsonNode ofSystem = Wyvern.as(PARTNER).get(path);
    assertThat(ofSystem.path("clientId").asText()).isEqualTo(PARTNER);
    assertThat(ofSystem.path("approved").asBoolean()).isTrue();
    assertThat(sunita.get("/v1/subscriptions").path("items")).hasSize(1);
    for (String other : new String[] {"icb-client", "nadia.velloso", "femi.larkspur"}) {
      assertThat(Wyvern.as(other).get("/v1/subscriptions").path("items")).isEmpty();
      assertThat(Wyvern.as(other).answer(path)).contains("/not-found");
    }
    sunita.post(path + "/deletion", Map.of());
    assertThat(sunita.answer(path)).contains("/not-found");
  }

  @Test
  void the_federation_sees_whom_it_lets_hear() {
    String federation = Wyvern.body("nadia.velloso", "FEDERATION_LEAD");
    JsonNode systems =
        Wyvern.as("nadia.velloso").get("/v1/feed/systems?bodyId=" + federation).path("items");
    for (JsonNode system : systems) {
      assertThat(system.path("approvedSince").isNull())
          .isEqualTo(!system.path("clientId").asText().equals(PARTNER));
    }
    assertThat(systems).isNotEmpty();
    assertThat(Wyvern.as("sunita.pellow").answer("/v1/feed/systems?bodyId=" + federation))
        .contains("/not-allowed");
  }
}
