package uk.onevoice.projection.reading;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.served.Served;

/** Reads facts: all queries of one answer see the same state of the tables. */
@ApplicationScoped
class FactReader {
  /** So few that who waits for a second connection never waits for others who do the same. */
  private static final int MOST_ASIDE = 4;

  private final DataSource database;
  private final Served served;
  private final Semaphore toSpare = new Semaphore(MOST_ASIDE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  FactReader(DataSource database, Served served) {
    this.database = database;
    this.served = served;
  }

  /**
   * @param token of the freshness before; the facts read are as fresh or fresher
   */
  <T> T read(PointInTime time, String token, Function<Snapshot, T> reading) {
    return inOneState(
        null, connection -> reading.apply(new Snapshot(connection, new OnAnother(), time, token)));
  }

  /** A half of an answer that is read on another connection, as long as not too many are. */
  private final class OnAnother implements Snapshot.Aside {
    @Override
    public <T> Supplier<T> read(Connection seesTheSame, Function<Connection, T> reading) {
      if (!toSpare.tryAcquire()) {
        return Snapshot.Aside.none().read(seesTheSame, reading);
      }
      CompletableFuture<T> answer;
      try {
        String state = exported(seesTheSame);
        answer = CompletableFuture.supplyAsync(() -> inOneState(state, reading), threads);
      } catch (RuntimeException failed) {
        toSpare.release();
        throw failed;
      }
      answer.whenComplete((_, _) -> toSpare.release());
      return () -> joined(answer);
    }
  }

  private static <T> T joined(CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  private static String exported(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_export_snapshot()")) {
      row.next();
      return row.getString(1);
    } catch (SQLException cause) {
      throw new FactsUnavailable(cause);
    }
  }

  /**
   * @param state one that another transaction has exported; null for the newest
   */
  private <T> T inOneState(@Nullable String state, Function<Connection, T> reading) {
    try (Connection connection = database.getConnection()) {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      try {
        if (state != null) {
          try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction snapshot '" + state + "'");
          }
        }
        served.inTransaction(connection);
        return reading.apply(connection);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.setReadOnly(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      }
    } catch (SQLException cause) {
      throw new FactsUnavailable(cause);
    }
  }

  @PreDestroy
  void close() {
    threads.close();
  }
}
