package uk.onevoice.projection.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import uk.onevoice.projection.served.Served;

/** Reads facts: all queries of one answer see the same state of the tables. */
@ApplicationScoped
class FactReader {
  private final DataSource database;
  private final Served served;

  FactReader(DataSource database, Served served) {
    this.database = database;
    this.served = served;
  }

  /**
   * @param token of the freshness before; the facts read are as fresh or fresher
   */
  <T> T read(PointInTime time, String token, Function<Snapshot, T> reading) {
    try (Connection connection = database.getConnection()) {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      try {
        served.inTransaction(connection);
        return reading.apply(new Snapshot(connection, time, token));
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
}
