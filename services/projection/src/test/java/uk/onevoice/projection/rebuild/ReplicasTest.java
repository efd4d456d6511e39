package uk.onevoice.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.eventstore.IdempotencyKey;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.projection.facts.FactDatabase;
import uk.onevoice.projection.facts.Story;
import uk.onevoice.projection.rebuild.ReadModel.State;
import uk.onevoice.testkit.stack.Database;
import uk.onevoice.testkit.stack.RunningStack;

/**
 * Two replicas of the projection, each a process: they share the partitions, and when one is killed
 * in the middle the facts are those of a history that was heard in one piece.
 */
class ReplicasTest {
  private static final int PRACTICES = 6_000;
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

  private final RunningStack stack = RunningStack.get();
  private final String group = "replicas-" + UUID.randomUUID();
  private final List<Replica> replicas = new ArrayList<>();
  private Database database;
  private AgroalDataSource pool;
  private Map<String, String> topics;

  @BeforeEach
  void create() throws SQLException {
    database = stack.createDatabase("replicas");
    Flyway.configure()
        .dataSource(database.url(), database.username(), database.password())
        .defaultSchema(Replica.HOME)
        .createSchemas(true)
        .locations("db/messaging", "db/projection")
        .load()
        .migrate();
    pool = Replica.pool(database.url(), database.username(), database.password());
    topics = new HashMap<>();
    stack
        .createTopics("organisations.events", "mandates.events")
        .forEach((name, real) -> topics.put(name.substring(0, name.indexOf('.')), real));
  }

  @AfterEach
  void drop() {
    replicas.forEach(Replica::close);
    pool.close();
    stack.dropDatabase(database);
    stack.deleteTopics(List.copyOf(topics.values()));
  }

  @Test
  void a_replica_that_is_killed_loses_nothing_and_doubles_nothing() throws Exception {
    List<HeardEvent> events = history();
    String expected = inOnePiece(events);

    replicas.add(Replica.start(database, topics, group));
    replicas.add(Replica.start(database, topics, group));
    await("both have connections").atMost(LONG).until(() -> connections() >= 4);
    publish(events);
    killWhileItHears(Replica.HOME, events.size());
    await("all is heard").atMost(LONG).until(() -> heard(Replica.HOME) == events.size());
    assertThat(digest(Replica.HOME)).isEqualTo(expected);
    assertThat(number("select count(*) from parked_message")).isZero();

    // The one that is left fills a new version, until it is killed too and another goes on.
    var readModels = new ReadModels(Replica.HOME, pool);
    ReadModel next =
        readModels
            .want("person:test", new IdempotencyKey("test", "key-of-test", "f"))
            .orElseThrow();
    await("it is made").atMost(LONG).until(() -> state(readModels, next) != State.WANTED);
    killWhileItHears(next.name(), events.size());
    assertThat(state(readModels, next)).isEqualTo(State.FILLING);
    replicas.add(Replica.start(database, topics, group));
    await("it is served").atMost(LONG).until(() -> state(readModels, next) == State.SERVED);
    assertThat(readModels.find(Replica.HOME).orElseThrow().state()).isEqualTo(State.KEPT);
    assertThat(digest(next.name())).isEqualTo(expected);
    assertThat(number("select count(*) from read_models.index_to_make")).isZero();
  }

  private State state(ReadModels readModels, ReadModel version) throws SQLException {
    return readModels.find(version.name()).orElseThrow().state();
  }

  /** Kills the one that has run longest, as soon as something is heard and not all of it. */
  private void killWhileItHears(String version, long all) throws Exception {
    await("something is heard")
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> heard(version) > 0);
    replicas.removeFirst().kill();
    assertThat(heard(version)).as("heard when it was killed").isLessThan(all);
  }

  /** Practices that open, move and close, and mandates that they answer. */
  private static List<HeardEvent> history() {
    var story = new Story(Instant.parse("2026-05-04T08:00:00Z"));
    story.registered("WYVICB01", "ICB", "NHS Wyvern", DAY);
    for (int i = 0; i < PRACTICES; i++) {
      String practice = "P%05d".formatted(i);
      story.registered(practice, "PRACTICE", "Surgery " + i, DAY);
      story.listed(practice, DAY);
      story.say(
          "mandates",
          "mandate-" + i,
          "MandateOpened",
          "mandateId",
          "m" + i,
          "placeId",
          "place",
          "topic",
          "urgent-care",
          "holderId",
          "WYVICB01",
          "holderRole",
          "FEDERATION_LEAD",
          "start",
          DAY,
          "end",
          DAY.plusYears(1));
    }
    return story.events();
  }

  private static String inOnePiece(List<HeardEvent> events) throws SQLException {
    try (FactDatabase whole = FactDatabase.create()) {
      whole.apply(events);
      return digest(whole.connection(), "public");
    }
  }

  private void publish(List<HeardEvent> events) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            stack.kafkaProperties(), new StringSerializer(), new StringSerializer())) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (HeardEvent event : events) {
        sent.add(producer.send(record(event)));
      }
      for (var one : sent) {
        one.get();
      }
    }
  }

  private ProducerRecord<String, String> record(HeardEvent event) {
    var record = new ProducerRecord<>(topics.get(event.log()), event.stream(), event.payload());
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", event.id().toString(),
            "ce_type", event.type(),
            "ce_time", event.occurredAt().toString(),
            "ce_dataschema", "/contracts/events/" + event.log() + "/" + event.type() + "-v1.json",
            "ce_logposition", Long.toString(event.position()),
            "ce_logepoch", "1",
            "ce_streamversion", Long.toString(event.version()),
            "ce_recordedtime", event.recordedAt().toString(),
            "ce_actor", event.actor())
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  private long connections() throws SQLException {
    return number("select count(*) from pg_stat_activity where datname = current_database()");
  }

  private long heard(String version) throws SQLException {
    return number(
        "select coalesce(sum(next_offset), 0) from checkpoint where consumer like '%.facts."
            + version
            + "'");
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private String digest(String schema) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return digest(connection, schema);
    }
  }

  private static String digest(Connection connection, String schema) throws SQLException {
    StringBuilder digest = new StringBuilder();
    try (Statement statement = connection.createStatement()) {
      for (String table :
          List.of("organisation_fact", "listing_fact", "mandate_fact", "heard_stream")) {
        try (ResultSet row =
            statement.executeQuery(
                "select count(*) || ' ' || md5(string_agg(f::text, chr(10)"
                    + " order by f::text collate \"C\")) from "
                    + schema
                    + "."
                    + table
                    + " f")) {
          row.next();
          digest.append(table).append(' ').append(row.getString(1)).append('\n');
        }
      }
    }
    return digest.toString();
  }
}
