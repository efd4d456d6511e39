package uk.onevoice.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Looks at how much the topics of a consumer hold. Who later finds that all of it is applied, see
 * {@link Progress}, knows that what was published before the look is.
 */
public final class TopicEnds implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * Where a partition ended.
   *
   * @param offset of the next event that it will take
   */
  public record End(String log, String topic, int partition, String topicId, long offset) {
    End at(long another) {
      return new End(log, topic, partition, topicId, another);
    }
  }

  /**
   * What was seen.
   *
   * @param at a moment before Kafka was asked
   * @param ends of every partition; a topic that is not there has none
   */
  public record Look(Instant at, List<End> ends) {
    public Look {
      ends = List.copyOf(ends);
    }
  }

  private final Map<String, String> topics;
  private final Clock clock;
  private final Admin admin;

  /**
   * @param topics where each log is heard
   * @param kafka how to reach Kafka
   */
  public TopicEnds(Map<String, String> topics, Map<String, String> kafka, Clock clock) {
    this.topics = Map.copyOf(topics);
    this.clock = clock;
    var properties = new Properties();
    properties.putAll(kafka);
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "2000");
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "5000");
    properties.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "500");
    this.admin = Admin.create(properties);
  }

  /**
   * @throws TimeoutException when Kafka does not answer
   */
  public Look look() throws TimeoutException, InterruptedException {
    Instant at = clock.instant();
    Map<TopicPartition, End> ends = new HashMap<>();
    for (Map.Entry<String, String> topic : topics.entrySet()) {
      describe(topic.getKey(), topic.getValue(), ends);
    }
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    ends.keySet().forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
    List<End> found = new ArrayList<>();
    answer(admin.listOffsets(wanted).all())
        .forEach((partition, offset) -> {
          End end = ends.get(partition);
          if (end != null) {
            found.add(end.at(offset.offset()));
          }
        });
    return new Look(at, found);
  }

  private void describe(String log, String topic, Map<TopicPartition, End> ends)
      throws TimeoutException, InterruptedException {
    try {
      for (TopicDescription description :
          answer(admin.describeTopics(List.of(topic)).allTopicNames()).values()) {
        description
            .partitions()
            .forEach(one ->
                ends.put(
                    new TopicPartition(topic, one.partition()),
                    new End(log, topic, one.partition(), description.topicId().toString(), 0)));
      }
    } catch (UnknownTopicOrPartitionException notThere) {
      // Nobody has published anything yet.
    }
  }

  private static <T> T answer(KafkaFuture<T> asked) throws TimeoutException, InterruptedException {
    try {
      return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof UnknownTopicOrPartitionException notThere) {
        throw notThere;
      }
      var timeout = new TimeoutException("Kafka did not say what its topics hold.");
      timeout.initCause(failed);
      throw timeout;
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
