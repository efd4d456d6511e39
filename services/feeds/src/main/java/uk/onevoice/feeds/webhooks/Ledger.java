package uk.onevoice.feeds.webhooks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/** Work on the tables of webhooks: a few at a time, so that readers find connections too. */
final class Ledger {
  private static final int AT_A_TIME = 6;

  private final DataSource database;
  private final Semaphore places = new Semaphore(AT_A_TIME, true);

  Ledger(DataSource database) {
    this.database = database;
  }

  interface Work<T> {
    T in(Connection transaction) throws SQLException;
  }

  /** All of it or nothing, and kept whatever happens. */
  <T> T commit(Work<T> work) throws SQLException {
    return commit(work, false);
  }

  /**
   * The same; a crash of the database may undo the last of it, in its order. Then it is rung once
   * more, with the same id.
   */
  <T> T commitWithoutWaiting(Work<T> work) throws SQLException {
    return commit(work, true);
  }

  /** Looks only: each statement by itself. */
  <T> T read(Work<T> work) throws SQLException {
    places.acquireUninterruptibly();
    try (Connection connection = database.getConnection()) {
      return work.in(connection);
    } finally {
      places.release();
    }
  }

  private <T> T commit(Work<T> work, boolean withoutWaiting) throws SQLException {
    places.acquireUninterruptibly();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        if (withoutWaiting) {
          try (Statement setting = connection.createStatement()) {
            setting.execute("set local synchronous_commit = off");
          }
        }
        T done = work.in(connection);
        connection.commit();
        return done;
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    } finally {
      places.release();
    }
  }
}
