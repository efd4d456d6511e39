package uk.onevoice.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
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
  private static final Duration POLL = Duration.ofMillis(200);

  /** The broker answers at once when there is something: so long it may wait for it. */
  private static final Duration FETCH_WAIT = Duration.ofMillis(1_500);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration FIRST_REST = Duration.ofMillis(200);
  private static final Duration LONGEST_REST = Duration.ofSeconds(5);
  private static final Duration FAREWELL = Duration.ofSeconds(30);

  private final ConsumerSettings settings;
  private final DataSource database;
  private final EventHandler handler;
  private final Checkpoints checkpoints;
  private final Parking parking;
  private final Applied applied;
  private final Wellbeing wellbeing;
  private final Transactions transactions;
  private final Map<String, String> logs;
  private final Thread thread;
  private final VainTries vain = new VainTries();
  private final StreamVersions versions = new StreamVersions();

  private volatile boolean closed;
  private volatile @Nullable KafkaConsumer<byte[], byte[]> kafka;
  private boolean databaseAnswers;
  private int failures;
  private long restUntil = System.nanoTime();
  private long nextLook = System.nanoTime();

  public EventConsumer(ConsumerSettings settings, DataSource database, EventHandler handler) {
    this.settings = settings;
    this.database = database;
    this.handler = handler;
    this.checkpoints = new Checkpoints(settings.name());
    this.parking = new Parking(settings.name());
    this.applied = new Applied(settings, database);
    this.wellbeing = new Wellbeing(settings, applied);
    this.transactions = new Transactions(database);
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
        vain.forgetAll();
        versions.forgetAll();
        var placement = new Placement(consumer, topicIds, checkpoints, applied, versions, vain);
        consumer.subscribe(settings.topics().values(), placement);
        while (!closed) {
          cycle(consumer, topicIds, placement);
        }
      } catch (WakeupException woken) {
        LOG.debugf("consumer woken name=%s closed=%b", settings.name(), closed);
      } catch (KafkaException failed) {
        databaseAnswers = false;
        wellbeing.trouble("Kafka: " + failed.getMessage(), failed, closed);
        pause();
      } catch (RuntimeException | Error defect) {
        LOG.error("consumer failed and starts again name=" + settings.name(), defect);
        databaseAnswers = false;
        wellbeing.defect(defect);
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
    properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Long.toString(FETCH_WAIT.toMillis()));
    properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, "5000");
    properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "500");
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "10000");
    properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "3000");
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return properties;
  }

  private void cycle(
      KafkaConsumer<byte[], byte[]> consumer, TopicIds topicIds, Placement placement) {
    topicIds.lookWhenDue();
    try {
      if (System.nanoTime() - restUntil >= 0) {
        place(placement);
        heedOthers(placement);
        placement.resume();
      }
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      if (!records.isEmpty()) {
        apply(consumer, records, placement);
      }
      recover();
      wellbeing.report(consumer, placement, topicIds.lastContact());
    } catch (OffsetOutOfRangeException gone) {
      Set<TopicPartition> partitions = gone.offsetOutOfRangePartitions().keySet();
      LOG.warnf("consumer begins at the start of partitions=%s", partitions);
      consumer.seekToBeginning(partitions);
      topicIds.look();
    } catch (SQLException failed) {
      restAfter(placement, failed);
    }
  }

  private void place(Placement placement) throws SQLException {
    if (placement.place(database)) {
      wellbeing.startsOver(placement.halted());
      for (String topic : placement.halted()) {
        startOver(topic);
      }
    }
  }

  /** Begins again with a log that was set back, unless the handler leaves that to a person. */
  private void startOver(String topic) throws SQLException {
    boolean emptied =
        transactions.commit(transaction -> {
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

  private void apply(
      KafkaConsumer<byte[], byte[]> consumer,
      ConsumerRecords<byte[], byte[]> records,
      Placement placement)
      throws SQLException {
    List<Slice> slices = new ArrayList<>();
    for (TopicPartition partition : records.partitions()) {
      Checkpoint from = placement.of(partition);
      if (from != null) {
        slices.add(
            Slice.of(
                log(partition.topic()),
                settings.telling(),
                from,
                records.records(partition),
                placement.strays(partition),
                () -> held(consumer, partition.topic())));
      }
    }
    try {
      Set<TopicPartition> moved = commit(slices);
      for (Slice slice : slices) {
        TopicPartition partition = slice.from().partition();
        vain.forget(partition);
        placement.follow(slice, moved.contains(partition));
        if (moved.contains(partition) && slice.to().position() > slice.from().position()) {
          wellbeing.appliedNow(partition.topic());
        }
      }
      databaseAnswers = true;
    } catch (SQLException failed) {
      slices.forEach(slice -> vain.onceMore(slice.from(), failed));
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

  /** The partitions whose checkpoint was still ours to move. */
  private Set<TopicPartition> commit(List<Slice> slices) throws SQLException {
    return transactions
        .commitWithoutWaiting(transaction -> {
          var batch =
              new Batch(
                  transaction,
                  handler,
                  checkpoints,
                  parking,
                  versions,
                  vain.constraintsAreFinal(slices));
          batch.apply(slices);
          return batch;
        })
        .committed();
  }

  /** Reads the batch again later: nothing of it has happened. */
  private void restAfter(Placement placement, SQLException failed) {
    failures++;
    databaseAnswers = false;
    wellbeing.trouble("the database: " + failed.getMessage(), failed, closed);
    long rest =
        Math.min(LONGEST_REST.toNanos(), FIRST_REST.toNanos() << Math.min(failures - 1, 10));
    restUntil = System.nanoTime() + rest;
    placement.holdAll();
  }

  /** Does what others ask for in the tables: a parked stream tried again, or a rebuild. */
  private void heedOthers(Placement placement) throws SQLException {
    if (System.nanoTime() - nextLook < 0) {
      return;
    }
    boolean more =
        transactions.commit(transaction -> {
          placement.unplaceWhereMoved(checkpoints.current(transaction));
          return new Retry(transaction, handler, parking, versions, logs).one();
        });
    databaseAnswers = true;
    if (!more) {
      nextLook = System.nanoTime() + BETWEEN_LOOKS.toNanos();
    }
  }

  /** All is well again once the database answers and nothing is left that was tried in vain. */
  private void recover() {
    if (databaseAnswers && vain.isEmpty()) {
      failures = 0;
      wellbeing.recovered();
    }
  }

  private String log(String topic) {
    return logs.getOrDefault(topic, topic);
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
}
