package uk.onevoice.organisations.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import uk.onevoice.eventstore.EventStoreException;

/**
 * Lets one person be merged into another at a time, over all replicas: two merges that cross would
 * leave two records that each stand for the other.
 */
@ApplicationScoped
public class OneMergeAtATime {
  /** Any number that no other lock of this database has. */
  private static final long LOCK = 7_205_759_403_792L;

  private final DataSource database;

  OneMergeAtATime(DataSource database) {
    this.database = database;
  }

  public <T> T take(Supplier<T> merge) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
        lock.setLong(1, LOCK);
        lock.execute();
        return merge.get();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException cause) {
      throw new EventStoreException("The lock of merges could not be taken.", cause);
    }
  }
}
