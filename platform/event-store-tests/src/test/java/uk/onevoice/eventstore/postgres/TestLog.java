package uk.onevoice.eventstore.postgres;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import uk.onevoice.testkit.stack.RunningStack;

/** A database of its own with an empty log, dropped at the end. */
public final class TestLog implements AutoCloseable {
  private final uk.onevoice.testkit.stack.Database owned;
  private final AgroalDataSource pool;

  public TestLog() throws SQLException, IOException {
    this(RunningStack.get().createDatabase("eventstore"));
    for (String migration :
        List.of(
            "V1_1__event_store", "V1_2__forgotten_requests", "V1_3__told_times", "V1_4__told")) {
      try (InputStream script =
          Objects.requireNonNull(
              Database.class.getResourceAsStream("/db/eventstore/" + migration + ".sql"))) {
        execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  private TestLog(uk.onevoice.testkit.stack.Database owned) throws SQLException {
    this.owned = owned;
    this.pool = pool(database());
  }

  /** Connections to a database, as many as a service would have. */
  public static AgroalDataSource pool(Database database) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(pool ->
                pool.maxSize(8)
                    .acquisitionTimeout(Duration.ofSeconds(10))
                    .connectionFactoryConfiguration(factory ->
                        factory
                            .jdbcUrl(database.url())
                            .principal(new NamePrincipal(database.username()))
                            .credential(new SimplePassword(database.password())))));
  }

  public Database database() {
    return new Database(owned.url(), owned.username(), owned.password());
  }

  public AgroalDataSource pool() {
    return pool;
  }

  /** A connection outside the pool. */
  public Connection connect() throws SQLException {
    return owned.connect();
  }

  public void execute(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public long count(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Takes everything out of the log. */
  public void empty() throws SQLException {
    execute(
        "truncate event, stream, idempotency, relay_cursor;"
            + " update log_head set position = 0, epoch = 1");
  }

  @Override
  public void close() {
    pool.close();
    RunningStack.get().dropDatabase(owned);
  }
}
