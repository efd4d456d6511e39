package uk.onevoice.service.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A service that was started before whoever issues its tokens. */
@QuarkusTest
@WithTestResource(
    value = CountersUnderTest.class,
    initArgs = @ResourceArg(name = "late", value = "true"))
class LateIssuerTest {
  @Inject DataSource database;

  @Test
  void who_comes_before_the_issuer_is_asked_to_come_again_and_then_let_in() {
    var tokens = new Tokens();
    new People(database, tokens.issuer()).register();
    var keeper = new Caller(tokens.ofPerson("keeper"));

    var early = keeper.get("/v1/counters/me");
    assertThat(early.statusCode()).as(early.body()).isEqualTo(503);
    assertThat(Caller.json(early).path("type").asText()).endsWith("/temporarily-unavailable");
    assertThat(early.headers().firstValue("Retry-After")).isPresent();

    tokens.issuerIsAway(false);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(keeper.get("/v1/counters/me").statusCode()).isEqualTo(200));
  }
}
