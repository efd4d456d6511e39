package uk.onevoice.directory;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.testkit.stack.Database;
import uk.onevoice.testkit.stack.RunningStack;

/**
 * A directory in a database that a test class has for itself, told one event after the other, and
 * empty again after each test.
 */
final class ToldDirectory implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  static final UUID PERSON = id("person");

  private final List<HeardEvent> heard = new ArrayList<>();
  private Database database;
  private long position;

  @Override
  public void beforeAll(ExtensionContext context) {
    database = RunningStack.get().createDatabase("directory");
    Flyway.configure()
        .dataSource(database.url(), database.username(), database.password())
        .locations("db/directory")
        .load()
        .migrate();
  }

  @Override
  public void afterEach(ExtensionContext context) throws SQLException {
    forgetAll();
    heard.clear();
    position = 0;
  }

  @Override
  public void afterAll(ExtensionContext context) {
    RunningStack.get().dropDatabase(database);
  }

  /** With the roles too, which are kept when a log is set back. */
  void forgetAll() throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      new DirectoryEvents().startOver(connection, "organisations");
      statement.execute("truncate directory_role");
    }
  }

  Connection connect() throws SQLException {
    return database.connect();
  }

  DataSource source() {
    var source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(database.username());
    source.setPassword(database.password());
    return source;
  }

  Directory directory() {
    return new Directory(source());
  }

  /** What was told in this test. */
  List<HeardEvent> heard() {
    return List.copyOf(heard);
  }

  void hear(String type, String payload, Object... values) {
    position++;
    var event =
        new HeardEvent(
            "organisations",
            0,
            position,
            "stream",
            position,
            position,
            id(type + position),
            type,
            1,
            payload.formatted(values).replace('\'', '"'),
            Instant.EPOCH,
            Instant.EPOCH,
            "service:test",
            null,
            null);
    hear(List.of(event));
    heard.add(event);
  }

  void hear(List<HeardEvent> events) {
    try (Connection connection = connect()) {
      new DirectoryEvents().apply(connection, events);
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  /** The same person each time. */
  void appoint(UUID holding, String role, String where, String start, String end) {
    hear(
        "RoleAppointed",
        "{'personId':'%s','roleHoldingId':'%s','role':'%s','organisationId':%s,"
            + "'start':'%s','end':%s}",
        PERSON,
        holding,
        role,
        where,
        start,
        end);
  }

  void affiliate(String id, String member, String parent, String kind, String start) {
    hear(
        "AffiliationStarted",
        "{'affiliationId':'%s','memberId':'%s','parentId':'%s','kind':'%s','start':'%s'}",
        id,
        member,
        parent,
        kind,
        start);
  }

  static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
