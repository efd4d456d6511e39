package uk.onevoice.eventstore.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.eventstore.Append;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.eventstore.NewEvent;
import uk.onevoice.eventstore.postgres.PostgresEventStore;
import uk.onevoice.eventstore.postgres.TestLog;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.testkit.stack.RunningStack;

class TellingTest {
  private static final Metadata METADATA =
      new Metadata(
          ActorRef.person("canary"),
          "CANARY1",
          "CANARY2",
          UUID.fromString("01932c07-0000-7000-8000-00000000c0de"),
          UUID.fromString("01932c07-0000-7000-8000-00000000c0df"),
          "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

  private final RunningStack stack = RunningStack.get();
  private TestLog log;
  private PostgresEventStore store;
  private String topic;

  @BeforeEach
  void create() throws Exception {
    log = new TestLog();
    store = new PostgresEventStore(log.database(), log.pool());
    // The relay makes it, with as many partitions as all logs together have.
    topic = "told-" + UUID.randomUUID();
  }

  @AfterEach
  void drop() {
    store.close();
    log.close();
    stack.deleteTopics(List.of(topic));
  }

  private Relay relay(int edition, Runnable beforeCursorMoves) {
    Map<String, String> kafka = new HashMap<>();
    Properties properties = stack.kafkaProperties();
    properties.stringPropertyNames().forEach(k -> kafka.put(k, properties.getProperty(k)));
    return new Relay(
        log.database(),
        new RelaySettings(
            "things", topic, kafka, Duration.ofMillis(20), 10, EveryThird.telling(edition)),
        beforeCursorMoves);
  }

  private void append(String stream, long after, int events, String type) {
    store
        .append(
            new Append(
                stream,
                after,
                IntStream.range(0, events)
                    .mapToObj(_ ->
                        new NewEvent(
                            UUID.randomUUID(),
                            type,
                            1,
                            "{\"words\": \"canary\"}",
                            Instant.parse("2026-04-01T12:00:00Z")))
                    .toList(),
                METADATA,
                null))
        .join();
  }

  private List<ConsumerRecord<String, byte[]>> heard() {
    return HeardTopic.all(stack.kafkaProperties(), topic);
  }

  private void awaitTold() {
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .untilAsserted(() ->
            assertThat(log.count("select position from relay_cursor where topic = '" + topic + "'"))
                .isEqualTo(store.head()));
  }

  /** What is told, as who skips what it has heard hears it: id by place. */
  private Map<Long, String> onceInEffect(String epoch) {
    Map<Integer, Long> last = new HashMap<>();
    Map<String, Long> versions = new HashMap<>();
    Map<Long, String> ids = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : heard()) {
      long place = HeardTopic.position(record);
      if (HeardTopic.header(record, "ce_logepoch").equals(epoch)
          && place > last.getOrDefault(record.partition(), 0L)) {
        last.put(record.partition(), place);
        assertThat(record.partition())
            .isEqualTo(EveryThird.FIRST_PARTITION + Partitions.of(record.key()));
        assertThat(versions.merge(record.key(), 1L, Long::sum))
            .isEqualTo(Long.parseLong(HeardTopic.header(record, "ce_streamversion")));
        assertThat(ids.put(place, HeardTopic.header(record, "ce_id"))).isNull();
      }
    }
    return ids;
  }

  @Test
  void what_is_told_names_nobody_and_counts_nothing_but_itself() throws Exception {
    append("thing-1", 0, 2, "ThingMade");
    append("thing-2", 0, 7, "ThingMade");
    append("thing-3", 0, 9, "ThingHidden");
    append("thing-1", 2, 4, "ThingMade");
    try (Relay relay = relay(1, () -> {}).start()) {
      awaitTold();
      assertThat(relay.status().lag()).isZero();
    }
    assertThat(onceInEffect("101").keySet())
        .containsExactlyInAnyOrderElementsOf(EveryThird.places(8));
    ConsumerRecord<String, byte[]> record =
        heard().stream().filter(one -> HeardTopic.position(one) == 6).findFirst().orElseThrow();
    Map<String, String> headers = new HashMap<>();
    record
        .headers()
        .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    var by = store.stream("thing-1", 0).get(5);
    String id = Objects.requireNonNull(headers.remove("ce_id"));
    assertThat(UUID.fromString(id)).isNotEqualTo(by.id());
    Objects.requireNonNull(headers.remove("ce_logtopic"));
    assertThat(headers)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("ce_specversion", "1.0"),
                Map.entry("ce_source", "/things"),
                Map.entry("ce_type", "third-thing-made-1"),
                Map.entry("ce_time", "2026-04-01T12:00:00Z"),
                Map.entry("ce_subject", "other"),
                Map.entry("ce_dataschema", "/contracts/events/partner/ThirdThingMade-v1.json"),
                Map.entry("content-type", "application/json"),
                Map.entry("ce_logposition", "6"),
                Map.entry("ce_logepoch", "101"),
                Map.entry("ce_streamversion", "2"),
                Map.entry("ce_recordedtime", by.recordedAt().toString()),
                Map.entry("ce_actor", "service:things")));
    assertThat(record.key()).isEqualTo("thing-1");
    assertThat(new String(record.value(), StandardCharsets.UTF_8))
        .isEqualTo("{\"subject\":\"other\"}");
  }

  @Test
  void what_was_told_before_the_cursor_knew_is_told_again_alike() {
    append("thing-1", 0, 50, "ThingMade");
    append("thing-2", 0, 50, "ThingMade");
    var times = new AtomicInteger();
    try (Relay _ =
        relay(
                1,
                () -> {
                  if (times.incrementAndGet() <= 2) {
                    throw new IllegalStateException("failed between telling and cursor");
                  }
                })
            .start()) {
      awaitTold();
    }
    assertThat(heard()).hasSizeGreaterThan(64);
    assertThat(onceInEffect("101").keySet())
        .containsExactlyInAnyOrderElementsOf(EveryThird.places(64));
  }

  @Test
  void another_edition_another_epoch_and_another_topic_are_told_all_under_the_same_ids()
      throws Exception {
    append("thing-1", 0, 31, "ThingMade");
    try (Relay _ = relay(1, () -> {}).start()) {
      awaitTold();
    }
    Map<Long, String> first = onceInEffect("101");
    assertThat(first).hasSize(20);
    try (Relay _ = relay(2, () -> {}).start()) {
      await().atMost(Duration.ofSeconds(60)).until(() -> onceInEffect("102").equals(first));
      log.execute("update log_head set epoch = 2");
      await().atMost(Duration.ofSeconds(60)).until(() -> onceInEffect("202").equals(first));
      stack.deleteTopics(List.of(topic));
      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .until(() -> onceInEffect("202").equals(first));
    }
  }
}
