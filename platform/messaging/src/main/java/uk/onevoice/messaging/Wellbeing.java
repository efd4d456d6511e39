package uk.onevoice.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** How a consumer is doing, log by log, as {@link Applied} tells it. */
final class Wellbeing {
  private static final Logger LOG = Logger.getLogger(Wellbeing.class);

  private final ConsumerSettings settings;
  private final Applied applied;
  private final Map<String, Instant> appliedAt = new HashMap<>();

  /** Topics that are heard again after a new epoch and have not been heard to their end. */
  private final Set<String> startingOver = new HashSet<>();

  /** When all was well last, by topic. */
  private final Map<String, Instant> wellAt = new HashMap<>();

  private volatile @Nullable String trouble;

  Wellbeing(ConsumerSettings settings, Applied applied) {
    this.settings = settings;
    this.applied = applied;
  }

  void appliedNow(String topic) {
    appliedAt.put(topic, Instant.now());
  }

  void startsOver(Set<String> topics) {
    startingOver.addAll(topics);
  }

  void recovered() {
    trouble = null;
  }

  /** A defect: it has been logged whole. */
  void defect(Throwable defect) {
    trouble = "a defect: " + defect.getClass().getSimpleName();
  }

  void trouble(String reason, Exception cause, boolean closed) {
    if (!closed) {
      LOG.warnf("consumer cannot go on name=%s reason=%s", settings.name(), reason);
      LOG.debug("consumer cannot go on", cause);
    }
    trouble = reason;
    applied.freshness(
        applied.freshness().stream()
            .map(before ->
                new Applied.Freshness(
                    before.log(),
                    before.position(),
                    before.appliedAt(),
                    before.lag(),
                    before.contactAt(),
                    reason))
            .toList());
  }

  void report(
      KafkaConsumer<byte[], byte[]> consumer, Placement placement, @Nullable Instant contact) {
    List<Applied.Freshness> now = new ArrayList<>();
    startingOver.removeIf(topic -> isAtItsEnd(consumer, placement, topic));
    settings
        .topics()
        .forEach((log, topic) -> {
          String troubled = troubleOf(topic, placement);
          if (troubled == null && contact != null) {
            wellAt.put(topic, contact);
          }
          now.add(
              new Applied.Freshness(
                  log,
                  applied.newest(topic),
                  appliedAt.get(topic),
                  lag(consumer, placement, topic),
                  startingOver.contains(topic) ? null : wellAt.get(topic),
                  troubled));
        });
    now.sort(Comparator.comparing(Applied.Freshness::log));
    applied.freshness(List.copyOf(now));
  }

  private @Nullable String troubleOf(String topic, Placement placement) {
    if (placement.halted().contains(topic)) {
      return "the log was set back to an earlier time; rebuild";
    }
    return trouble == null && startingOver.contains(topic)
        ? "the log is heard again from its first event"
        : trouble;
  }

  /** Whether this replica has heard all there is in its partitions of a topic. */
  private static boolean isAtItsEnd(
      KafkaConsumer<byte[], byte[]> consumer, Placement placement, String topic) {
    return consumer.assignment().stream()
        .filter(partition -> partition.topic().equals(topic))
        .allMatch(partition ->
            placement.of(partition) != null
                && consumer.currentLag(partition).orElse(Long.MAX_VALUE) == 0);
  }

  private static long lag(
      KafkaConsumer<byte[], byte[]> consumer, Placement placement, String topic) {
    long lag = 0;
    for (TopicPartition partition : placement.partitions()) {
      if (partition.topic().equals(topic) && consumer.assignment().contains(partition)) {
        OptionalLong known = consumer.currentLag(partition);
        lag += known.orElse(0);
      }
    }
    return lag;
  }
}
