package uk.onevoice.eventstore.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.postgres.Database;

/**
 * Publishes a log to a topic: every event, or what is told of it in another language, in commit
 * order, at least once. Of all replicas' relays to one topic one works at a time; it holds a lock
 * in the database, and when it dies another takes over.
 *
 * <p>Any trouble with Kafka or the database is retried for ever, and visible in {@link #status}.
 */
public final class Relay implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
  private static final Duration FAREWELL = Duration.ofSeconds(15);

  /**
   * How it stands.
   *
   * @param leading whether this replica's relay is the one at work
   * @param position how far it has published, as far as this replica knows
   * @param head where the log ended when it last looked; it looks while it is in trouble, too
   * @param trouble why it is not getting on; null while it is
   */
  public record Status(boolean leading, long position, long head, @Nullable String trouble) {
    /** Committed events that are not published yet. */
    public long lag() {
      return Math.max(0, head - position);
    }
  }

  private final Database database;
  private final RelaySettings settings;
  private final Runnable beforeCursorMoves;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean work;
  private volatile boolean closed;
  private volatile Status status = new Status(false, 0, 0, null);

  public Relay(Database database, RelaySettings settings) {
    this(database, settings, () -> {});
  }

  /**
   * @param beforeCursorMoves called when records are acknowledged and the cursor does not know yet
   */
  Relay(Database database, RelaySettings settings, Runnable beforeCursorMoves) {
    this.database = database;
    this.settings = settings;
    this.beforeCursorMoves = beforeCursorMoves;
    this.thread =
        Thread.ofPlatform().name("relay-" + settings.name()).daemon().unstarted(this::run);
  }

  public Relay start() {
    thread.start();
    return this;
  }

  /** Says that events were committed; returns at once. */
  public void wake() {
    lock.lock();
    try {
      work = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  public Status status() {
    return status;
  }

  private void run() {
    while (!closed) {
      try (Connection connection = database.connect("onevoice-relay-" + settings.name(), SILENCE)) {
        awaitLeadership(connection);
        while (!closed) {
          publish(connection);
        }
      } catch (SQLException | RuntimeException failed) {
        trouble("the database: " + failed.getMessage(), failed);
        status = new Status(false, status.position(), status.head(), status.trouble());
        pause();
      }
    }
    status = new Status(false, status.position(), status.head(), status.trouble());
  }

  private void awaitLeadership(Connection connection) throws SQLException {
    while (!closed && !lead(connection)) {
      look(connection, false, null);
      pause();
    }
  }

  private boolean lead(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select pg_try_advisory_lock(hashtextextended('relay ' || ?, 0))")) {
      select.setString(1, settings.topic());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** One run; returns when it was interrupted and the connection, and so the lock, still holds. */
  private void publish(Connection connection) throws SQLException {
    try (Publication publication = Publication.begin(connection, settings, beforeCursorMoves)) {
      status = new Status(true, publication.position(), publication.head(), null);
      LOG.infof("relay leads log=%s position=%d", settings.name(), publication.position());
      while (!closed) {
        boolean more = publication.next();
        status = new Status(true, publication.position(), publication.head(), null);
        if (!more) {
          rest(settings.poll());
        }
      }
      publication.end();
    } catch (RelayInterrupted | KafkaException interrupted) {
      String reason = String.valueOf(interrupted.getMessage());
      trouble(reason, interrupted);
      // Kafka is no longer heard from, but the log goes on and the backlog with it.
      look(connection, true, reason);
      pause();
    }
  }

  private void look(Connection connection, boolean leading, @Nullable String trouble)
      throws SQLException {
    var standing = RelayCursor.standing(connection, settings.topic());
    status = new Status(leading, standing.position(), standing.head(), trouble);
  }

  private void trouble(String reason, Exception cause) {
    if (!closed) {
      LOG.warnf("relay interrupted log=%s reason=%s", settings.name(), reason);
      LOG.debug("relay interrupted", cause);
    }
    status = new Status(status.leading(), status.position(), status.head(), reason);
  }

  /** Rests until there is work, at most so long. */
  private void rest(Duration longest) {
    lock.lock();
    try {
      if (!work && !closed) {
        changed.awaitNanos(longest.toNanos());
      }
      work = false;
    } catch (InterruptedException ended) {
      end(ended);
    } finally {
      lock.unlock();
    }
  }

  /** Lets trouble pass, whatever work there is. */
  private void pause() {
    lock.lock();
    try {
      for (long left = BETWEEN_TRIES.toNanos(); left > 0 && !closed; ) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException ended) {
      end(ended);
    } finally {
      lock.unlock();
    }
  }

  private void end(InterruptedException ended) {
    LOG.debug("relay interrupted", ended);
    Thread.currentThread().interrupt();
    closed = true;
  }

  /** Ends; what was not published yet is published by another replica or at the next start. */
  @Override
  public void close() {
    closed = true;
    wake();
    try {
      if (!thread.join(FAREWELL)) {
        LOG.warnf("relay did not end in time log=%s", settings.name());
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
