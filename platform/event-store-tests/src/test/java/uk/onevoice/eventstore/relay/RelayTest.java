package uk.onevoice.eventstore.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.eventstore.Append;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.eventstore.NewEvent;
import uk.onevoice.eventstore.Outcome;
import uk.onevoice.eventstore.postgres.PostgresEventStore;
import uk.onevoice.eventstore.postgres.TestLog;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.testkit.stack.RunningStack;

class RelayTest {
  private static final Metadata METADATA =
      new Metadata(
          ActorRef.person("1"),
          "M81009",
          null,
          UUID.fromString("01932c07-0000-7000-8000-00000000c0de"),
          null,
          "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

  private final RunningStack stack = RunningStack.get();
  private TestLog log;
  private PostgresEventStore store;
  private String topic;

  @BeforeEach
  void create() throws Exception {
    log = new TestLog();
    store = new PostgresEventStore(log.database(), log.pool());
    topic = Objects.requireNonNull(stack.createTopics("things.events").get("things.events"));
  }

  @AfterEach
  void drop() {
    store.close();
    log.close();
    stack.deleteTopics(List.of(topic));
  }

  private Relay relay() {
    return new Relay(log.database(), settings());
  }

  private RelaySettings settings() {
    Map<String, String> kafka = new HashMap<>();
    Properties properties = stack.kafkaProperties();
    properties.stringPropertyNames().forEach(k -> kafka.put(k, properties.getProperty(k)));
    return new RelaySettings("things", topic, kafka, Duration.ofMillis(20), 100);
  }

  private void append(int count) {
    List<CompletableFuture<Outcome>> all = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      var event =
          new NewEvent(
              UUID.randomUUID(),
              "ThingMade",
              2,
              "{\"n\": 1}",
              Instant.parse("2026-04-01T12:00:00Z"));
      all.add(
          store.append(
              new Append("thing-" + UUID.randomUUID(), 0, List.of(event), METADATA, null)));
    }
    all.forEach(CompletableFuture::join);
  }

  private List<ConsumerRecord<String, byte[]>> heard() {
    return HeardTopic.all(stack.kafkaProperties(), topic);
  }

  private String topicId() throws Exception {
    try (var admin = stack.kafkaAdmin()) {
      var described = admin.describeTopics(List.of(topic)).allTopicNames().get();
      return Objects.requireNonNull(described.get(topic)).topicId().toString();
    }
  }

