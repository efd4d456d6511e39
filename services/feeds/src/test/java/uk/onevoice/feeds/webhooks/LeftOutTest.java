package uk.onevoice.feeds.webhooks;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.contracts.OpenApiFilter;
import uk.onevoice.feeds.http.Partners;
import uk.onevoice.feeds.http.Partners.System;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** A held message is let go: the service that runs, a listener that says no, and what follows. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "feeds"))
@WithTestResource(WebhooksHere.class)
class LeftOutTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject DataSource database;

  private final Partners partners = new Partners();
  private final String place = UUID.randomUUID().toString();

  /** The id of the message that the listener refuses; blank for none. */
  private final AtomicReference<String> refused = new AtomicReference<>("");

  /** What the listener took, in its order. */
  private final List<String> taken = new CopyOnWriteArrayList<>();

  private Subscriber subscriber;
  private System trust;
  private String subscription;
  private String path;

  @BeforeEach
  void a_system_is_rung() {
    Path folder = Path.of(ConfigProvider.getConfig().getValue(WebhooksHere.FOLDER, String.class));
    subscriber = new Subscriber(Certificates.in(folder));
    subscriber.answers(
        "/bell",
        (exchange, heard) -> {
          refused.compareAndSet("the first", heard.id());
          if (heard.method().equals("OPTIONS")) {
            exchange
                .getResponseHeaders()
                .set("WebHook-Allowed-Origin", heard.header("WebHook-Request-Origin"));
          }
          boolean no = !heard.id().isEmpty() && refused.get().equals(heard.id());
          if (!no && !heard.id().isEmpty()) {
            taken.add(heard.id());
          }
          exchange.sendResponseHeaders(no ? 400 : 200, -1);
        });
    trust = partners.approved("TRUST" + place);
    await("it is let hear the feed")
        .atMost(PATIENCE)
        .until(() -> trust.read("/v1/feed/events?limit=1").statusCode() == 200);
    String wish =
        "{\"url\": \"%s\", \"filter\": {\"place\": \"%s\"}}"
            .formatted(subscriber.url(WebhooksHere.HOST, "/bell"), place);
    subscription =
        post("/v1/subscriptions", wish, key(), 201).jsonPath().getString("subscriptionId");
    path = "/v1/subscriptions/" + subscription;
    post(path + "/verification", "", key(), 204);
    refused.set("the first");
  }

  @AfterEach
  void all_is_told() {
    subscriber.close();
    partners.close();
  }

  @Test
  void those_behind_it_go_on_in_order_and_it_can_still_be_rung_once_more() throws SQLException {
    partners.publish(Partners.open(place), Partners.open(place), Partners.open(place));
    await("the first is held, and the others wait behind it")
        .atMost(PATIENCE)
        .until(() -> {
          lastTry();
          return states().equals(List.of("BEHIND", "BEHIND", "HELD"));
        });
    List<String> ids = log().getList("items.deliveryId", String.class);
    List<String> messages = log().getList("items.messageId", String.class);
    String held = ids.getLast();
    Instant before = Instant.now();

    problem(post(leavingOut(ids.getFirst()), "", key(), 409), "delivery-not-held");
    problem(post(leavingOut(UUID.randomUUID().toString()), "", key(), 404), "not-found");
    assertThat(states()).containsExactly("BEHIND", "BEHIND", "HELD");

    String key = key();
    assertThat(post(leavingOut(held), "", key, 204).header("X-Position")).startsWith("feeds:");
    assertThat(post(leavingOut(held), "", key, 204).header("Idempotency-Replayed"))
        .isEqualTo("true");
    await("those behind it are told")
        .atMost(PATIENCE)
        .until(() -> states().equals(List.of("DELIVERED", "DELIVERED", "LEFT_OUT")));
    assertThat(taken).containsExactly(messages.get(1), messages.get(0));
    problem(post(leavingOut(held), "", key(), 409), "delivery-not-held");
    assertThat(trust.read(path + "/deliveries?state=LEFT_OUT").jsonPath().getList("items"))
        .hasSize(1);
    assertThat(trust.read(path).jsonPath().getMap("standing"))
        .containsEntry("waiting", 0)
        .containsEntry("held", 0);

    // By whom and when stays in the log of the subscription, with ids and nothing else.
    assertThat(kept())
        .containsEntry("actor", "client:" + trust.id())
        .containsEntry(
            "payload",
            "{\"deliveryId\": \"%s\", \"subscriptionId\": \"%s\"}".formatted(held, subscription))
        .hasEntrySatisfying(
            "at", at -> assertThat(Instant.parse(at)).isAfter(before.minusSeconds(5)));

    refused.set("");
    String again = "{\"deliveryIds\": [\"" + held + "\"]}";
    post(path + "/deliveries/resending", again, key(), 200);
    await("it is told after all")
        .atMost(PATIENCE)
        .until(() -> states().equals(List.of("DELIVERED", "DELIVERED", "DELIVERED")));
    assertThat(taken).containsExactly(messages.get(1), messages.get(0), messages.get(2));
  }

  @Test
  void while_it_is_paused_too_and_a_test_holds_nothing_back() throws SQLException {
    partners.publish(Partners.open(place), Partners.open(place));
    await("the first is held")
        .atMost(PATIENCE)
        .until(() -> {
          lastTry();
          return states().equals(List.of("BEHIND", "HELD"));
        });
    String held = log().getString("items[1].deliveryId");
    post(path + "/pause", "", key(), 204);
    post(leavingOut(held), "", key(), 204);
    assertThat(states()).containsExactly("WAITING", "LEFT_OUT");
    post(path + "/resumption", "", key(), 204);
    await("what was behind it comes")
        .atMost(PATIENCE)
        .until(() -> states().equals(List.of("DELIVERED", "LEFT_OUT")));

    refused.set("the first");
    JsonPath test = post(path + "/test-events", "", key(), 200).jsonPath();
    assertThat(test.getString("state")).isEqualTo("HELD");
    problem(post(leavingOut(test.getString("deliveryId")), "", key(), 409), "delivery-not-held");
  }

  private String leavingOut(String delivery) {
    return path + "/deliveries/" + delivery + "/leaving-out";
  }

  private JsonPath log() {
    return trust.read(path + "/deliveries").jsonPath();
  }

  private List<String> states() {
    return log().getList("items.state", String.class);
  }

  /** What was tried once and waits is tried now, for the last time. */
  private void lastTry() throws SQLException {
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement(
                """
                update webhook_queue set tries = 9, due_at = clock_timestamp()
                where subscription_id = ?::uuid and tries = 1 and claim is null and not held\
                """)) {
      update.setString(1, subscription);
      update.executeUpdate();
    }
  }

  private Map<String, String> kept() throws SQLException {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                """
                select actor, payload::text, recorded_at from event
                where stream = 'subscription-' || ? and type = 'DeliveryLeftOut'\
                """)) {
      select.setString(1, subscription);
      try (var row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        Map<String, String> kept =
            Map.of(
                "actor",
                row.getString(1),
                "payload",
                row.getString(2),
                "at",
                row.getTimestamp(3).toInstant().toString());
        assertThat(row.next()).as("once").isFalse();
        return kept;
      }
    }
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static void problem(Response answer, String problem) {
    assertThat(answer.jsonPath().getString("type")).endsWith("/" + problem);
  }

  private Response post(String address, String body, String key, int status) {
    var request =
        given()
            .filter(OpenApiFilter.of("feeds"))
            .header("Authorization", "Bearer " + trust.token())
            .header("Idempotency-Key", key);
    Response answer =
        body.isEmpty()
            ? request.post(address)
            : request.contentType("application/json").body(body).post(address);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    return answer;
  }
}
