package uk.onevoice.service.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.testkit.stack.RunningStack;

/** Commands while the database does not do its part. */
@QuarkusTest
@WithTestResource(CountersUnderTest.class)
class OutageTest {
  private static final String ADD = "{\"amount\":1}";

  @Inject DataSource database;

  /** The database and its owner have one name. */
  @ConfigProperty(name = "quarkus.datasource.username")
  String name;

  private final Tokens tokens = new Tokens();
  private final Caller keeper = new Caller(tokens.ofPerson("keeper"));

  @BeforeEach
  void people() {
    new People(database, tokens.issuer()).register();
  }

  @Test
  void a_command_that_cannot_be_committed_in_time_is_to_be_sent_again() throws SQLException {
    String counter = keeper.counter();
    try (Connection holder = RunningStack.get().superuser(name);
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("select * from log_head for update");

      assertUnavailable(keeper.command(counter + "/additions", ADD));

      holder.rollback();
    }
    assertThat(keeper.command(counter + "/additions", ADD).statusCode()).isEqualTo(200);
  }

  @Test
  void a_command_while_the_database_is_away_is_to_be_sent_again() throws SQLException {
    String counter = keeper.counter();
    try (Connection operator = RunningStack.get().superuser("postgres");
        Statement statement = operator.createStatement()) {
      statement.execute("alter database " + name + " with allow_connections false");
      try {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                + name
                + "'");

        assertUnavailable(keeper.command(counter + "/additions", ADD));
      } finally {
        statement.execute("alter database " + name + " with allow_connections true");
      }
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(keeper.command(counter + "/additions", ADD).statusCode()).isEqualTo(200));
  }

  private static void assertUnavailable(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(Caller.json(answer).path("type").asText()).endsWith("/temporarily-unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }
}
