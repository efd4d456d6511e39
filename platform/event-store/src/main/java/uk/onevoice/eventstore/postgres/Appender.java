package uk.onevoice.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.Append;
import uk.onevoice.eventstore.EventRefused;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.eventstore.Outcome;

/**
 * Group commit: one thread with one connection takes the commands that wait, and appends them in
 * one transaction. It never waits for more to come: while one batch commits, the next one gathers.
 *
 * <p>A batch that fails as a whole is appended again one by one, so that a command which cannot be
 * stored harms no other. When the connection is lost, what the lost batch had stored is looked up
 * by its events' ids before anything is sent again.
 */
final class Appender implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Appender.class);
  private static final int MOST_COMMANDS = 256;
  private static final int MOST_EVENTS = 10_000;
  private static final int MOST_WAITING = 20_000;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

  private record Waiting(Append append, CompletableFuture<Outcome> outcome) {}

  private record Key(String client, String key) {}

  private final Database database;
  private final Duration patience;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private @Nullable Connection connection;
  private @Nullable AppendBatch batches;
  private boolean closed;

  /**
   * @param patience how long a command waits at most, and how long the server may be silent
   */
  Appender(Database database, Duration patience) {
    this.database = database;
    this.patience = patience;
    this.thread = Thread.ofPlatform().name("event-appender").daemon().unstarted(this::run);
    thread.start();
  }

  CompletableFuture<Outcome> append(Append append) {
    var outcome = new CompletableFuture<Outcome>();
    synchronized (waiting) {
      if (closed || waiting.size() >= MOST_WAITING) {
        outcome.completeExceptionally(
            new EventStoreException(
                closed ? "The event store is closed." : "Too many commands are waiting.", null));
        return outcome;
      }
      waiting.add(new Waiting(append, outcome));
      waiting.notifyAll();
    }
    // By a clock and not by the appender, which may itself be waiting for the server.
    return outcome
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyCompose(failed ->
            CompletableFuture.failedFuture(
                failed instanceof TimeoutException
                    ? new EventStoreException("The database did not answer in time.", failed)
                    : failed));
  }

  /** Called after each commit that added events, by the appender's thread. */
  void whenCommitted(Runnable listener) {
    listeners.add(listener);
  }

  private void run() {
    try {
      for (List<Waiting> batch = take(); !batch.isEmpty(); batch = take()) {
        try {
          append(batch);
        } catch (RuntimeException | Error defect) {
          LOG.error("append batch failed commands=" + batch.size(), defect);
          batch.forEach(one -> one.outcome().completeExceptionally(defect));
        }
      }
    } finally {
      disconnect();
    }
  }

  /** The next batch, at most one command per stream and per key; empty when closed and done. */
  private List<Waiting> take() {
    synchronized (waiting) {
      while (waiting.isEmpty() && !closed) {
        try {
          waiting.wait();
        } catch (InterruptedException ended) {
          Thread.currentThread().interrupt();
          return List.of();
        }
      }
      List<Waiting> batch = new ArrayList<>();
      Set<Object> taken = new HashSet<>();
      int events = 0;
      for (Iterator<Waiting> next = waiting.iterator();
          next.hasNext() && batch.size() < MOST_COMMANDS && events < MOST_EVENTS; ) {
        Waiting candidate = next.next();
        if (fits(candidate.append(), taken)) {
          batch.add(candidate);
          events += candidate.append().events().size();
          next.remove();
        }
      }
      return batch;
    }
  }

  private static boolean fits(Append append, Set<Object> taken) {
    var request = append.request();
    Object key = request == null ? null : new Key(request.client(), request.key());
    if (taken.contains(append.stream()) || (key != null && taken.contains(key))) {
      return false;
    }
    taken.add(append.stream());
    if (key != null) {
      taken.add(key);
    }
    return true;
  }

  private void append(List<Waiting> batch) {
    List<Waiting> left = batch;
    boolean unsure = false;
    while (!left.isEmpty()) {
      left = left.stream().filter(one -> !one.outcome().isDone()).toList();
      try {
        AppendBatch call = connected();
        if (unsure) {
          left = withoutStored(left);
        }
        if (!left.isEmpty()) {
          complete(left, call.append(left.stream().map(Waiting::append).toList()), unsure);
        }
        return;
      } catch (SQLException failed) {
        if (isConnectionLost(failed)) {
          LOG.warnf(
              "append connection lost commands=%d reason=%s", left.size(), failed.getMessage());
          disconnect();
          unsure = true;
          rest();
        } else if (Outage.is(failed)) {
          // The server took all of it back: a lock that was not to be had, a disk that is full.
          LOG.warnf("append deferred commands=%d state=%s", left.size(), failed.getSQLState());
          rest();
        } else if (left.size() == 1) {
          left.getFirst().outcome().completeExceptionally(refused(failed));
          return;
        } else {
          left.forEach(one -> append(List.of(one)));
          return;
        }
      }
    }
  }

  private void complete(List<Waiting> batch, List<Outcome> outcomes, boolean unsure)
      throws SQLException {
    boolean grown = false;
    for (int index = 0; index < batch.size(); index++) {
      Waiting one = batch.get(index);
      Outcome outcome = outcomes.get(index);
      grown |= outcome instanceof Outcome.Appended && !one.append().events().isEmpty();
      if (unsure && outcome instanceof Outcome.VersionConflict) {
        // The lost connection's batch may have committed only now; then the conflict is with us.
        outcome = StoredAppends.find(open(), one.append()).orElse(outcome);
      }
      one.outcome().complete(outcome);
    }
    if (grown) {
      listeners.forEach(Runnable::run);
    }
  }

  private List<Waiting> withoutStored(List<Waiting> batch) throws SQLException {
    List<Waiting> left = new ArrayList<>();
    for (Waiting one : batch) {
      var stored = StoredAppends.find(open(), one.append());
      stored.ifPresentOrElse(one.outcome()::complete, () -> left.add(one));
    }
    return left;
  }

  private static EventRefused refused(SQLException failed) {
    return new EventRefused(
        "The database refused the events, state " + failed.getSQLState() + ".", failed);
  }

  /** Whether nothing can be said about what the server did with the last batch. */
  private boolean isConnectionLost(SQLException failed) {
    String state = failed.getSQLState();
    try {
      return state == null
          || state.startsWith("08")
          || state.startsWith("57P")
          || connection == null
          || connection.isClosed();
    } catch (SQLException gone) {
      return true;
    }
  }

  private AppendBatch connected() throws SQLException {
    AppendBatch known = batches;
    if (known != null) {
      return known;
    }
    Connection opened = database.connect("onevoice-appender", patience);
    connection = opened;
    try (Statement setting = opened.createStatement()) {
      // The server gives up before the socket does: then it is certain that nothing was stored.
      setting.execute("set lock_timeout = " + patience.toMillis() / 3);
    }
    batches = new AppendBatch(opened);
    return batches;
  }

  private Connection open() throws SQLException {
    Connection known = connection;
    if (known == null) {
      throw new SQLException("There is no connection.", "08003");
    }
    return known;
  }

  private void disconnect() {
    Connection known = connection;
    connection = null;
    batches = null;
    if (known != null) {
      try {
        known.close();
      } catch (SQLException gone) {
        LOG.debug("append connection was gone already", gone);
      }
    }
  }

  private static void rest() {
    try {
      Thread.sleep(BETWEEN_TRIES);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Appends what waits, then ends. */
  @Override
  public void close() {
    synchronized (waiting) {
      closed = true;
      waiting.notifyAll();
    }
    try {
      thread.join(patience.multipliedBy(2));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
