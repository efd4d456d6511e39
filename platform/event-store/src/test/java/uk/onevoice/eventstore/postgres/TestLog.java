package uk.onevoice.eventstore.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own with an empty log, dropped at the end. */
public final class TestLog implements AutoCloseable {
  private static final String SERVER = "jdbc:postgresql://127.0.0.1:8415/";
  private final String name = "log_" + UUID.randomUUID().toString().replace("-", "");
  private final Database database = new Database(SERVER + name, "postgres", "onevoice");

  public TestLog() throws SQLException, IOException {
    onServer("create database " + name);
    try (InputStream script =
        Objects.requireNonNull(
            Database.class.getResourceAsStream("/db/eventstore/V1_1__event_store.sql"))) {
      execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  public Database database() {
    return database;
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), database.username(), database.password());
  }

  public PGSimpleDataSource source() {
    var source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(database.username());
    source.setPassword(database.password());
    return source;
  }

  public void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public long count(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void onServer(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                SERVER + "postgres", database.username(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    onServer("drop database " + name + " with (force)");
  }
}
