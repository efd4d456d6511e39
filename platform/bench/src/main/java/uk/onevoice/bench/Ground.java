package uk.onevoice.bench;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.postgres.Database;
import uk.onevoice.testkit.stack.OwnBroker;
import uk.onevoice.testkit.stack.OwnPostgres;

/**
 * PostgreSQL that keeps what it commits, and Kafka: both for the bench alone, started when asked.
 */
final class Ground implements AutoCloseable {
  private @Nullable OwnPostgres postgres;
  private @Nullable OwnBroker broker;
  private @Nullable ReadModel filled;
  private boolean full;

  synchronized OwnPostgres postgres() {
    OwnPostgres known = postgres;
    if (known == null) {
      known = OwnPostgres.durable();
      postgres = known;
    }
    return known;
  }

  private synchronized OwnBroker broker() {
    OwnBroker known = broker;
    if (known == null) {
      known = OwnBroker.started();
      broker = known;
    }
    return known;
  }

  /** A new database with the tables of these migrations. */
  Database database(String name, String... migrations) throws SQLException {
    try (Connection connection = postgres().connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    var database =
        new Database(postgres().jdbcUrl(name), postgres().username(), postgres().password());
    if (migrations.length > 0) {
      Flyway.configure()
          .dataSource(database.url(), database.username(), database.password())
          .locations(migrations)
          .load()
          .migrate();
    }
    return database;
  }

  /** The read model that hears all of England, for whoever measures beside what is there. */
  synchronized ReadModel filled() throws SQLException {
    ReadModel known = filled;
    if (known == null) {
      known = new ReadModel(this, "england_live");
      filled = known;
    }
    return known;
  }

  /** Whether it has heard it. */
  boolean isFull() {
    return full;
  }

  void isFilled() {
    full = true;
  }

  static AgroalDataSource pool(Database database, int size) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(pool ->
                pool.maxSize(size)
                    .acquisitionTimeout(Duration.ofSeconds(10))
                    .connectionFactoryConfiguration(factory ->
                        factory
                            .jdbcUrl(database.url())
                            .principal(new NamePrincipal(database.username()))
                            .credential(new SimplePassword(database.password())))));
  }

  Map<String, String> kafka() {
    Map<String, String> kafka = new HashMap<>();
    Properties properties = broker().clientProperties();
    properties.stringPropertyNames().forEach(key -> kafka.put(key, properties.getProperty(key)));
    return kafka;
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** May be called by a shutdown hook while measures use it: they are not what matters then. */
  @Override
  public synchronized void close() {
    OwnBroker oldBroker = broker;
    broker = null;
    OwnPostgres oldPostgres = postgres;
    postgres = null;
    ReadModel oldModel = filled;
    filled = null;
    if (oldModel != null) {
      oldModel.close();
    }
    try {
      if (oldBroker != null) {
        oldBroker.close();
      }
    } finally {
      if (oldPostgres != null) {
        oldPostgres.close();
      }
    }
  }
}
