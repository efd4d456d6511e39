package uk.onevoice.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.eventstore.Append;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.eventstore.NewEvent;
import uk.onevoice.eventstore.Outcome;
import uk.onevoice.eventstore.postgres.PostgresEventStore;
import uk.onevoice.eventstore.relay.Relay;
import uk.onevoice.eventstore.relay.RelaySettings;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.testkit.stack.Database;
import uk.onevoice.testkit.stack.OwnBroker;
import uk.onevoice.testkit.stack.RunningStack;

/** The whole way from the log to the read model, while its broker is stopped, killed and robbed. */
class BrokerFaultTest {
  private static final Logger LOG = Logger.getLogger(BrokerFaultTest.class);
  private static final Duration HEALED = Duration.ofSeconds(120);
  private static final Metadata METADATA =
      new Metadata(ActorRef.person("1"), null, null, new UUID(0, 1), null, null);

  private final RunningStack stack = RunningStack.get();
  private final Random random = new Random(11);
  private final Map<String, Long> versions = new HashMap<>();
  private final AtomicLong acknowledged = new AtomicLong();
  private final ScheduledExecutorService writers = Executors.newSingleThreadScheduledExecutor();
  private final String name = "reader-" + UUID.randomUUID();

  private OwnBroker broker;
  private Database logDatabase;
  private AgroalDataSource logPool;
  private PostgresEventStore store;
  private Reader reader;

  @BeforeEach
  void create() throws Exception {
    broker = OwnBroker.started();
    reader = new Reader();
    logDatabase = stack.createDatabase("messaging");
    logPool = Reader.pool(logDatabase.url(), logDatabase.username(), logDatabase.password());
    for (String migration : List.of("V1_1__event_store", "V1_3__told_times", "V1_4__told")) {
      try (var connection = logDatabase.connect();
          Statement statement = connection.createStatement();
          InputStream script =
              Objects.requireNonNull(
                  PostgresEventStore.class.getResourceAsStream(
                      "/db/eventstore/" + migration + ".sql"))) {
        statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    store = new PostgresEventStore(logAddress(), logPool);
  }

  @AfterEach
  void drop() {
    writers.shutdownNow();
    store.close();
    logPool.close();
    stack.dropDatabase(logDatabase);
    reader.close();
    broker.close();
  }

  private uk.onevoice.eventstore.postgres.Database logAddress() {
    return new uk.onevoice.eventstore.postgres.Database(
        logDatabase.url(), logDatabase.username(), logDatabase.password());
  }

  private Map<String, String> kafka() {
    Map<String, String> kafka = new HashMap<>();
    Properties properties = broker.clientProperties();
    properties.stringPropertyNames().forEach(key -> kafka.put(key, properties.getProperty(key)));
    return kafka;
  }

  private EventConsumer consumer(Reader of) {
    return new EventConsumer(
            new ConsumerSettings(name, Map.of("things", "things.events"), kafka()),
            of.pool(),
            of.handler)
        .start();
  }

  /** Goes on whatever the broker does: a command needs the database only. */
  private void write() {
    List<CompletableFuture<Outcome>> some = new ArrayList<>();
    for (int n = 0; n < 20; n++) {
      String stream = "thing-" + random.nextInt(100);
      long version = versions.merge(stream, 1L, Long::sum);
      some.add(
          store.append(
              new Append(
                  stream,
                  version - 1,
                  List.of(
                      new NewEvent(UUID.randomUUID(), "Counted", 1, "{\"n\": 1}", Instant.EPOCH)),
                  METADATA,
                  null)));
    }
    for (CompletableFuture<Outcome> one : some) {
      assertThat(one.join()).isInstanceOf(Outcome.Appended.class);
      acknowledged.incrementAndGet();
    }
  }

  private void fault(int round, String kind, Runnable fault) {
    long before = acknowledged.get();
    await().atMost(HEALED).until(() -> acknowledged.get() > before + 100);
    fault.run();
    long down = acknowledged.get();
    await().atMost(HEALED).until(() -> acknowledged.get() > down + 100);
    broker.start();
    Instant healed = Instant.now();
    long target = acknowledged.get();
    await()
        .atMost(HEALED)
        .ignoreExceptions()
        .until(() -> reader.count("select count(distinct id) from effect") >= target);
    LOG.infof(
        "broker %s, round %d: caught up with %d events %d ms after its return",
        kind, round, target, Duration.between(healed, Instant.now()).toMillis());
  }

  private void killAndRob() {
    broker.kill();
    broker.loseData();
  }

  @Test
  void a_broker_that_is_stopped_killed_or_robbed_loses_and_doubles_nothing() throws Exception {
    try (Relay relay =
            new Relay(logAddress(), new RelaySettings("things", "things.events", kafka())).start();
        EventConsumer _ = consumer(reader)) {
      store.whenCommitted(relay::wake);
      var writer = writers.scheduleAtFixedRate(this::write, 0, 100, TimeUnit.MILLISECONDS);
      await().atMost(HEALED).ignoreExceptions().until(() -> reader.effects() > 0);
      for (int round = 1; round <= Integer.getInteger("onevoice.chaos.rounds", 5); round++) {
        fault(round, "stopped", broker::stop);
        fault(round, "killed", broker::kill);
        fault(round, "killed and robbed", this::killAndRob);
      }
      assertThat(writer.isDone()).as("the writer never failed").isFalse();
      writers.close();
      await().atMost(HEALED).ignoreExceptions().until(() -> reader.effects() >= acknowledged.get());
      assertThat(relay.status().trouble()).isNull();
      try (var rebuilt = new Reader();
          EventConsumer _ = consumerNamed(rebuilt)) {
        await()
            .atMost(HEALED)
            .ignoreExceptions()
            .until(() -> rebuilt.effects() >= acknowledged.get());
        assertSameEffects(rebuilt);
      }
    }
    LOG.infof(
        "broker faults: acknowledged=%d stored=%d effects=%d faults=%d parked=%d",
        acknowledged.get(),
        store.head(),
        reader.effects(),
        reader.faults(),
        new ParkedStreams(reader.pool()).count(name).messages());
    assertThat(store.head()).isEqualTo(acknowledged.get());
    assertThat(reader.effects()).isEqualTo(acknowledged.get());
    assertThat(reader.faults()).isZero();
    assertThat(new ParkedStreams(reader.pool()).count(name).messages()).isZero();
  }

  private EventConsumer consumerNamed(Reader rebuilt) {
    return new EventConsumer(
            new ConsumerSettings(name + "-rebuilt", Map.of("things", "things.events"), kafka()),
            rebuilt.pool(),
            rebuilt.handler)
        .start();
  }

  /** I5: what was kept up is what a rebuild from nothing gives. */
  private void assertSameEffects(Reader rebuilt) throws Exception {
    String hash =
        "select sum(('x' || substr(md5(stream || version || position || id), 1, 15))::bit(60)::bigint"
            + " % 1000000007)::bigint from effect";
    assertThat(rebuilt.effects()).isEqualTo(reader.effects());
    assertThat(rebuilt.count(hash)).isEqualTo(reader.count(hash));
    assertThat(rebuilt.faults()).isZero();
  }
}