  private void awaitPublished() {
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(cursor()).isEqualTo(store.head()));
  }

  private long cursor() throws SQLException {
    return log.count(
        "select coalesce(max(position), 0) from relay_cursor where topic = '" + topic + "'");
  }

  private void assertEveryEventOnceInEffect() {
    List<ConsumerRecord<String, byte[]>> heard = heard();
    assertThat(heard.stream().map(HeardTopic::position).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, store.head()).boxed().toList());
    // Who skips what it has heard hears each partition in order.
    Map<Integer, Long> last = new HashMap<>();
    Map<Long, String> ids = new HashMap<>();
    List<Long> effective = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : heard) {
      long position = HeardTopic.position(record);
      assertThat(ids.merge(position, HeardTopic.header(record, "ce_id"), (one, _) -> one))
          .isEqualTo(HeardTopic.header(record, "ce_id"));
      if (position > last.getOrDefault(record.partition(), 0L)) {
        last.put(record.partition(), position);
        effective.add(position);
      }
    }
    assertThat(effective).hasSize((int) store.head());
  }

  @Test
  void a_relay_that_ends_in_good_order_leaves_nothing_to_be_sent_again() throws Exception {
    for (int round = 0; round < 5; round++) {
      try (Relay relay = relay().start()) {
        // The cursor moves with the first, and not so soon again.
        for (int burst = 0; burst < 3; burst++) {
          append(1);
          relay.wake();
          await()
              .pollInterval(Duration.ofMillis(1))
              .atMost(Duration.ofSeconds(60))
              .until(() -> relay.status().position() == store.head());
        }
      }
      assertThat(cursor()).isEqualTo(store.head());
    }
    assertThat(heard()).hasSize(15);
  }

  @Test
  void an_event_is_a_cloud_event_in_the_partition_of_its_stream() throws Exception {
    append(1);
    try (Relay relay = relay().start()) {
      awaitPublished();
      assertThat(relay.status().leading()).isTrue();
    }
    ConsumerRecord<String, byte[]> record = heard().getFirst();
    var stored = store.log(0, 1).getFirst();
    assertThat(record.key()).isEqualTo(stored.stream());
    assertThat(record.partition()).isEqualTo(Partitions.of(stored.stream()));
    assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo("{\"n\": 1}");
    Map<String, String> headers = new HashMap<>();
    record
        .headers()
        .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    assertThat(headers)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("ce_specversion", "1.0"),
                Map.entry("ce_id", stored.id().toString()),
                Map.entry("ce_source", "/things"),
                Map.entry("ce_type", "ThingMade"),
                Map.entry("ce_time", "2026-04-01T12:00:00Z"),
                Map.entry("ce_subject", stored.stream()),
                Map.entry("ce_dataschema", "/contracts/events/things/ThingMade-v2.json"),
                Map.entry("content-type", "application/json"),
                Map.entry("ce_logposition", "1"),
                Map.entry("ce_logepoch", "1"),
                Map.entry("ce_logtopic", topicId()),
                Map.entry("ce_streamversion", "1"),
                Map.entry("ce_recordedtime", stored.recordedAt().toString()),
                Map.entry("ce_actor", "person:1"),
                Map.entry("ce_actingfor", "M81009"),
                Map.entry("ce_correlationid", METADATA.correlationId().toString()),
                Map.entry("traceparent", METADATA.traceparent())));
  }

  @Test
  void events_are_published_in_order_as_they_are_committed() {
    try (Relay relay = relay().start()) {
      store.whenCommitted(relay::wake);
      for (int round = 0; round < 10; round++) {
        append(150);
      }
      awaitPublished();
    }
    assertThat(heard().size()).isGreaterThanOrEqualTo(1_500);
    assertEveryEventOnceInEffect();
  }

  @Test
  void one_relay_works_at_a_time_and_another_takes_over() throws Exception {
    try (Relay first = relay().start();
        Relay second = relay().start()) {
      await().until(() -> first.status().leading() || second.status().leading());
      Relay leader = first.status().leading() ? first : second;
      Relay other = leader == first ? second : first;
      append(300);
      awaitPublished();
      assertThat(other.status().leading()).isFalse();
      log.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where application_name like 'onevoice-relay%' and datname = current_database()");
      append(300);
      leader.close();
      awaitPublished();
      await().until(() -> other.status().leading());
    }
    assertEveryEventOnceInEffect();
  }

  @Test
  void what_was_sent_before_the_cursor_knew_is_sent_again_with_the_same_id() {
    append(250);
    var times = new AtomicInteger();
    try (Relay _ =
        new Relay(
                log.database(),
                settings(),
                () -> {
                  if (times.incrementAndGet() == 1) {
                    throw new IllegalStateException("failed between send and cursor");
                  }
                })
            .start()) {
      awaitPublished();
    }
    assertThat(heard().size()).isGreaterThan(250);
    assertEveryEventOnceInEffect();
  }

  @Test
  void a_topic_that_was_lost_is_filled_again_from_the_first_event() {
    try (Relay relay = relay().start()) {
      append(500);
      awaitPublished();
      stack.deleteTopics(List.of(topic));
      append(100);
      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(heard().size()).isGreaterThanOrEqualTo(600));
      awaitPublished();
      assertThat(relay.status().trouble()).isNull();
    }
    assertEveryEventOnceInEffect();
  }

  @Test
  void a_log_of_a_new_epoch_is_published_from_the_first_event() throws Exception {
    try (Relay _ = relay().start()) {
      append(50);
      awaitPublished();
      log.execute("update log_head set epoch = 2");
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() ->
              assertThat(positions("2"))
                  .containsExactlyElementsOf(LongStream.rangeClosed(1, 50).boxed().toList()));
    }
    assertThat(positions("1"))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 50).boxed().toList());
  }

  /** What was heard of an epoch; a slow broker may have had some of it twice. */
  private TreeSet<Long> positions(String epoch) {
    return heard().stream()
        .filter(record -> HeardTopic.header(record, "ce_logepoch").equals(epoch))
        .map(HeardTopic::position)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void while_kafka_is_away_the_backlog_shows_and_grows() {
    append(3);
    Map<String, String> nowhere =
        Map.of("bootstrap.servers", "127.0.0.1:1", "security.protocol", "PLAINTEXT");
    try (Relay relay =
        new Relay(log.database(), new RelaySettings("things", topic, nowhere)).start()) {
      awaitBacklog(relay, 3);
      append(4);
      awaitBacklog(relay, 7);
    }
  }

  @Test
  void who_waits_for_the_lead_shows_the_same_backlog() {
    append(5);
    try (Relay one = relay().start();
        Relay other = relay().start()) {
      for (Relay each : List.of(one, other)) {
        await()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(() -> {
              assertThat(each.status().position()).isEqualTo(5);
              assertThat(each.status().lag()).isZero();
            });
      }
    }
  }

  private static void awaitBacklog(Relay relay, long events) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          assertThat(relay.status().lag()).isEqualTo(events);
          assertThat(relay.status().trouble()).isNotNull();
        });
  }

  @Test
  void nothing_is_published_that_is_not_committed() throws Exception {
    append(3);
    try (Relay _ = relay().start();
        Connection holder = log.connect();
        Statement statement = holder.createStatement()) {
      awaitPublished();
      holder.setAutoCommit(false);
      statement.execute("select * from log_head for update");
      statement.execute(
          "insert into event select 4, 'held', 1, gen_random_uuid(), type, 1, payload, now(), now(),"
              + " actor, null, null, correlation_id, null, null from event where position = 1");
      CompletableFuture<Outcome> later =
          store.append(
              new Append(
                  "later",
                  0,
                  List.of(new NewEvent(UUID.randomUUID(), "ThingMade", 1, "{}", Instant.EPOCH)),
                  METADATA,
                  null));
      await()
          .during(Duration.ofMillis(300))
          .until(() -> positions("1").equals(new TreeSet<>(List.of(1L, 2L, 3L))));
      holder.rollback();
      later.join();
      awaitPublished();
    }
    assertThat(heard()).extracting(ConsumerRecord::key).contains("later").doesNotContain("held");
    assertEveryEventOnceInEffect();
  }

  @Test
  void a_log_keeps_to_partitions_of_its_own() {
    assertThatThrownBy(() -> new Telling(new EveryThird(1), 25, 36))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Telling(new EveryThird(1), -1, 36))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Telling(new EveryThird(100), 0, 12))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
