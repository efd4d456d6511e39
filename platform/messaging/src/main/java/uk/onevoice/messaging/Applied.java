package uk.onevoice.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far a consumer has come, over all its replicas; who asks for a position may wait for it. A
 * position counts once its transaction is committed.
 */
public final class Applied {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  /**
   * How fresh a log is here.
   *
   * @param position the newest position of the log that is applied
   * @param appliedAt when this replica last applied events of the log; null before the first
   * @param lag records of this replica's partitions that wait in Kafka
   * @param contactAt when Kafka last answered this replica while nothing was in the way of hearing
   *     the log; null when it never did, and while the log is heard again from its first event
   * @param trouble why it is not getting on; null while it is
   */
  public record Freshness(
      String log,
      long position,
      @Nullable Instant appliedAt,
      long lag,
      @Nullable Instant contactAt,
      @Nullable String trouble) {}

  private final ConsumerSettings settings;
  private final DataSource database;
  private final Checkpoints checkpoints;
  private final Map<TopicPartition, Long> here = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition advanced = lock.newCondition();
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile long lastLook = System.nanoTime() - BETWEEN_LOOKS.toNanos();
  private volatile List<Freshness> freshness;

  Applied(ConsumerSettings settings, DataSource database) {
    this.settings = settings;
    this.database = database;
    this.checkpoints = new Checkpoints(settings.name());
    this.freshness =
        settings.topics().keySet().stream()
            .sorted()
            .map(log -> new Freshness(log, 0, null, 0, null, "not started"))
            .toList();
  }

  /** The consumer's name. */
  public String consumer() {
    return settings.name();
  }

  /** One entry per log, in the order of their names. */
  public List<Freshness> freshness() {
    return freshness;
  }

  void freshness(List<Freshness> now) {
    freshness = now;
  }

  /** Called when a transaction was committed, and when the checkpoint was read. */
  void reached(TopicPartition partition, long position) {
    here.put(partition, position);
    signal();
  }

  /**
   * Waits until a position is applied, by whichever replica. Blocks: call it on a virtual thread.
   *
   * @return whether it was applied in time; false at once for a log that is not heard here
   * @throws SQLException when the checkpoints cannot be read
   */
  public boolean await(String log, int partition, long position, Duration longest)
      throws SQLException {
    String topic = settings.topics().get(log);
    if (topic == null) {
      return false;
    }
    var wanted = new TopicPartition(topic, partition);
    long end = System.nanoTime() + longest.toNanos();
    while (here.getOrDefault(wanted, 0L) < position) {
      lookWhenDue();
      if (!awaitAdvance(wanted, position, end)) {
        return here.getOrDefault(wanted, 0L) >= position;
      }
    }
    return true;
  }

  /** Sees what other replicas have applied: one of all who wait looks, the others go by that. */
  private void lookWhenDue() throws SQLException {
    if (System.nanoTime() - lastLook < BETWEEN_LOOKS.toNanos()
        || !looking.compareAndSet(false, true)) {
      return;
    }
    try (Connection connection = database.getConnection()) {
      // Not backwards: this replica may have gone on since the rows were read.
      checkpoints
          .current(connection)
          .forEach((partition, reached) -> here.merge(partition, reached.position(), Math::max));
    } finally {
      lastLook = System.nanoTime();
      looking.set(false);
      signal();
    }
  }

  /** Rests until something is applied or it is time to look again; false when time is up. */
  private boolean awaitAdvance(TopicPartition wanted, long position, long end) {
    long left = end - System.nanoTime();
    if (left <= 0) {
      return false;
    }
    lock.lock();
    try {
      if (here.getOrDefault(wanted, 0L) < position) {
        advanced.await(Math.min(left, BETWEEN_LOOKS.toNanos()), TimeUnit.NANOSECONDS);
      }
      return true;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void signal() {
    lock.lock();
    try {
      advanced.signalAll();
    } finally {
      lock.unlock();
    }
  }

  long newest(String topic) {
    return here.entrySet().stream()
        .filter(entry -> entry.getKey().topic().equals(topic))
        .mapToLong(Map.Entry::getValue)
        .max()
        .orElse(0);
  }
}
