package uk.onevoice.feeds.webhooks;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.contracts.OpenApiFilter;
import uk.onevoice.feeds.http.Partners;
import uk.onevoice.feeds.http.Partners.System;
import uk.onevoice.feeds.webhooks.Subscriber.Heard;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** A partner from the first wish to the last ring, with a listener of its own. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "feeds"))
@WithTestResource(WebhooksHere.class)
class SubscribedTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Partners partners = new Partners();
  private Subscriber subscriber;
  private System trust;
  private String organisation;
  private String place;

  @BeforeEach
  void a_system_and_its_listener() {
    Path folder = Path.of(ConfigProvider.getConfig().getValue(WebhooksHere.FOLDER, String.class));
    subscriber = new Subscriber(Certificates.in(folder));
    place = UUID.randomUUID().toString();
    organisation = "TRUST" + place;
    trust = partners.approved(organisation);
    await("it is let hear the feed")
        .atMost(PATIENCE)
        .until(() -> trust.read("/v1/feed/events?limit=1").statusCode() == 200);
  }

  @AfterEach
  void all_is_told() {
    subscriber.close();
    partners.close();
  }

  @Test
  void it_is_asked_first_then_rung_with_its_own_keys_until_nobody_lets_it() throws Exception {
    String wish =
        "{\"url\": \"%s\", \"filter\": {\"place\": \"%s\"}}"
            .formatted(subscriber.url(WebhooksHere.HOST, "/bell"), place);
    JsonPath made = post("/v1/subscriptions", wish, 201).jsonPath();
    String path = "/v1/subscriptions/" + made.getString("subscriptionId");
    subscriber.answers("/bell", (exchange, _) -> exchange.sendResponseHeaders(200, -1));
    Response silent = post(path + "/verification", "", 422);
    assertThat(silent.jsonPath().getString("detail")).startsWith("NOT_CONFIRMED");
    subscriber.answers(
        "/bell",
        (exchange, heard) -> {
          if (heard.method().equals("OPTIONS")) {
            exchange
                .getResponseHeaders()
                .set("WebHook-Allowed-Origin", heard.header("WebHook-Request-Origin"));
          }
          exchange.sendResponseHeaders(heard.method().equals("OPTIONS") ? 200 : 204, -1);
        });
    post(path + "/verification", "", 204);

    partners.publish(
        Partners.open(place),
        Partners.shared(place, "ELSE"),
        Partners.shared(place, organisation),
        Partners.open(UUID.randomUUID().toString()));
    List<Heard> rings = rings(2);
    List<String> pulled =
        trust.read("/v1/feed/events?place=" + place).jsonPath().getList("id", String.class);
    assertThat(rings).extracting(Heard::id).isEqualTo(pulled);
    for (Heard ring : rings) {
      verify(made.getString("secret"), ring);
      assertThat(JsonPath.from(ring.body()).getString("id")).isEqualTo(ring.id());
    }
    await("the log says so")
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(
                    trust
                        .read(path + "/deliveries")
                        .jsonPath()
                        .getList("items.state", String.class))
                .containsExactly("DELIVERED", "DELIVERED"));
    assertThat(trust.read(path).jsonPath().getString("standing.lastDelivered")).isNotNull();

    JsonPath test = post(path + "/test-events", "", 200).jsonPath();
    assertThat(test.getString("state")).isEqualTo("DELIVERED");
    assertThat(rings(3).getLast().id()).isEqualTo(test.getString("messageId"));

    // Two keys sign until the older one ends.
    JsonPath key = post(path + "/keys", "{}", 201).jsonPath();
    partners.publish(Partners.open(place));
    Heard both = rings(4).getLast();
    verify(made.getString("secret"), both);
    verify(key.getString("secret"), both);

    // Everything once more, with the ids that it had; the test was for once.
    post(path + "/replay", "{\"from\": \"" + Instant.now().minusSeconds(3_600) + "\"}", 204);
    assertThat(rings(7)).extracting(Heard::id).endsWith(pulled.get(0), pulled.get(1), both.id());

    partners.withdraw(trust);
    await("it is let no more")
        .atMost(PATIENCE)
        .until(() -> trust.read("/v1/feed/events?limit=1").statusCode() == 403);
    partners.publish(Partners.open(place));
    post(path + "/deletion", "", 204);
    System other = partners.approved("OTHER" + place);
    partners.publish(Partners.open(place));
    await("all of it has come to the feed")
        .atMost(PATIENCE)
        .until(() -> {
          Response page = other.read("/v1/feed/events?place=" + place);
          return page.statusCode() == 200 && page.jsonPath().getList("id").size() == 4;
        });
    assertThat(rings(7)).hasSize(7);
  }

  @Test
  void it_is_rung_as_often_as_it_allows_and_may_allow_more_when_it_is_asked_again() {
    var rate = new AtomicReference<>("many");
    subscriber.answers(
        "/bell",
        (exchange, heard) -> {
          if (heard.method().equals("OPTIONS")) {
            exchange.getResponseHeaders().set("WebHook-Allowed-Origin", "*");
            exchange.getResponseHeaders().set("WebHook-Allowed-Rate", rate.get());
          }
          exchange.sendResponseHeaders(200, -1);
        });
    String wish =
        "{\"url\": \"%s\", \"filter\": {\"place\": \"%s\"}}"
            .formatted(subscriber.url(WebhooksHere.HOST, "/bell"), place);
    String path =
        "/v1/subscriptions/"
            + post("/v1/subscriptions", wish, 201).jsonPath().getString("subscriptionId");
    Response unreadable = post(path + "/verification", "", 422);
    assertThat(unreadable.jsonPath().getString("detail")).startsWith("RATE_UNREADABLE");
    rate.set("2");
    post(path + "/verification", "", 204);
    assertThat(trust.read(path).jsonPath().getInt("allowedPerMinute")).isEqualTo(2);

    post(path + "/test-events", "", 200);
    post(path + "/test-events", "", 200);
    Response third = post(path + "/test-events", "", 429);
    assertThat(third.jsonPath().getString("type")).endsWith("/webhook-rate-reached");
    assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 62);
    partners.publish(Partners.open(place));
    await("it waits until there may be one more")
        .atMost(PATIENCE)
        .until(() -> {
          String next =
              trust
                  .read(path + "/deliveries?state=WAITING")
                  .jsonPath()
                  .getString("items[0].nextTry");
          return next != null && Instant.parse(next).isAfter(Instant.now().plusSeconds(2));
        });
    assertThat(rings(2)).hasSize(2);

    // No is no change; and whoever allows more hears what waits.
    rate.set("0");
    post(path + "/verification", "", 422);
    assertThat(trust.read(path).jsonPath().getInt("allowedPerMinute")).isEqualTo(2);
    rate.set("*");
    post(path + "/verification", "", 204);
    assertThat(trust.read(path).jsonPath().<Integer>get("allowedPerMinute")).isNull();
    assertThat(trust.read(path).jsonPath().getString("state")).isEqualTo("ACTIVE");
    assertThat(rings(3)).hasSize(3);
  }

  private List<Heard> rings(int least) {
    return await("so many have come")
        .atMost(PATIENCE)
        .until(
            () ->
                subscriber.heard("/bell").stream()
                    .filter(heard -> heard.method().equals("POST"))
                    .toList(),
            rings -> rings.size() >= least);
  }

  /** By the public library, as a partner would. */
  private static void verify(String secret, Heard ring) throws Exception {
    new Webhook(secret).verify(ring.body(), ring.headers());
  }

  private Response post(String path, String body, int status) {
    var request =
        given()
            .filter(OpenApiFilter.of("feeds"))
            .header("Authorization", "Bearer " + trust.token())
            .header("Idempotency-Key", UUID.randomUUID().toString());
    Response answer =
        body.isEmpty()
            ? request.post(path)
            : request.contentType("application/json").body(body).post(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    return answer;
  }
}
