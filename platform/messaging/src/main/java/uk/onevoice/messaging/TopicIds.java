package uk.onevoice.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Which topics there are under the names that are heard; asked again every now and then. */
final class TopicIds implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  /**
   * What was seen.
   *
   * @param look counts the looks, so that a later one can be told from an earlier one
   */
  record Seen(String id, long look) {}

  private final Admin admin;
  private final Collection<String> topics;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile @Nullable Instant lastContact;
  private long looks;
  private long lastLook;

  TopicIds(ConsumerSettings settings) {
    var properties = new Properties();
    properties.putAll(settings.kafka());
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "2000");
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "3000");
    properties.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "500");
    properties.put(AdminClientConfig.CLIENT_ID_CONFIG, settings.name() + "-topics");
    this.admin = Admin.create(properties);
    this.topics = settings.topics().values();
  }

  /** Looks again when it is time; returns at once. */
  void lookWhenDue() {
    if (looks == 0 || System.nanoTime() - lastLook > BETWEEN_LOOKS.toNanos()) {
      look();
    }
  }

  /** Looks again unless that is under way; returns at once. */
  void look() {
    if (!underWay.compareAndSet(0, topics.size())) {
      return;
    }
    long look = ++looks;
    lastLook = System.nanoTime();
    Map<String, KafkaFuture<TopicDescription>> asked =
        new HashMap<>(admin.describeTopics(topics).topicNameValues());
    asked.forEach((topic, future) ->
        future.whenComplete((description, failure) -> {
          answered(topic, description, failure, look);
          underWay.decrementAndGet();
        }));
  }

  private void answered(
      String topic,
      @Nullable TopicDescription description,
      @Nullable Throwable failure,
      long look) {
    if (description != null) {
      seen.put(topic, new Seen(description.topicId().toString(), look));
      lastContact = Instant.now();
    } else if (failure instanceof UnknownTopicOrPartitionException) {
      seen.remove(topic);
      lastContact = Instant.now();
    }
  }

  /** The topic under this name when it was last looked for; empty when there was none. */
  Optional<Seen> get(String topic) {
    return Optional.ofNullable(seen.get(topic));
  }

  /** Count of the last look that was begun. */
  long looks() {
    return looks;
  }

  /** When Kafka last answered; null when it never did. */
  @Nullable Instant lastContact() {
    return lastContact;
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
