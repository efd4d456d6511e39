package uk.onevoice.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.relay.Partitions;
import uk.onevoice.testkit.history.History;
import uk.onevoice.testkit.history.Told;

/**
 * Five years of England on four topics, as the relays would publish them, one part after another:
 * whoever reads takes turns with whoever writes. How many events it is in all, {@code BENCH_EVENTS}
 * says.
 */
final class ToldTopics implements AutoCloseable {
  private static final long EVENTS =
      Long.parseLong(System.getenv().getOrDefault("BENCH_EVENTS", "5000000"));
  private static final int PARTS = 20;
  private static final long SEED = 7;
  private static final String CORRELATION = "01932c07-0000-7000-8000-00000000c0de";

  private final Map<String, String> topics = new TreeMap<>();
  private final Map<String, String> topicIds = new HashMap<>();
  private final Map<String, Map<Integer, Long>> ends = new TreeMap<>();
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Semaphore wanted = new Semaphore(0);
  private final Semaphore told = new Semaphore(0);
  private final Future<Long> telling;
  private long events;

  ToldTopics(Ground ground, String name) throws Exception {
    for (String log : List.of("organisations", "mandates", "meetings", "relationships")) {
      topics.put(log, name + "." + log);
      ends.put(log, new TreeMap<>());
    }
    try (Admin admin = Admin.create(new HashMap<String, Object>(ground.kafka()))) {
      admin
          .createTopics(
              topics.values().stream()
                  .map(topic ->
                      new NewTopic(topic, Optional.of(Partitions.COUNT), Optional.empty())
                          .configs(Map.of("retention.ms", "-1")))
                  .toList())
          .all()
          .get();
      for (var topic : admin.describeTopics(topics.values()).allTopicNames().get().values()) {
        topicIds.put(topic.name(), topic.topicId().toString());
      }
    }
    var properties = new Properties();
    properties.putAll(ground.kafka());
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, "262144");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, "20");
    producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    telling = thread.submit(() -> History.england(SEED, EVENTS).tell(this::publish));
  }

  /** How many parts there are to publish. */
  static int parts() {
    return PARTS;
  }

  Map<String, String> topics() {
    return topics;
  }

  /** Position of the last event in each partition of a log that has any. */
  Map<String, Map<Integer, Long>> ends() {
    return ends;
  }

  /** How many events a part has: all of them together a little less than the history. */
  static long ofAPart() {
    return EVENTS * 99 / 100 / PARTS;
  }

  /** How many are published. */
  long events() {
    return events;
  }

  /** Publishes the next part; all of it is there when this returns. */
  void next() throws Exception {
    int part = Math.toIntExact(ofAPart());
    wanted.release(part);
    while (!told.tryAcquire(part, 1, TimeUnit.SECONDS)) {
      if (telling.isDone()) {
        throw new IllegalStateException("The history ended early: " + outcome());
      }
    }
    producer.flush();
    Exception failed = refused.get();
    if (failed != null) {
      throw failed;
    }
    events += part;
  }

  private String outcome() throws InterruptedException {
    try {
      return telling.get() + " events";
    } catch (ExecutionException failed) {
      return String.valueOf(failed.getCause());
    }
  }

  private void publish(Told event) {
    try {
      wanted.acquire();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Nobody wants the rest.", ended);
    }
    String topic = topics.getOrDefault(event.log(), event.log());
    int partition = Partitions.of(event.stream());
    var record =
        new ProducerRecord<>(
            topic,
            partition,
            null,
            event.stream().getBytes(UTF_8),
            event.payload().getBytes(UTF_8));
    Headers headers = record.headers();
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", event.id().toString());
    add(headers, "ce_source", "/" + event.log());
    add(headers, "ce_type", event.type());
    add(headers, "ce_time", event.recordedAt().toString());
    add(headers, "ce_subject", event.stream());
    add(
        headers,
        "ce_dataschema",
        "/contracts/events/"
            + event.log()
            + "/"
            + event.type()
            + "-v"
            + event.schemaVersion()
            + ".json");
    add(headers, "content-type", "application/json");
    add(headers, "ce_logposition", Long.toString(event.position()));
    add(headers, "ce_logepoch", "1");
    add(headers, "ce_logtopic", topicIds.getOrDefault(topic, ""));
    add(headers, "ce_streamversion", Long.toString(event.version()));
    add(headers, "ce_recordedtime", event.recordedAt().toString());
    add(headers, "ce_actor", event.actor());
    add(headers, "ce_correlationid", CORRELATION);
    producer.send(
        record,
        (_, failed) -> {
          if (failed != null) {
            refused.compareAndSet(null, failed);
          }
        });
    ends.getOrDefault(event.log(), new TreeMap<>()).put(partition, event.position());
    told.release();
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }

  @Override
  public void close() {
    telling.cancel(true);
    thread.shutdownNow();
    producer.close(Duration.ZERO);
  }
}
