package uk.onevoice.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears logs and applies their events, each once in effect: rows and checkpoint commit together.
 *
 * <ul>
 *   <li>Any number of replicas share the partitions. One that lost a partition without knowing is
 *       fenced by the checkpoint, and only for that partition.
 *   <li>A database that fails is tried again for ever; nothing is skipped meanwhile.
 *   <li>What can never be applied is parked with its stream, see {@link ParkedStreams}.
 *   <li>A topic that was lost and filled again is read from its start, without a second effect.
 *   <li>A log that was set back to an earlier time is heard again from its first event, or waits
 *       for a rebuild where the handler cannot begin again by itself.
 * </ul>
 *
 * <p>The tables come from the migrations in {@code db/messaging}.
 */
public final class EventConsumer implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(EventConsumer.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration BETWEEN_PLACINGS = Duration.ofMillis(200);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration FIRST_REST = Duration.ofMillis(200);
  private static final Duration LONGEST_REST = Duration.ofSeconds(5);
  private static final Duration FAREWELL = Duration.ofSeconds(30);
  private static final int CONSTRAINTS_ARE_FINAL_AFTER = 3;

  private final ConsumerSettings settings;
  private final DataSource database;
  private final EventHandler handler;
  private final Checkpoints checkpoints;
  private final Parking parking;
  private final Applied applied;
  private final Map<String, String> logs;
  private final Thread thread;
  private final Map<String, Instant> appliedAt = new HashMap<>();

  /** Partitions that are ours and whose checkpoint is known. */
  private final Map<TopicPartition, Checkpoint> placed = new HashMap<>();

  private final Map<TopicPartition, Set<String>> strays = new HashMap<>();

  /** Partitions in which a record named another topic; with the look that can settle it. */
  private final Map<TopicPartition, Question> questions = new HashMap<>();

  private final Set<TopicPartition> halted = new HashSet<>();

  /** Topics that are heard again after a new epoch and have not been heard to their end. */
  private final Set<String> startingOver = new HashSet<>();

  /** When all was well last, by topic. */
  private final Map<String, Instant> wellAt = new HashMap<>();

  /** Partitions whose next events were tried in vain. */
  private final Map<TopicPartition, Failed> failing = new HashMap<>();

  private final StreamVersions versions = new StreamVersions();

  private volatile boolean closed;
  private volatile @Nullable KafkaConsumer<byte[], byte[]> kafka;
  private volatile @Nullable String trouble;
  private boolean databaseAnswers;
  private int failures;
  private long restUntil = System.nanoTime();
  private long nextPlacing = System.nanoTime();
  private long nextLook = System.nanoTime();

  /**
   * @param topicId what a record named
   * @param answeredBy the look at the topics that was not begun when it came
   */
  private record Question(String topicId, String believed, long answeredBy) {}

  /**
   * @param offset where the events begin that were tried in vain
   * @param constraints how often it was a constraint that they broke
   */
  private record Failed(long offset, int constraints) {}

  private interface Work<T> {
    T in(Connection transaction) throws SQLException;
  }

  public EventConsumer(ConsumerSettings settings, DataSource database, EventHandler handler) {
    this.settings = settings;
    this.database = database;
    this.handler = handler;
    this.checkpoints = new Checkpoints(settings.name());
    this.parking = new Parking(settings.name());
    this.applied = new Applied(settings, database);
    this.logs =
        settings.topics().entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
    this.thread =
        Thread.ofPlatform().name("consumer-" + settings.name()).daemon().unstarted(this::run);
  }

  public EventConsumer start() {
    thread.start();
    return this;
  }

  /** How far it has come. */
  public Applied applied() {
    return applied;
  }

  private void run() {
    while (!closed) {
      try (var topicIds = new TopicIds(settings);
          var consumer =
              new KafkaConsumer<>(
                  properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
        kafka = consumer;
        forgetPartitions();
        consumer.subscribe(settings.topics().values(), new Assignment(consumer));
        while (!closed) {
          cycle(consumer, topicIds);
        }
      } catch (WakeupException woken) {
        LOG.debugf("consumer woken name=%s closed=%b", settings.name(), closed);
      } catch (KafkaException failed) {
        databaseAnswers = false;
        trouble("Kafka: " + failed.getMessage(), failed);
        pause();
      } catch (RuntimeException | Error defect) {
        LOG.error("consumer failed and starts again name=" + settings.name(), defect);
        databaseAnswers = false;
        trouble = "a defect: " + defect.getClass().getSimpleName();
        pause();
      }
    }
  }

  private Properties properties() {
    var properties = new Properties();
    properties.putAll(settings.kafka());
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.name());
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Integer.toString(settings.batchSize()));
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, "4194304");
    properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, "5000");
    properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "500");
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "10000");
    properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "3000");
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return properties;
  }

  private void cycle(KafkaConsumer<byte[], byte[]> consumer, TopicIds topicIds) {
    topicIds.lookWhenDue();
    try {
      if (System.nanoTime() - restUntil >= 0) {
        place(consumer, topicIds);
        heedOthers(consumer);
        resume(consumer);
      }
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      if (!records.isEmpty()) {
        apply(consumer, records, topicIds);
      }
      recover();
      report(consumer, topicIds);
    } catch (OffsetOutOfRangeException gone) {
      Set<TopicPartition> partitions = gone.offsetOutOfRangePartitions().keySet();
      LOG.warnf("consumer begins at the start of partitions=%s", partitions);
      consumer.seekToBeginning(partitions);
      topicIds.look();
    } catch (SQLException failed) {
      restAfter(consumer, failed);
    }
  }

  /** Finds out where to go on in partitions that are new to us. */
  private void place(KafkaConsumer<byte[], byte[]> consumer, TopicIds topicIds)
      throws SQLException {
    replaceWhereTopicsChanged(consumer, topicIds);
    Set<TopicPartition> unplaced = new HashSet<>(consumer.assignment());
    unplaced.removeAll(placed.keySet());
    if (unplaced.isEmpty() || System.nanoTime() - nextPlacing < 0) {
      return;
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
        place(consumer, connection, partition, topic.get().id());
      }
    }
    for (String topic : topics(halted)) {
      startOver(topic);
    }
  }

  private void place(
      KafkaConsumer<byte[], byte[]> consumer,
      Connection connection,
      TopicPartition partition,
      String topicId)
      throws SQLException {
    Optional<Checkpoint> checkpoint = checkpoints.place(connection, partition, topicId);
    if (checkpoint.isEmpty()) {
      if (halted.add(partition)) {
        LOG.errorf("log has a new epoch partition=%s", partition);
      }
      startingOver.add(partition.topic());
      return;
    }
    halted.remove(partition);
    failing.computeIfPresent(
        partition, (_, failed) -> failed.offset() == checkpoint.get().nextOffset() ? failed : null);
    placed.put(partition, checkpoint.get());
    applied.reached(partition, checkpoint.get().position());
    consumer.seek(partition, checkpoint.get().nextOffset());
    LOG.debugf("consumer goes on at %s", checkpoint.get());
  }

  /** Begins again with a log that was set back, unless the handler leaves that to a person. */
  private void startOver(String topic) throws SQLException {
    boolean emptied =
        inTransaction(transaction -> {
          boolean begins =
              checkpoints.lockWhereHalted(transaction, topic)
                  && handler.startOver(transaction, log(topic));
          if (begins) {
            Rebuild.from(transaction, settings.name(), topic);
          }
          return begins;
        });
    if (emptied) {
      LOG.warnf("log is heard again from its first event topic=%s", topic);
      versions.forgetAll();
    }
  }

  private static Set<String> topics(Collection<TopicPartition> partitions) {
    return partitions.stream().map(TopicPartition::topic).collect(Collectors.toUnmodifiableSet());
  }

  private void replaceWhereTopicsChanged(
      KafkaConsumer<byte[], byte[]> consumer, TopicIds topicIds) {
    for (Checkpoint checkpoint : List.copyOf(placed.values())) {
      String now = topicIds.get(checkpoint.partition().topic()).map(TopicIds.Seen::id).orElse("");
      if (!now.equals(checkpoint.topicId())) {
        LOG.warnf("topic is gone or another partition=%s", checkpoint.partition());
        unplace(consumer, checkpoint.partition());
      }
    }
  }

  private void unplace(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
    placed.remove(partition);
    if (consumer.assignment().contains(partition)) {
      consumer.pause(Set.of(partition));
    }
  }

  private void resume(KafkaConsumer<byte[], byte[]> consumer) {
    Set<TopicPartition> ready = new HashSet<>(consumer.paused());
    ready.retainAll(placed.keySet());
    if (!ready.isEmpty()) {
      consumer.resume(ready);
    }
  }

  private void apply(
      KafkaConsumer<byte[], byte[]> consumer,
      ConsumerRecords<byte[], byte[]> records,
      TopicIds topicIds)
      throws SQLException {
    List<Slice> slices = new ArrayList<>();
    for (TopicPartition partition : records.partitions()) {
      Checkpoint from = placed.get(partition);
      if (from != null) {
        slices.add(
            Slice.of(
                log(partition.topic()),
                from,
                records.records(partition),
                strays.getOrDefault(partition, Set.of()),
                () -> held(consumer, partition.topic())));
      }
    }
    try {
      Set<TopicPartition> moved = commit(slices);
      for (Slice slice : slices) {
        failing.remove(slice.from().partition());
        follow(consumer, slice, moved.contains(slice.from().partition()), topicIds);
      }
      databaseAnswers = true;
    } catch (SQLException failed) {
      slices.forEach(slice -> failedOnceMore(slice.from(), isConstraint(failed)));
      throw failed;
    }
  }

  /** How many records a topic has ever taken. */
  private static long held(KafkaConsumer<byte[], byte[]> consumer, String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(one -> new TopicPartition(topic, one.partition()))
            .toList();
    return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
  }

  private void failedOnceMore(Checkpoint from, boolean constraint) {
    Failed before = failing.get(from.partition());
    int constraints =
        before != null && before.offset() == from.nextOffset() ? before.constraints() : 0;
    failing.put(
        from.partition(), new Failed(from.nextOffset(), constraints + (constraint ? 1 : 0)));
  }

  /** Whether these very events have broken constraints so often that it is no accident. */
  private boolean constraintsAreFinal(List<Slice> slices) {
    return slices.stream()
        .map(slice -> failing.get(slice.from().partition()))
        .anyMatch(failed -> failed != null && failed.constraints() >= CONSTRAINTS_ARE_FINAL_AFTER);
  }

  private static boolean isConstraint(SQLException failed) {
    return failed.getSQLState() != null && failed.getSQLState().startsWith("23");
  }

  private Set<TopicPartition> commit(List<Slice> slices) throws SQLException {
    return inTransaction(
            transaction -> {
              commitWithoutWaiting(transaction);
              var batch =
                  new Batch(
                      transaction,
                      handler,
                      checkpoints,
                      parking,
                      versions,
                      constraintsAreFinal(slices));
              batch.apply(slices);
              return batch;
            })
        .committed();
  }

  /** Commits what the work has done, or nothing of it. */
  private <T> T inTransaction(Work<T> work) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T done = work.in(connection);
        connection.commit();
        return done;
      } catch (SQLException | RuntimeException | Error failed) {
        rollback(connection, failed);
        throw failed;
      } finally {
        autoCommit(connection);
      }
    } catch (RuntimeException failed) {
      throw asDatabaseFailure(failed);
    }
  }

  /** A commit that a crash of the database undoes is undone with its checkpoint, and made again. */
  private static void commitWithoutWaiting(Connection connection) throws SQLException {
    try (Statement setting = connection.createStatement()) {
      setting.execute("set local synchronous_commit = off");
    }
  }

  /** Goes on behind a slice that was applied, or finds out what another replica has done. */
  private void follow(
      KafkaConsumer<byte[], byte[]> consumer, Slice slice, boolean moved, TopicIds topicIds) {
    TopicPartition partition = slice.from().partition();
    if (!moved) {
      LOG.warnf("consumer was fenced partition=%s", partition);
      versions.forgetAll();
      unplace(consumer, partition);
      return;
    }
    placed.put(partition, slice.to());
    applied.reached(partition, slice.to().position());
    if (slice.to().position() > slice.from().position()) {
      appliedAt.put(partition.topic(), Instant.now());
    }
    String otherTopic = slice.otherTopic();
    if (slice.newEpoch() != null) {
      for (TopicPartition one : List.copyOf(placed.keySet())) {
        if (one.topic().equals(partition.topic())) {
          unplace(consumer, one);
        }
      }
    } else if (otherTopic != null) {
      questions.put(
          partition, new Question(otherTopic, slice.from().topicId(), topicIds.looks() + 1));
      unplace(consumer, partition);
      topicIds.look();
    }
  }

  /** Reads the batch again later: nothing of it has happened. */
  private void restAfter(KafkaConsumer<byte[], byte[]> consumer, SQLException failed) {
    failures++;
    databaseAnswers = false;
    trouble("the database: " + failed.getMessage(), failed);
    long rest =
        Math.min(LONGEST_REST.toNanos(), FIRST_REST.toNanos() << Math.min(failures - 1, 10));
    restUntil = System.nanoTime() + rest;
    consumer.pause(consumer.assignment());
    // A checkpoint may have been committed although we did not hear of it.
    placed.clear();
    versions.forgetAll();
  }

  /** Does what others ask for in the tables: a parked stream tried again, or a rebuild. */
  private void heedOthers(KafkaConsumer<byte[], byte[]> consumer) throws SQLException {
    if (System.nanoTime() - nextLook < 0) {
      return;
    }
    boolean more =
        inTransaction(transaction -> {
          unplaceWhereMoved(consumer, checkpoints.current(transaction));
          return new Retry(transaction, handler, parking, versions, logs).one();
        });
    databaseAnswers = true;
    if (!more) {
      nextLook = System.nanoTime() + BETWEEN_LOOKS.toNanos();
    }
  }

  /** A quiet partition would not notice at its next message that it was set back. */
  private void unplaceWhereMoved(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Checkpoint> current) {
    for (Checkpoint checkpoint : List.copyOf(placed.values())) {
      if (!checkpoint.equals(current.get(checkpoint.partition()))) {
        LOG.infof("checkpoint was set elsewhere partition=%s", checkpoint.partition());
        versions.forgetAll();
        unplace(consumer, checkpoint.partition());
      }
    }
  }

  /** All is well again once the database answers and nothing is left that was tried in vain. */
  private void recover() {
    if (databaseAnswers && failing.isEmpty()) {
      failures = 0;
      trouble = null;
    }
  }

  private String log(String topic) {
    return logs.getOrDefault(topic, topic);
  }

  private void report(KafkaConsumer<byte[], byte[]> consumer, TopicIds topicIds) {
    List<Applied.Freshness> now = new ArrayList<>();
    Instant contact = topicIds.lastContact();
    startingOver.removeIf(topic -> isAtItsEnd(consumer, topic));
    settings
        .topics()
        .forEach((log, topic) -> {
          String troubled = troubleOf(topic);
          if (troubled == null && contact != null) {
            wellAt.put(topic, contact);
          }
          now.add(
              new Applied.Freshness(
                  log,
                  applied.newest(topic),
                  appliedAt.get(topic),
                  lag(consumer, topic),
                  startingOver.contains(topic) ? null : wellAt.get(topic),
                  troubled));
        });
    now.sort(Comparator.comparing(Applied.Freshness::log));
    applied.freshness(List.copyOf(now));
  }

  private @Nullable String troubleOf(String topic) {
    if (topics(halted).contains(topic)) {
      return "the log was set back to an earlier time; rebuild";
    }
    return trouble == null && startingOver.contains(topic)
        ? "the log is heard again from its first event"
        : trouble;
  }

  /** Whether this replica has heard all there is in its partitions of a topic. */
  private boolean isAtItsEnd(KafkaConsumer<byte[], byte[]> consumer, String topic) {
    return consumer.assignment().stream()
        .filter(partition -> partition.topic().equals(topic))
        .allMatch(partition ->
            placed.containsKey(partition)
                && consumer.currentLag(partition).orElse(Long.MAX_VALUE) == 0);
  }

  private long lag(KafkaConsumer<byte[], byte[]> consumer, String topic) {
    long lag = 0;
    for (TopicPartition partition : placed.keySet()) {
      if (partition.topic().equals(topic) && consumer.assignment().contains(partition)) {
        OptionalLong known = consumer.currentLag(partition);
        lag += known.orElse(0);
      }
    }
    return lag;
  }

  private void trouble(String reason, Exception cause) {
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

  private void forgetPartitions() {
    placed.clear();
    strays.clear();
    questions.clear();
    halted.clear();
    failing.clear();
    versions.forgetAll();
  }

  /** A handler may have wrapped what the database said; anything else is a defect. */
  private static SQLException asDatabaseFailure(RuntimeException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException database) {
        return database;
      }
    }
    throw failed;
  }

  private static void rollback(Connection connection, Throwable failed) {
    try {
      connection.rollback();
    } catch (SQLException gone) {
      failed.addSuppressed(gone);
    }
  }

  private static void autoCommit(Connection connection) {
    try {
      connection.setAutoCommit(true);
    } catch (SQLException gone) {
      LOG.debug("connection was gone", gone);
    }
  }

  private void pause() {
    try {
      Thread.sleep(FIRST_REST);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  /** Ends after the batch under way. */
  @Override
  public void close() {
    closed = true;
    KafkaConsumer<byte[], byte[]> consumer = kafka;
    if (consumer != null) {
      consumer.wakeup();
    }
    try {
      if (!thread.join(FAREWELL)) {
        LOG.warnf("consumer did not end in time name=%s", settings.name());
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Holds new partitions back until their checkpoint is known. */
  private final class Assignment implements ConsumerRebalanceListener {
    private final KafkaConsumer<byte[], byte[]> consumer;

    private Assignment(KafkaConsumer<byte[], byte[]> consumer) {
      this.consumer = consumer;
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
      partitions.forEach(failing::remove);
      versions.forgetAll();
    }
  }
}
