package uk.onevoice.eventstore.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.eventstore.postgres.PostgresEventStore;
import uk.onevoice.eventstore.postgres.TestLog;
import uk.onevoice.eventstore.relay.EveryThird;
import uk.onevoice.eventstore.relay.HeardTopic;
import uk.onevoice.eventstore.relay.RelayProcess;
import uk.onevoice.testkit.stack.RunningStack;

class KilledRelayTest {
  private static final Logger LOG = Logger.getLogger(KilledRelayTest.class);
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final int MOVES = 3;

  private final RunningStack stack = RunningStack.get();
  private final Random random = new Random(7);
  @TempDir private Path folder;
  private TestLog log;
  private PostgresEventStore store;
  private String topic;
  private Path kafka;
  private boolean tells;

  @BeforeEach
  void create() throws Exception {
    log = new TestLog();
    store = new PostgresEventStore(log.database(), log.pool());
    topic = Objects.requireNonNull(stack.createTopics("deeds.events").get("deeds.events"));
    kafka = folder.resolve("kafka.properties");
    Properties properties = stack.kafkaProperties();
    try (var writer = Files.newBufferedWriter(kafka)) {
      properties.store(writer, null);
    }
  }

  @AfterEach
  void drop() {
    store.close();
    log.close();
    stack.deleteTopics(List.of(topic));
  }

  @Test
  void a_relay_killed_between_sending_and_remembering_leaves_nothing_out() throws Exception {
    for (int round = 1; round <= Rounds.count(); round++) {
      append(400);
      // Each time at another move of the cursor, the first one among them.
      Process relay = relay(1 + (round - 1) % MOVES);
      await()
          .atMost(SOON)
          .until(() -> {
            append(20);
            return !relay.isAlive();
          });
      assertThat(relay.exitValue()).isEqualTo(137);
      assertThat(cursor()).isLessThan(store.head());
    }
    finishAndAssertNothingWrong("killed between send and cursor");
  }

  @Test
  void what_is_told_in_another_language_is_told_once_in_effect_by_killed_relays() throws Exception {
    stack.deleteTopics(List.of(topic));
    topic = topic + ".told";
    tells = true;
    append(300);
    // Dead before its first move of the cursor: all that it told is told again.
    Process dead = relay(1);
    await().atMost(SOON).until(() -> !dead.isAlive());
    assertThat(dead.exitValue()).isEqualTo(137);
    assertThat(cursor()).isZero();
    Process relay = relay(0);
    try {
      await().atMost(SOON).until(() -> cursor() == store.head());
    } finally {
      Processes.kill(relay);
    }
    Map<Long, String> ids = new HashMap<>();
    Map<Integer, Long> last = new HashMap<>();
    long effective = 0;
    for (ConsumerRecord<String, byte[]> record : HeardTopic.all(stack.kafkaProperties(), topic)) {
      long place = HeardTopic.position(record);
      String id = HeardTopic.header(record, "ce_id");
      assertThat(ids.merge(place, id, (one, _) -> one)).isEqualTo(id);
      if (place > last.getOrDefault(record.partition(), 0L)) {
        last.put(record.partition(), place);
        effective++;
      }
    }
    long told = log.count("select 2 * count(*) from event where version % 3 = 0");
    assertThat(effective).isEqualTo(told);
    assertThat(ids.keySet()).containsExactlyInAnyOrderElementsOf(EveryThird.places(told));
    assertThat(ids.values()).doesNotHaveDuplicates();
  }

  @Test
  void relays_killed_at_any_time_leave_nothing_out() throws Exception {
    List<Process> relays = new ArrayList<>(List.of(relay(0), relay(0)));
    try {
      for (int round = 1; round <= Rounds.count(); round++) {
        // Read first: a relay that is at work already may be done before append returns.
        long before = cursor();
        append(200);
        await().atMost(SOON).until(() -> cursor() > before);
        append(400);
        relays.getFirst().waitFor(random.nextInt(300), TimeUnit.MILLISECONDS);
        Processes.kill(relays.removeFirst());
        long killed = cursor();
        append(1);
        Recovery.of("relay killed, round " + round, () -> cursor() > killed);
        relays.add(relay(0));
      }
    } finally {
      for (Process relay : relays) {
        Processes.kill(relay);
      }
    }
    finishAndAssertNothingWrong("killed at any time");
  }

  private Process relay(int diesAfter) throws Exception {
    return Processes.start(
        RelayProcess.class,
        folder.resolve("relay.log"),
        List.of(
            log.database().url(),
            log.database().username(),
            log.database().password(),
            topic,
            kafka.toString(),
            Integer.toString(diesAfter),
            Boolean.toString(tells)));
  }

  private void append(int count) {
    var deeds = Deeds.handler(store);
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      String stream = "deeds-" + random.nextInt(60);
      all.add(
          CompletableFuture.runAsync(
              () -> deeds.handle(Deeds.envelope(UUID.randomUUID(), stream)),
              Thread::startVirtualThread));
    }
    all.forEach(CompletableFuture::join);
  }

  private long cursor() throws Exception {
    return log.count("select coalesce(max(position), 0) from relay_cursor");
  }

  private void finishAndAssertNothingWrong(String fault) throws Exception {
    append(1);
    long before = cursor();
    Process relay = relay(0);
    try {
      Recovery.of(fault + ", started again", () -> cursor() > before);
      await().atMost(SOON).until(() -> cursor() == store.head());
    } finally {
      Processes.kill(relay);
    }
    Map<Long, StoredEvent> stored = new HashMap<>();
    store.log(0, Integer.MAX_VALUE).forEach(event -> stored.put(event.position(), event));
    List<ConsumerRecord<String, byte[]>> heard = HeardTopic.all(stack.kafkaProperties(), topic);
    Map<Integer, Long> last = new HashMap<>();
    long effective = 0;
    long foreign = 0;
    for (ConsumerRecord<String, byte[]> record : heard) {
      StoredEvent event = stored.get(HeardTopic.position(record));
      if (event == null
          || !event.id().toString().equals(HeardTopic.header(record, "ce_id"))
          || !event.stream().equals(record.key())) {
        foreign++;
      } else if (event.position() > last.getOrDefault(record.partition(), 0L)) {
        last.put(record.partition(), event.position());
        effective++;
      }
    }
    LOG.infof(
        "%s: stored=%d records=%d effective=%d repeated=%d foreign=%d",
        fault, stored.size(), heard.size(), effective, heard.size() - effective, foreign);
    // I4: who skips what it has heard hears each event once, in order, and nothing else.
    assertThat(effective).isEqualTo(stored.size());
    assertThat(foreign).isZero();
  }
}
