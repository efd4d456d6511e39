package uk.onevoice.projection.facts;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.testkit.stack.Database;
import uk.onevoice.testkit.stack.RunningStack;

/** A database of its own with the projection's tables, in the test stack's PostgreSQL. */
public final class FactDatabase implements AutoCloseable {
  /**
   * Over so few facts any plan will do, and to plan a reading takes many times as long as to read.
   * EnglandTest plans each, as the service does. Nor is any compiled, as in the service.
   */
  private static final String PLANNED_ONCE =
      "?prepareThreshold=1&preparedStatementCacheQueries=1024"
          + "&options=-c%20plan_cache_mode=force_generic_plan%20-c%20jit=off";

  private final Database database;
  private final Connection connection;

  /** Two that may take turns, of which the second remembers little. */
  private final List<FactEvents> replicas =
      List.of(new FactEvents(), new FactEvents(new Memory(40)));

  private FactDatabase(Database database, Connection connection) {
    this.database = database;
    this.connection = connection;
  }

  /** The tables and functions with nothing in them, made once for all test classes. */
  private static final class Model {
    private static final Database MIGRATED = migrated();

    private static Database migrated() {
      RunningStack stack = RunningStack.get();
      Database model = stack.createDatabase("facts");
      Flyway.configure()
          .dataSource(model.url(), model.username(), model.password())
          .locations("db/projection")
          .load()
          .migrate();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stack.dropDatabase(model)));
      return model;
    }
  }

  public static FactDatabase create() throws SQLException {
    Database database = RunningStack.get().copyDatabase(Model.MIGRATED);
    Connection connection =
        DriverManager.getConnection(
            database.url() + PLANNED_ONCE, database.username(), database.password());
    connection.setAutoCommit(false);
    return new FactDatabase(database, connection);
  }

  public Connection connection() {
    return connection;
  }

  /** Another connection, on which each statement is a transaction; whoever asks closes it. */
  Connection autoCommitting() throws SQLException {
    return DriverManager.getConnection(database.url(), database.username(), database.password());
  }

  /** Applies a batch as the consumer hands it on: without what is ignored. */
  public void apply(List<HeardEvent> batch) throws SQLException {
    applyBy(0, batch);
  }

  /** The same by one of two replicas. */
  void applyBy(int replica, List<HeardEvent> batch) throws SQLException {
    applyWithoutCommit(replica, batch);
    connection.commit();
  }

  /** The same, and the transaction comes to nothing. */
  void applyInVain(int replica, List<HeardEvent> batch) throws SQLException {
    applyWithoutCommit(replica, batch);
    connection.rollback();
  }

  private void applyWithoutCommit(int replica, List<HeardEvent> batch) throws SQLException {
    FactEvents facts = replicas.get(replica);
    facts.apply(
        connection,
        batch.stream().filter(event -> !facts.ignores().contains(event.type())).toList());
  }

  /** Not by truncating: that makes new files, and every reading would be planned anew. */
  public void clear() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (FactTable<?> table : FactTable.ALL) {
        statement.addBatch("delete from " + table.name());
      }
      statement.addBatch("delete from heard_stream");
      statement.addBatch("delete from freshness");
      statement.executeBatch();
    }
    connection.commit();
  }

  /** One digest over all rows of all fact tables, whatever their order on disk. */
  String digest() throws SQLException {
    StringBuilder digest = new StringBuilder();
    for (FactTable<?> table : FactTable.ALL) {
      digest
          .append(table.name())
          .append(' ')
          .append(
              rows(
                  "select count(*), md5(string_agg(f::text, '\n' order by f::text collate \"C\"))"
                      + " from "
                      + table.name()
                      + " f"))
          .append('\n');
    }
    return digest.toString();
  }

  /** Rows as text, cells separated by bars. */
  List<String> rows(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        Object value = parameters[i];
        query.setObject(
            i + 1, value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
      }
      List<String> rows = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        int width = row.getMetaData().getColumnCount();
        while (row.next()) {
          Object[] cells = new Object[width];
          for (int i = 0; i < width; i++) {
            Object cell = row.getObject(i + 1);
            cells[i] = cell instanceof Array list ? List.of((Object[]) list.getArray()) : cell;
          }
          rows.add(NaiveReading.row(cells));
        }
      }
      return rows;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    RunningStack.get().dropDatabase(database);
  }
}
