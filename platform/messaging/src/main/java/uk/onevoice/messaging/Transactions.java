package uk.onevoice.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Runs work in transactions of the handler's database. */
final class Transactions {
  private static final Logger LOG = Logger.getLogger(Transactions.class);

  private final DataSource database;

  Transactions(DataSource database) {
    this.database = database;
  }

  interface Work<T> {
    T in(Connection transaction) throws SQLException;
  }

  /**
   * Commits what the work has done, or nothing of it.
   *
   * @throws SQLException also when the work wrapped it in another exception
   */
  <T> T commit(Work<T> work) throws SQLException {
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

  /**
   * As {@link #commit}; a crash of the database may undo it, with its checkpoint, and it is made
   * again.
   */
  <T> T commitWithoutWaiting(Work<T> work) throws SQLException {
    return commit(transaction -> {
      try (Statement setting = transaction.createStatement()) {
        setting.execute("set local synchronous_commit = off");
      }
      return work.in(transaction);
    });
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
}
