package uk.onevoice.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.eventstore.IdempotencyKey;
import uk.onevoice.projection.rebuild.ReadModel.State;
import uk.onevoice.testkit.stack.Database;
import uk.onevoice.testkit.stack.RunningStack;

/** Which version is entered, made and served, of this release and of others. */
class ReadModelsTest {
  private Database database;
  private AgroalDataSource pool;

  @BeforeEach
  void create() throws SQLException {
    database = RunningStack.get().createDatabase("read_models");
    pool = Replica.pool(database.url(), database.username(), database.password());
  }

  @AfterEach
  void drop() {
    pool.close();
    RunningStack.get().dropDatabase(database);
  }

  @Test
  void on_a_fresh_database_the_first_version_is_served_at_once() throws SQLException {
    ReadModels facts = release("facts");
    facts.enterFirst();
    facts.enterFirst();
    assertThat(facts.all())
        .extracting(ReadModel::name, ReadModel::state)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("facts", State.SERVED));
  }

  @Test
  void beside_an_older_one_it_waits_until_it_is_filled_and_the_older_one_stays()
      throws SQLException {
    // A release that knew nothing of versions has left its tables, full.
    release("facts");
    hears("facts");
    ReadModels next = release("facts9");
    next.enterFirst();
    assertThat(state(next, "facts")).isEqualTo(State.SERVED);
    assertThat(state(next, "facts9")).isEqualTo(State.INDEXED);
    assertThat(next.want("person:1", key("while-filled"))).isEmpty();

    assertThat(next.serve("facts9", State.INDEXED)).isTrue();
    assertThat(next.serve("facts9", State.INDEXED)).as("not twice").isFalse();
    assertThat(state(next, "facts9")).isEqualTo(State.SERVED);
    assertThat(state(next, "facts")).as("its release can go on").isEqualTo(State.SERVED);

    // A release that starts with tables that are full goes on with them.
    ReadModels before = release("facts");
    before.enterFirst();
    assertThat(state(before, "facts")).isEqualTo(State.SERVED);
  }

  @Test
  void one_is_made_at_a_time_and_a_request_is_known_again() throws SQLException {
    ReadModels facts = release("facts");
    facts.enterFirst();
    ReadModel second = facts.want("person:1", key("key-of-one")).orElseThrow();
    assertThat(second.name()).isEqualTo("facts_2");
    assertThat(second.state()).isEqualTo(State.WANTED);
    assertThat(second.startedBy()).isEqualTo("person:1");
    assertThat(facts.want("person:2", key("key-of-two"))).isEmpty();
    assertThat(facts.asked("person:1", key("key-of-one")).orElseThrow().version().name())
        .isEqualTo("facts_2");
    assertThat(facts.asked("person:2", key("key-of-one"))).isEmpty();

    assertThat(facts.move("facts_2", State.FILLING, State.INDEXED)).as("not there yet").isFalse();
    assertThat(facts.move("facts_2", State.WANTED, State.INDEXED)).isTrue();
    assertThat(facts.serve("facts_2", State.INDEXED)).isTrue();
    assertThat(state(facts, "facts")).isEqualTo(State.KEPT);
    assertThat(facts.want("person:2", key("key-of-two")).orElseThrow().name()).isEqualTo("facts_3");
  }

  @Test
  void only_one_that_nobody_reads_yet_begins_again_when_a_log_was_set_back() throws SQLException {
    ReadModels facts = release("facts");
    facts.enterFirst();
    hears("facts");
    var handler =
        new FactsInSchema("facts", "c.facts.facts", "facts", Map.of("mandates", "mandates.events"));
    try (Connection connection = pool.getConnection()) {
      assertThat(handler.startOver(connection, "organisations")).as("served").isFalse();
      assertThat(count(connection)).isOne();
      execute("update read_models.version set state = 'FILLING'");
      execute(
          "insert into facts.checkpoint values ('c.facts.facts', 'mandates.events', 0, 't', 9, 9, 1,"
              + " null, now())");
      assertThat(handler.startOver(connection, "organisations")).as("being filled").isTrue();
      assertThat(count(connection)).isZero();
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("select sum(next_offset) from checkpoint")) {
        row.next();
        assertThat(row.getLong(1)).as("the other logs, too").isZero();
      }
    }
  }

  private static long count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from facts.heard_stream")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static State state(ReadModels models, String name) throws SQLException {
    return models.find(name).orElseThrow().state();
  }

  private static IdempotencyKey key(String key) {
    return new IdempotencyKey("test", key, "fingerprint");
  }

  /** The tables of a release, as it makes them when it starts. */
  private ReadModels release(String shape) {
    Flyway.configure()
        .dataSource(database.url(), database.username(), database.password())
        .defaultSchema(shape)
        .createSchemas(true)
        .locations("db/messaging", "db/projection")
        .load()
        .migrate();
    return new ReadModels(shape, pool);
  }

  private void hears(String schema) throws SQLException {
    execute("insert into " + schema + ".heard_stream values ('mandates', 'mandate-1', 1)");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
