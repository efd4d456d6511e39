package uk.onevoice.feeds.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Tells those who wait what has come, by whichever replica. Of all who wait here one looks, and
 * each of the others sees in what was found whether it is for them: a thousand readers who wait ask
 * the database no oftener than one, and an event is read by those whom it concerns.
 */
@ApplicationScoped
public class Arrivals {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  /** So many of the last events are remembered; who is further behind reads the log. */
  private static final int REMEMBERED = 2_000;

  private final FeedLog log;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition looked = lock.newCondition();
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile Seen seen = new Seen(-1, -1, -1, List.of());
  private volatile long lastLook = System.nanoTime() - BETWEEN_LOOKS.toNanos();

  Arrivals(FeedLog log) {
    this.log = log;
  }

  /**
   * What the last look saw.
   *
   * @param behind what came behind this position is in the events
   * @param position the last of the log
   * @param changes counts what has changed about who may read
   */
  private record Seen(long behind, long position, long changes, List<Arrival> events) {}

  /**
   * What ended a wait.
   *
   * @param position up to there nothing is for the reader
   * @param found whether something behind it may be
   * @param changes counts what has changed about who may read
   */
  public record Woken(long position, boolean found, long changes) {}

  /**
   * Waits until something comes behind a position that is for the reader, or until who may read has
   * changed. Blocks: call it on a virtual thread.
   *
   * @param changes the last that the caller knows of
   */
  public Woken await(
      String organisation, Filter filter, long behind, long changes, Duration longest)
      throws SQLException {
    long end = System.nanoTime() + longest.toNanos();
    long none = behind;
    while (true) {
      lookWhenDue();
      Seen now = seen;
      if (now.position() > none) {
        long from = none;
        if (now.behind() > from
            || now.events().stream()
                .anyMatch(one -> one.position() > from && one.isFor(organisation, filter))) {
          return new Woken(none, true, now.changes());
        }
        none = now.position();
      }
      if (now.changes() > changes || !rest(end)) {
        return new Woken(none, false, Math.max(changes, now.changes()));
      }
    }
  }

  private void lookWhenDue() throws SQLException {
    if (System.nanoTime() - lastLook < BETWEEN_LOOKS.toNanos()
        || !looking.compareAndSet(false, true)) {
      return;
    }
    try {
      look();
    } finally {
      lastLook = System.nanoTime();
      looking.set(false);
      lock.lock();
      try {
        looked.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private void look() throws SQLException {
    Seen before = seen;
    FeedLog.Reach reach = log.reach();
    long from = Math.max(before.position(), reach.position() - REMEMBERED);
    List<Arrival> more = reach.position() > from ? log.arrivals(from, reach.position()) : List.of();
    // Without a gap: either behind what was seen before, or alone.
    Stream<Arrival> all =
        from == before.position()
            ? Stream.concat(before.events().stream(), more.stream())
            : more.stream();
    long oldest = reach.position() - REMEMBERED;
    List<Arrival> events = all.filter(one -> one.position() > oldest).toList();
    long behind = from == before.position() ? Math.max(before.behind(), oldest) : from;
    seen = new Seen(behind, reach.position(), reach.changes(), events);
  }

  private boolean rest(long end) {
    long left = end - System.nanoTime();
    if (left <= 0) {
      return false;
    }
    lock.lock();
    try {
      var _ = looked.awaitNanos(Math.min(left, BETWEEN_LOOKS.toNanos()));
      return true;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
