package uk.onevoice.feeds;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import uk.onevoice.testkit.access.AccessContract;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "feeds"))
class AccessTest extends AccessContract {
  @Inject DataSource database;

  AccessTest() {
    super("feeds");
  }

  /** Whatever stands on its topic of people, it takes nothing of it. */
  @Override
  protected boolean knowsPeople() {
    return false;
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
    return Map.of();
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
