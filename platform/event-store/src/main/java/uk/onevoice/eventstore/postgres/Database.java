package uk.onevoice.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a service's log is kept. Gives connections of its own to those that must hold one: the
 * appender and the relay.
 */
public record Database(String url, String username, String password) {
  private static final int CONNECT_SECONDS = 5;

  /**
   * A new connection, which the caller closes.
   *
   * @param application as the database shows it
   * @param silence how long an answer may be awaited before the connection counts as lost
   */
  public Connection connect(String application, Duration silence) throws SQLException {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(username);
    source.setPassword(password);
    source.setApplicationName(application);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(Math.toIntExact(silence.toSeconds()));
    source.setTcpKeepAlive(true);
    source.setPrepareThreshold(1);
    Connection connection = source.getConnection();
    try (Statement settings = connection.createStatement()) {
      // Plans that stay right while the tables grow, however small they were when first planned.
      settings.execute(
          "set plan_cache_mode = force_generic_plan; set enable_seqscan = off;"
              + " set enable_nestloop = off; set jit = off");
    } catch (SQLException failed) {
      connection.close();
      throw failed;
    }
    return connection;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Database[url=" + url + ", username=" + username + "]";
  }
}
