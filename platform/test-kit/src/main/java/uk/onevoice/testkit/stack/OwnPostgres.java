package uk.onevoice.testkit.stack;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.stack.Postgres;
import uk.onevoice.stack.Site;

/**
 * A PostgreSQL that one test has for itself and may kill. Its data outlive {@link #kill}, so that
 * {@link #start} brings back what was committed, at the same address.
 */
public final class OwnPostgres implements AutoCloseable {
  private final Site site;
  private @Nullable Postgres server;

  private OwnPostgres(Site site) {
    this.site = site;
  }

  /** A new server with a free port, started. */
  public static OwnPostgres started() {
    var own = new OwnPostgres(OwnSite.with(List.of("postgres")));
    own.start();
    return own;
  }

  /** The same on commits that reach the disk: for measuring. */
  public static OwnPostgres durable() {
    var own = new OwnPostgres(OwnSite.durable(List.of("postgres")));
    own.start();
    return own;
  }

  public void start() {
    server = OwnSite.calling(() -> Postgres.start(site, program(), OwnSite.quiet()));
  }

  /** As kill -9 would. */
  public void kill() {
    var running = server;
    if (running != null) {
      OwnSite.running(running::kill);
      server = null;
    }
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + site.ports().of("postgres") + "/" + database;
  }

  public String username() {
    return "postgres";
  }

  public String password() {
    return site.settings().get("secret.postgres");
  }

  /** A connection as superuser; whoever asks for it closes it. */
  public Connection connect(String database) throws SQLException {
    return java.sql.DriverManager.getConnection(jdbcUrl(database), username(), password());
  }

  private Path program() throws Exception {
    return OwnSite.parts(site).postgres();
  }

  @Override
  public void close() {
    kill();
    OwnSite.delete(site);
  }
}
