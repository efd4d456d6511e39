package uk.onevoice.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which partitions one Kafka consumer has, and where it goes on in each. New ones are held back
 * until their checkpoint is known. A new Kafka consumer begins with a new placement.
 */
final class Placement implements ConsumerRebalanceListener {
  private static final Logger LOG = Logger.getLogger(Placement.class);
  private static final Duration BETWEEN_PLACINGS = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final TopicIds topicIds;
  private final Checkpoints checkpoints;
  private final Applied applied;
  private final StreamVersions versions;
  private final VainTries vain;

  /** Partitions that are ours and whose checkpoint is known. */
  private final Map<TopicPartition, Checkpoint> placed = new HashMap<>();

  private final Map<TopicPartition, Set<String>> strays = new HashMap<>();

  /** Partitions in which a record named another topic; with the look that can settle it. */
  private final Map<TopicPartition, Question> questions = new HashMap<>();

  /** Partitions of a log that was set back. */
  private final Set<TopicPartition> halted = new HashSet<>();

  private long nextPlacing = System.nanoTime();

  /**
   * @param topicId what a record named
   * @param answeredBy the look at the topics that was not begun when it came
   */
  private record Question(String topicId, String believed, long answeredBy) {}

  Placement(
      KafkaConsumer<byte[], byte[]> consumer,
      TopicIds topicIds,
      Checkpoints checkpoints,
      Applied applied,
      StreamVersions versions,
      VainTries vain) {
    this.consumer = consumer;
    this.topicIds = topicIds;
    this.checkpoints = checkpoints;
    this.applied = applied;
    this.versions = versions;
    this.vain = vain;
  }

  Set<TopicPartition> partitions() {
    return placed.keySet();
  }

  @Nullable Checkpoint of(TopicPartition partition) {
    return placed.get(partition);
  }

  /** Ids of topics that records of this partition name although it is of another one. */
  Set<String> strays(TopicPartition partition) {
    return strays.getOrDefault(partition, Set.of());
  }

  /** Topics whose log was set back. */
  Set<String> halted() {
    return halted.stream().map(TopicPartition::topic).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Finds out where to go on in partitions that are new to us.
   *
   * @return whether there were any
   */
  boolean place(DataSource database) throws SQLException {
    replaceWhereTopicsChanged();
    Set<TopicPartition> unplaced = new HashSet<>(consumer.assignment());
    unplaced.removeAll(placed.keySet());
    if (unplaced.isEmpty() || System.nanoTime() - nextPlacing < 0) {
      return false;
    }
    nextPlacing = System.nanoTime() + BETWEEN_PLACINGS.toNanos();
    try (Connection connection = database.getConnection()) {
      for (TopicPartition partition : unplaced) {
        Optional<TopicIds.Seen> topic = topicIds.get(partition.topic());
        Question question = questions.get(partition);
        if (topic.isEmpty() || (question != null && topic.get().look() < question.answeredBy())) {
          continue;
        }
        if (question != null && topic.get().id().equals(question.believed())) {
          strays.computeIfAbsent(partition, _ -> new HashSet<>()).add(question.topicId());
        }
        questions.remove(partition);
        place(connection, partition, topic.get().id());
      }
    }
    return true;
  }

  private void place(Connection connection, TopicPartition partition, String topicId)
      throws SQLException {
    Optional<Checkpoint> checkpoint = checkpoints.place(connection, partition, topicId);
    if (checkpoint.isEmpty()) {
      if (halted.add(partition)) {
        LOG.errorf("log has a new epoch partition=%s", partition);
      }
      return;
    }
    halted.remove(partition);
    vain.goOnAt(checkpoint.get());
    placed.put(partition, checkpoint.get());
    applied.reached(partition, checkpoint.get().position());
    consumer.seek(partition, checkpoint.get().nextOffset());
    LOG.debugf("consumer goes on at %s", checkpoint.get());
  }

  private void replaceWhereTopicsChanged() {
    for (Checkpoint checkpoint : List.copyOf(placed.values())) {
      String now = topicIds.get(checkpoint.partition().topic()).map(TopicIds.Seen::id).orElse("");
      if (!now.equals(checkpoint.topicId())) {
        LOG.warnf("topic is gone or another partition=%s", checkpoint.partition());
        unplace(checkpoint.partition());
      }
    }
  }

  private void unplace(TopicPartition partition) {
    placed.remove(partition);
    if (consumer.assignment().contains(partition)) {
      consumer.pause(Set.of(partition));
    }
  }

  void resume() {
    Set<TopicPartition> ready = new HashSet<>(consumer.paused());
    ready.retainAll(placed.keySet());
    if (!ready.isEmpty()) {
      consumer.resume(ready);
    }
  }

  /** Nothing is read until all is placed again: a checkpoint may have been committed unheard. */
  void holdAll() {
    consumer.pause(consumer.assignment());
    placed.clear();
    versions.forgetAll();
  }

  /**
   * Goes on behind a slice that was applied, or finds out what another replica has done.
   *
   * @param moved whether its checkpoint was still ours to move
   */
  void follow(Slice slice, boolean moved) {
    TopicPartition partition = slice.from().partition();
    if (!moved) {
      LOG.warnf("consumer was fenced partition=%s", partition);
      versions.forgetAll();
      unplace(partition);
      return;
    }
    placed.put(partition, slice.to());
    applied.reached(partition, slice.to().position());
    String otherTopic = slice.otherTopic();
    if (slice.newEpoch() != null) {
      for (TopicPartition one : List.copyOf(placed.keySet())) {
        if (one.topic().equals(partition.topic())) {
          unplace(one);
        }
      }
    } else if (otherTopic != null) {
      questions.put(
          partition, new Question(otherTopic, slice.from().topicId(), topicIds.looks() + 1));
      unplace(partition);
      topicIds.look();
    }
  }

  /** A quiet partition would not notice at its next message that it was set back. */
  void unplaceWhereMoved(Map<TopicPartition, Checkpoint> current) {
    for (Checkpoint checkpoint : List.copyOf(placed.values())) {
      if (!checkpoint.equals(current.get(checkpoint.partition()))) {
        LOG.infof("checkpoint was set elsewhere partition=%s", checkpoint.partition());
        versions.forgetAll();
        unplace(checkpoint.partition());
      }
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    // Any position will do for now, so that Kafka is not asked for one of its own.
    partitions.forEach(partition -> consumer.seek(partition, 0));
    consumer.pause(partitions);
    nextPlacing = System.nanoTime();
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    partitions.forEach(placed::remove);
    partitions.forEach(strays::remove);
    partitions.forEach(questions::remove);
    partitions.forEach(halted::remove);
    vain.forget(partitions);
    versions.forgetAll();
  }
}
