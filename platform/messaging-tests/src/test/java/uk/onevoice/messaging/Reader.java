package uk.onevoice.messaging;

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
import uk.onevoice.testkit.stack.Database;
import uk.onevoice.testkit.stack.RunningStack;

/**
 * A read model with a database of its own: a row for every effect, so that a doubled, lost or
 * misplaced one shows.
 */
final class Reader implements AutoCloseable {
  private final Database owned;
  private final AgroalDataSource pool;
  final CountingHandler handler = new CountingHandler();

  Reader() throws SQLException, IOException {
    owned = RunningStack.get().createDatabase("messaging");
    pool = pool(owned.url(), owned.username(), owned.password());
    for (String migration : List.of("V3_1__checkpoint", "V3_2__dismissal")) {
      try (InputStream script =
          Objects.requireNonNull(
              Reader.class.getResourceAsStream("/db/messaging/" + migration + ".sql"))) {
        execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    execute(
        "create table effect (nr bigint generated always as identity, log text, stream text,"
            + " version bigint, position bigint, id uuid, small int)");
  }

  static AgroalDataSource pool(String url, String username, String password) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(pool ->
                pool.maxSize(8)
                    .acquisitionTimeout(Duration.ofSeconds(5))
                    .validateOnBorrow(true)
                    .connectionValidator(
                        io.agroal.api.configuration.AgroalConnectionPoolConfiguration
                            .ConnectionValidator.defaultValidator())
                    .connectionFactoryConfiguration(factory ->
                        factory
                            .jdbcUrl(url)
                            .principal(new NamePrincipal(username))
                            .credential(new SimplePassword(password)))));
  }

  AgroalDataSource pool() {
    return pool;
  }

  Database owned() {
    return owned;
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = owned.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long count(String sql) throws SQLException {
    try (Connection connection = owned.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  long effects() throws SQLException {
    return count("select count(*) from effect");
  }

  /** Effects that came twice, and effects of a stream that came in another order. */
  long faults() throws SQLException {
    return count("select count(*) - count(distinct id) from effect")
        + count(
            "select count(*) from (select version, lag(version) over (partition by log, stream"
                + " order by nr) as before from effect) e where before is not null"
                + " and version <> before + 1");
  }

  @Override
  public void close() {
    pool.close();
    RunningStack.get().dropDatabase(owned);
  }
}
