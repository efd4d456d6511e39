package uk.onevoice.messaging;

import java.util.Map;

/**
 * What a consumer needs to know.
 *
 * @param name its name in the checkpoints, and its group in Kafka: replicas share both
 * @param topics where each log is heard: organisations → organisations.events
 * @param kafka how to reach Kafka: bootstrap.servers and how to sign in
 * @param batchSize most events in one transaction
 * @param telling what the topics hold of each log
 */
public record ConsumerSettings(
    String name,
    Map<String, String> topics,
    Map<String, String> kafka,
    int batchSize,
    Telling telling) {
  private static final int BATCH_SIZE = 5_000;

  /** What a topic holds of a log. */
  public enum Telling {
    /** Every event, with the version of its stream and who acted. */
    ALL,
    /**
     * What others may know, told by several services on one topic: each has epochs of its own, its
     * places say nothing of its log, and nobody is named. Nothing is passed over as heard before,
     * and a new epoch empties nothing: the handler has to know again what it has applied.
     */
    SELECTION
  }

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

  public ConsumerSettings(
      String name, Map<String, String> topics, Map<String, String> kafka, int batchSize) {
    this(name, topics, kafka, batchSize, Telling.ALL);
  }

  /** The same, for topics that hold a selection. */
  public ConsumerSettings ofSelection() {
    return new ConsumerSettings(name, topics, kafka, batchSize, Telling.SELECTION);
  }

  /** Without what signs in. */
  @Override
  public String toString() {
    return "ConsumerSettings[name=" + name + ", topics=" + topics + "]";
  }
}
