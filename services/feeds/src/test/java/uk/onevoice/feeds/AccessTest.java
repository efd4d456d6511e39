package uk.onevoice.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import uk.onevoice.feeds.webhooks.WebhooksHere;
import uk.onevoice.testkit.access.AccessContract;
import uk.onevoice.testkit.stack.RunningStack;
import uk.onevoice.testkit.stack.ServiceUnderTest;
import uk.onevoice.testkit.stack.ToldPeople;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "feeds"))
@WithTestResource(WebhooksHere.class)
class AccessTest extends AccessContract {
  private static final String URL = "https://ring.wyvern-hospitals.nhs.uk/onevoice";

  @Inject DataSource database;

  AccessTest() {
    super("feeds");
  }

  /** Whatever stands on its topic of people, it takes nothing of it, and asks who they are. */
  @Override
  protected void introduced(String account, String me) {
    ToldPeople.tell(setting("onevoice.feeds.registry"), RunningStack.get().token(account), me);
  }

  @Override
  protected Map<String, String> known() {
    for (String system : systems()) {
      registry()
          .tell(
              "client-" + system,
              "ClientFeedApproved",
              Map.of("clientId", system, "bodyId", FEDERATION));
    }
    await("every system is known as it was told")
        .atMost(Duration.ofSeconds(60))
        .until(this::isKnown);
    Response made =
        RestAssured.given()
            .header("Authorization", "Bearer " + RunningStack.get().token("partner-client"))
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .contentType("application/json")
            .body("{\"url\": \"" + URL + "\"}")
            .post(setting("test.url") + "/v1/subscriptions");
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    String subscription = made.jsonPath().getString("subscriptionId");
    return Map.of(
        "/v1/subscriptions/{id}",
        subscription,
        "deliveryId",
        held(subscription),
        "keyId",
        made.jsonPath().getString("keyId"),
        "url",
        URL,
        "bodyId",
        FEDERATION);
  }

  /** A delivery of it after its last try. */
  private String held(String subscription) {
    String id = UUID.randomUUID().toString();
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                """
                with queue as (
                  insert into webhook_queue (subscription_id, subject, due_at, held)
                  values (?::uuid, 's', 'infinity', true))
                insert into webhook_delivery (id, subscription_id, position, message_id, type,
                  subject, event_time)
                values (?::uuid, ?::uuid, 1, 'm', 'place-changed-1', 's', now())\
                """)) {
      insert.setString(1, subscription);
      insert.setString(2, id);
      insert.setString(3, subscription);
      insert.executeUpdate();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return id;
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }

  private boolean isKnown() throws SQLException {
    try (var connection = database.getConnection();
        var known =
            connection.prepareStatement(
                """
                select count(*) from directory_client client
                left join feed_approval approval using (client_id)
                where client.state = 'SUSPENDED'
                  or (client.state = 'APPROVED' and client_id = any (?)
                    and approval.body_id is not null)\
                """)) {
      known.setArray(1, connection.createArrayOf("text", systems().toArray()));
      try (var row = known.executeQuery()) {
        return row.next() && row.getInt(1) == systems().size() + 1;
      }
    }
  }
}
