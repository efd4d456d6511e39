package uk.onevoice.feeds.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells those who wait that the log has grown, by whichever replica: of all who wait here one looks
 * and the others go by that, so that a thousand readers ask the database no oftener than one.
 */
@ApplicationScoped
public class Arrivals {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final FeedLog log;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition looked = lock.newCondition();
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile long position;
  private volatile long lastLook = System.nanoTime() - BETWEEN_LOOKS.toNanos();

  Arrivals(FeedLog log) {
    this.log = log;
  }

  /**
   * Waits until the log reaches behind a position. Blocks: call it on a virtual thread.
   *
   * @return whether it does; false when the time is up, and when the thread was interrupted
   */
  public boolean await(long behind, Duration longest) throws SQLException {
    long end = System.nanoTime() + longest.toNanos();
    while (position <= behind) {
      lookWhenDue();
      if (position <= behind && !rest(end)) {
        return false;
      }
    }
    return true;
  }

  private void lookWhenDue() throws SQLException {
    if (System.nanoTime() - lastLook < BETWEEN_LOOKS.toNanos()
        || !looking.compareAndSet(false, true)) {
      return;
    }
    try {
      position = log.reach().position();
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
