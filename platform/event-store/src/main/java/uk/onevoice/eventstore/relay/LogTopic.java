package uk.onevoice.eventstore.relay;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/**
 * The topic of a log, seen by its administrator. Kafka gives every topic an id; another id under
 * the same name is another topic, in which nothing of the log can be taken for published.
 */
final class LogTopic implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(LogTopic.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Admin admin;
  private final String name;
  private final int firstPartition;
  private final int partitions;

  LogTopic(RelaySettings settings) {
    var properties = new Properties();
    properties.putAll(settings.kafka());
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "3000");
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "5000");
    properties.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "500");
    properties.put(AdminClientConfig.CLIENT_ID_CONFIG, "relay-" + settings.name() + "-topic");
    this.admin = Admin.create(properties);
    this.name = settings.topic();
    this.firstPartition = settings.firstPartition();
    this.partitions = settings.partitions();
  }

  /** Its id; makes the topic, kept for ever, when it is not there. */
  String ensure() throws RelayInterrupted {
    Optional<String> id = id();
    if (id.isPresent()) {
      return id.get();
    }
    try {
      get(
          admin
              .createTopics(
                  List.of(
                      new NewTopic(name, Optional.of(partitions), Optional.empty())
                          .configs(Map.of("retention.ms", "-1", "cleanup.policy", "delete"))))
              .all());
      LOG.infof("relay made topic=%s", name);
    } catch (RelayInterrupted failed) {
      if (!(failed.getCause() instanceof TopicExistsException)) {
        throw failed;
      }
    }
    return id().orElseThrow(() -> new RelayInterrupted("the new topic is not there yet"));
  }

  /** Its id now; empty when there is no such topic. */
  Optional<String> id() throws RelayInterrupted {
    try {
      TopicDescription topic =
          get(requireNonNull(admin.describeTopics(List.of(name)).topicNameValues().get(name)));
      if (topic.partitions().size() != partitions) {
        throw new RelayInterrupted(
            "topic %s has %d partitions, not %d"
                .formatted(name, topic.partitions().size(), partitions));
      }
      return Optional.of(topic.topicId().toString());
    } catch (RelayInterrupted failed) {
      if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  /**
   * Removes every record of the log: for a new topic that a late record reached before the first
   * event.
   */
  void empty() throws RelayInterrupted {
    List<TopicPartition> all =
        IntStream.range(firstPartition, firstPartition + Partitions.COUNT)
            .mapToObj(n -> new TopicPartition(name, n))
            .toList();
    var ends =
        get(
            admin
                .listOffsets(
                    all.stream().collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest())))
                .all());
    get(
        admin
            .deleteRecords(
                all.stream()
                    .collect(
                        Collectors.toMap(
                            each -> each,
                            each ->
                                RecordsToDelete.beforeOffset(
                                    requireNonNull(ends.get(each)).offset()))))
            .all());
    LOG.warnf("relay emptied topic=%s", name);
  }

  private static <T> T get(KafkaFuture<T> future) throws RelayInterrupted {
    try {
      return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      throw new RelayInterrupted("Kafka refused: " + cause.getMessage(), cause);
    } catch (TimeoutException late) {
      throw new RelayInterrupted("Kafka did not answer in time", late);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new RelayInterrupted("ended", ended);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
