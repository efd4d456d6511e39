package uk.onevoice.messaging;

import java.util.Map;

/**
 * What a consumer needs to know.
 *
 * @param name its name in the checkpoints, and its group in Kafka: replicas share both
 * @param topics where each log is heard: organisations → organisations.events
 * @param kafka how to reach Kafka: bootstrap.servers and how to sign in
 * @param batchSize most events in one transaction
 */
public record ConsumerSettings(
    String name, Map<String, String> topics, Map<String, String> kafka, int batchSize) {
  private static final int BATCH_SIZE = 5_000;

  public ConsumerSettings {
    topics = Map.copyOf(topics);
    kafka = Map.copyOf(kafka);
    if (batchSize < 1) {
      throw new IllegalArgumentException("A consumer's batch holds at least one event.");
    }
  }

  public ConsumerSettings(String name, Map<String, String> topics, Map<String, String> kafka) {
    this(name, topics, kafka, BATCH_SIZE);
  }

  /** Without what signs in. */
  @Override
  public String toString() {
    return "ConsumerSettings[name=" + name + ", topics=" + topics + "]";
  }
}
