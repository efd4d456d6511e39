package uk.onevoice.eventstore.relay;

import java.time.Duration;
import java.util.Map;

/**
 * What a relay needs to know.
 *
 * @param log the service's name: mandates
 * @param topic where its events go: mandates.events
 * @param kafka how to reach Kafka: bootstrap.servers and how to sign in
 * @param poll how long the relay rests when nothing wakes it
 * @param batchSize most events between two moves of the cursor
 */
public record RelaySettings(
    String log, String topic, Map<String, String> kafka, Duration poll, int batchSize) {
  private static final Duration POLL = Duration.ofMillis(20);
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

  /** Without what signs in. */
  @Override
  public String toString() {
    return "RelaySettings[log=" + log + ", topic=" + topic + "]";
  }
}
