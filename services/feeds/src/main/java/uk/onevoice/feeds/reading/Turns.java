package uk.onevoice.feeds.reading;

import java.sql.SQLException;
import java.util.concurrent.Semaphore;

/**
 * So many readers at once ask the database, and the others wait in the order in which they came: a
 * thousand of them whom one event wakes are all answered, and webhooks and subscriptions, which
 * have the other connections, do not wait behind them.
 */
final class Turns {
  private final Semaphore free;

  Turns(int atOnce) {
    this.free = new Semaphore(atOnce, true);
  }

  /** What is asked of the database, with one connection after another. */
  interface Question<T> {
    T ask() throws SQLException;
  }

  /** Asks when it is the caller's turn. Blocks: call it on a virtual thread. */
  <T> T take(Question<T> question) throws SQLException {
    free.acquireUninterruptibly();
    try {
      return question.ask();
    } finally {
      free.release();
    }
  }
}
