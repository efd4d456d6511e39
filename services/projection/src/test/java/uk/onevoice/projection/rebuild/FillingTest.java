package uk.onevoice.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.eventstore.IdempotencyKey;
import uk.onevoice.messaging.TopicEnds;
import uk.onevoice.projection.rebuild.ReadModel.State;
import uk.onevoice.projection.served.Served;
import uk.onevoice.testkit.stack.Database;
import uk.onevoice.testkit.stack.RunningStack;

/** The steps of a version, one by one, where there is nothing to hear. */
class FillingTest {
  private static final TopicEnds.Look NOTHING = new TopicEnds.Look(Instant.EPOCH, List.of());
  private static final String SECOND = "facts_2";

  private Database database;
  private AgroalDataSource pool;
  private ReadModels models;
  private Filling filling;
  private Filling later;

  @BeforeEach
  void create() throws SQLException {
    database = RunningStack.get().createDatabase("filling");
    Flyway.configure()
        .dataSource(database.url(), database.username(), database.password())
        .defaultSchema(Replica.HOME)
        .createSchemas(true)
        .locations("db/messaging", "db/projection")
        .load()
        .migrate();
    pool = Replica.pool(database.url(), database.username(), database.password());
    models = new ReadModels(Replica.HOME, pool);
    var served = new Served(Replica.HOME);
    var consumers = new Consumers("group", Replica.HOME, Map.of(), Map.of(), pool, served, _ -> {});
    served.serve(new Served.Version(Replica.HOME, consumers.applied(Replica.HOME)));
    filling = filling(consumers, served, Clock.systemUTC());
    later = filling(consumers, served, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(30)));
    models.enterFirst();
  }

  private Filling filling(Consumers consumers, Served served, Clock clock) {
    return new Filling(
        models,
        consumers,
        served,
        () -> true,
        pool,
        clock,
        new Filling.Owner(database.url(), database.username(), database.password()));
  }

  @AfterEach
  void drop() {
    pool.close();
    RunningStack.get().dropDatabase(database);
  }

  @Test
  void a_version_is_filled_without_indexes_and_served_with_them() throws SQLException {
    assertThat(models.want("person:1", new IdempotencyKey("one", "key-of-one", "f"))).isPresent();
    step(filling, SECOND);
    assertThat(state(SECOND)).isEqualTo(State.FILLING);
    assertThat(tables(SECOND)).isEqualTo(tables(Replica.HOME));
    assertThat(indexes(SECOND)).isLessThan(indexes(Replica.HOME));

    step(filling, SECOND);
    assertThat(state(SECOND)).isEqualTo(State.INDEXED);
    assertThat(indexes(SECOND)).isEqualTo(indexes(Replica.HOME));
    step(filling, SECOND);
    assertThat(state(SECOND)).isEqualTo(State.SERVED);
    assertThat(state(Replica.HOME)).isEqualTo(State.KEPT);
    step(filling, SECOND);
    assertThat(state(SECOND)).as("nothing more to do").isEqualTo(State.SERVED);
  }

  @Test
  void a_step_that_was_broken_off_is_taken_again() throws SQLException {
    assertThat(models.want("person:1", new IdempotencyKey("one", "key-of-one", "f"))).isPresent();
    step(filling, SECOND);
    // As if whoever made the tables had died before it said so.
    models.move(SECOND, State.FILLING, State.WANTED);
    step(filling, SECOND);
    assertThat(state(SECOND)).isEqualTo(State.FILLING);
    step(filling, SECOND);
    models.move(SECOND, State.INDEXED, State.FILLING);
    step(filling, SECOND);
    assertThat(state(SECOND)).isEqualTo(State.INDEXED);
    assertThat(indexes(SECOND)).isEqualTo(indexes(Replica.HOME));
  }

  @Test
  void one_replica_takes_a_step_at_a_time() throws SQLException {
    assertThat(models.want("person:1", new IdempotencyKey("one", "key-of-one", "f"))).isPresent();
    try (Connection another = database.connect();
        Statement statement = another.createStatement()) {
      statement.execute("select pg_advisory_lock(hashtext('onevoice.read_models'))");
      step(filling, SECOND);
      assertThat(state(SECOND)).isEqualTo(State.WANTED);
      // Closing alone frees it a moment later.
      statement.execute("select pg_advisory_unlock(hashtext('onevoice.read_models'))");
    }
    step(filling, SECOND);
    assertThat(state(SECOND)).isEqualTo(State.FILLING);
  }

  @Test
  void one_that_has_parked_more_waits_for_somebody_to_look() throws SQLException {
    assertThat(models.want("person:1", new IdempotencyKey("one", "key-of-one", "f"))).isPresent();
    step(filling, SECOND);
    step(filling, SECOND);
    execute(
        "insert into parked_message (consumer, topic, topic_id, partition, at_offset, reason,"
            + " headers, parked_at) values ('group.facts.facts_2', 't', 'id', 0, 0, 'r', '{}',"
            + " now())");
    step(filling, SECOND);
    assertThat(state(SECOND)).isEqualTo(State.INDEXED);
    assertThat(models.find(SECOND).orElseThrow().waitsFor())
        .isEqualTo("1 events are parked, more than in the version that is served.");
    execute("delete from parked_message");
    step(filling, SECOND);
    assertThat(state(SECOND)).isEqualTo(State.SERVED);
    assertThat(models.find(SECOND).orElseThrow().waitsFor()).isNull();
  }

  @Test
  void one_that_is_dropped_goes_when_no_replica_reads_it_any_more() throws SQLException {
    assertThat(models.want("person:1", new IdempotencyKey("one", "key-of-one", "f"))).isPresent();
    step(filling, SECOND);
    step(filling, SECOND);
    step(filling, SECOND);
    execute("insert into facts.heard_stream values ('mandates', 'mandate-1', 1)");
    execute(
        "insert into checkpoint values ('group.facts.facts', 't', 0, 'id', 9, 9, 1, null, now()),"
            + " ('group.directory', 't', 0, 'id', 9, 9, 1, null, now())");

    models.move(Replica.HOME, State.KEPT, State.DROPPING);
    step(filling, Replica.HOME);
    assertThat(number("select count(*) from facts.heard_stream")).as("at once").isOne();
    step(later, Replica.HOME);
    assertThat(models.find(Replica.HOME)).isEmpty();
    assertThat(number("select count(*) from facts.heard_stream")).isZero();
    assertThat(number("select count(*) from checkpoint where consumer = 'group.directory'"))
        .as("the service's other tables lie there too")
        .isOne();
    assertThat(number("select count(*) from checkpoint")).isOne();

    // The next that starts does not begin it again.
    models.enterFirst();
    assertThat(models.all()).extracting(ReadModel::name).containsExactly(SECOND);
  }

  private void step(Filling replica, String name) throws SQLException {
    replica.step(models.find(name).orElseThrow(), NOTHING);
  }

  private State state(String name) throws SQLException {
    return models.find(name).orElseThrow().state();
  }

  private long tables(String schema) throws SQLException {
    return number(
        "select count(*) from pg_tables where schemaname = '"
            + schema
            + "' and tablename like '%\\_fact'");
  }

  private long indexes(String schema) throws SQLException {
    return number(
        "select count(*) from pg_indexes where schemaname = '"
            + schema
            + "' and tablename like '%\\_fact'");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
