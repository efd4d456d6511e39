package uk.onevoice.eventstore.relay;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a relay needs to know.
 *
 * @param log the service's name: mandates
 * @param topic where its events go: mandates.events
 * @param kafka how to reach Kafka: bootstrap.servers and how to sign in
 * @param poll how long the relay rests when nothing wakes it
 * @param batchSize most events between two moves of the cursor
 * @param telling how the log is told in another language; null where its events are published
 */
public record RelaySettings(
    String log,
    String topic,
    Map<String, String> kafka,
    Duration poll,
    int batchSize,
    @Nullable Telling telling) {
  /** Woken at commit, it need not look often: only for what other replicas have appended. */
  private static final Duration POLL = Duration.ofMillis(100);

  private static final int BATCH_SIZE = 1_000;

  public RelaySettings {
    kafka = Map.copyOf(kafka);
    if (batchSize < 1) {
      throw new IllegalArgumentException("A relay's batch holds at least one event.");
    }
  }

  public RelaySettings(String log, String topic, Map<String, String> kafka) {
    this(log, topic, kafka, POLL, BATCH_SIZE);
  }

  public RelaySettings(
      String log, String topic, Map<String, String> kafka, Duration poll, int batchSize) {
    this(log, topic, kafka, poll, batchSize, null);
  }

  /** For a relay that tells the log in another language. */
  public static RelaySettings telling(
      String log, String topic, Map<String, String> kafka, Telling telling) {
    return new RelaySettings(log, topic, kafka, POLL, BATCH_SIZE, telling);
  }

  /** What the relay is called: it is one of several of its log. */
  String name() {
    return telling == null ? log : log + "-" + topic;
  }

  int firstPartition() {
    return telling == null ? 0 : telling.firstPartition();
  }

  /** How many partitions the topic has. */
  int partitions() {
    return telling == null ? Partitions.COUNT : telling.partitions();
  }

  /** 0 for events themselves. */
  int edition() {
    return telling == null ? 0 : telling.language().edition();
  }

  /** Without what signs in. */
  @Override
  public String toString() {
    return "RelaySettings[log=" + log + ", topic=" + topic + "]";
  }
}
