package uk.onevoice.stack;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** One PostgreSQL server on the loopback interface. It outlives kill -9: its data are its own. */
public final class Postgres implements AutoCloseable {
  static final String NAME = "postgres";
  static final String SUPERUSER = "postgres";
  private static final String WRONG_PASSWORD = "28P01";
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final int port;
  private final String password;
  private final Child child;

  private Postgres(int port, String password, Child child) {
    this.port = port;
    this.password = password;
    this.child = child;
  }

  /** Makes the server's data when they are not there, starts it, and returns when it answers. */
  public static Postgres start(Site site, Path program, Progress progress) throws Exception {
    var account = PostgresAccount.choose(site, program);
    var data = account.data();
    var password = site.settings().get("secret.postgres");
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      progress.timed(
          NAME, "making the data folder", "made", () -> initialise(site, account, password));
    }
    // A lock file of a server that was killed would name a process that is now somebody else.
    // The stack has stopped its own left-over server by this time.
    Files.deleteIfExists(data.resolve("postmaster.pid"));
    var port = site.ports().of(NAME);
    var command = new ArrayList<>(account.prefix());
    command.addAll(
        List.of(account.program("postgres"), "-D", data.toString(), "-p", Integer.toString(port)));
    settings(site).forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
    var child =
        Child.start(site.pids(), NAME, "INT", command, Map.of("LC_ALL", "C"), site.log(NAME));
    var server = new Postgres(port, password, child);
    Wait.until("PostgreSQL answers on port " + port, START, child, site.log(NAME), server::answers);
    return server;
  }

  private static Map<String, String> settings(Site site) {
    return Map.of(
        "listen_addresses",
        "127.0.0.1",
        "unix_socket_directories",
        "",
        "max_connections",
        "300",
        "shared_buffers",
        "96MB",
        "password_encryption",
        "scram-sha-256",
        "timezone",
        "UTC",
        "max_wal_size",
        "2GB",
        "fsync",
        site.throwaway() ? "off" : "on",
        // What a client works for each connection; tests open many.
        "scram_iterations",
        site.throwaway() ? "1" : "4096");
  }

  private static void initialise(Site site, PostgresAccount account, String password)
      throws IOException, InterruptedException {
    var made = account.data().resolveSibling("data.new");
    Parts.delete(made);
    account.prepare(made);
    var file = account.data().resolveSibling("superuser.new");
    Files.writeString(file, password);
    account.own(file);
    try {
      var command = new ArrayList<>(account.prefix());
      command.addAll(
          List.of(
              account.program("initdb"),
              "-D",
              made.toString(),
              "-U",
              SUPERUSER,
              "--auth=scram-sha-256",
              "--pwfile=" + file,
              "--encoding=UTF8",
              "--locale=C",
              "--no-instructions",
              "--no-sync"));
      Programs.run(
          site.pids(),
          "initdb",
          command,
          requireNonNull(account.data().getParent()),
          Map.of("LC_ALL", "C"),
          site.log("initdb"));
    } finally {
      Files.deleteIfExists(file);
    }
    Files.move(made, account.data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private boolean answers() {
    try (var _ = connect("postgres")) {
      return true;
    } catch (SQLException refused) {
      if (WRONG_PASSWORD.equals(refused.getSQLState())) {
        throw Settings.isInTheData("PostgreSQL", "secret.postgres");
      }
      return false;
    }
  }

  public int port() {
    return port;
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public Connection connect(String database) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    return DriverManager.getConnection(url(database), properties);
  }

  /** A role that may sign in, and a database that it owns; what is there already stays. */
  void ensureDatabase(String name, String rolePassword) throws SQLException {
    try (var connection = connect("postgres")) {
      if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
        execute(connection, "CREATE ROLE " + quote(name) + " LOGIN");
      }
      execute(
          connection,
          "ALTER ROLE " + quote(name) + " PASSWORD '" + rolePassword.replace("'", "''") + "'");
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
        execute(connection, "CREATE DATABASE " + quote(name) + " OWNER " + quote(name));
        // Nobody but the owner (and the superuser) may look in.
        execute(connection, "REVOKE CONNECT ON DATABASE " + quote(name) + " FROM PUBLIC");
      }
    }
  }

  List<String> databasesLike(String pattern) throws SQLException {
    try (var connection = connect("postgres");
        var statement =
            connection.prepareStatement("SELECT datname FROM pg_database WHERE datname LIKE ?")) {
      statement.setString(1, pattern);
      try (var rows = statement.executeQuery()) {
        var names = new ArrayList<String>();
        while (rows.next()) {
          names.add(rows.getString(1));
        }
        return names;
      }
    }
  }

  void dropDatabase(String name) throws SQLException {
    try (var connection = connect("postgres")) {
      execute(connection, "DROP DATABASE IF EXISTS " + quote(name) + " WITH (FORCE)");
    }
  }

  private static boolean exists(Connection connection, String sql, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** Ends the server at once, as a crash would. */
  public void kill() throws IOException, InterruptedException {
    child.kill();
  }

  Child child() {
    return child;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    child.stop(STOP);
  }
}
