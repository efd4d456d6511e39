package uk.onevoice.projection.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.IdempotencyKey;
import uk.onevoice.projection.rebuild.ReadModel.State;

/** Which versions of the read model there are, as the database has it for all replicas. */
@ApplicationScoped
class ReadModels {
  /** SQLSTATE of a unique index that says no. */
  private static final String TAKEN = "23505";

  private static final String COLUMNS =
      "name, shape, state, started_at, started_by, changed_at, heard, events, waits_for";

  private final String shape;
  private final DataSource database;

  ReadModels(
      @ConfigProperty(name = "onevoice.projection.read-model") String shape, DataSource database) {
    this.shape = shape;
    this.database = database;
  }

  /** What this service calls its read model; its first version has that name too. */
  String shape() {
    return shape;
  }

  /**
   * Enters the first version of this service, unless it is there. It is served at once, unless it
   * is empty and there is an older one that is not: then the services that can read that one go on
   * serving, and this one waits until it is filled.
   */
  void enterFirst() throws SQLException {
    try (Connection connection = database.getConnection()) {
      if (all().stream().anyMatch(version -> version.shape().equals(shape))) {
        return;
      }
      List<String> others = new ArrayList<>();
      for (String schema : schemas(connection)) {
        if (!schema.equals(shape) && holdsFacts(connection, schema)) {
          others.add(schema);
        }
      }
      for (String other : others) {
        enter(connection, other, other, State.SERVED);
      }
      boolean waits = !others.isEmpty() && !holdsFacts(connection, shape);
      enter(connection, shape, shape, waits ? State.INDEXED : State.SERVED);
    }
  }

  /** Only schemas in which a service keeps a first version: those of rebuilds are entered. */
  private static List<String> schemas(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                """
                select t.schemaname from pg_tables t
                where t.tablename = 'heard_stream'
                  and not exists (
                    select 1 from read_models.version v
                    where v.name = t.schemaname and v.name <> v.shape)\
                """);
        ResultSet row = query.executeQuery()) {
      List<String> schemas = new ArrayList<>();
      while (row.next()) {
        schemas.add(row.getString(1));
      }
      return schemas;
    }
  }

  private static boolean holdsFacts(Connection connection, String schema) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "select exists (select 1 from \"" + schema + "\".heard_stream)");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static void enter(Connection connection, String name, String shape, State state)
      throws SQLException {
    // Another version may be served, or made, already: then this one has been entered before.
    update(
        connection,
        """
        insert into read_models.version (name, shape, state, started_at, changed_at)
        values (?, ?, ?, now(), now()) on conflict do nothing\
        """,
        name,
        shape,
        state.name());
  }

  /** All that there are, of this service and of others, by when they were begun. */
  List<ReadModel> all() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select " + COLUMNS + " from read_models.version order by started_at, name");
        ResultSet row = query.executeQuery()) {
      List<ReadModel> all = new ArrayList<>();
      while (row.next()) {
        all.add(read(row));
      }
      return all;
    }
  }

  Optional<ReadModel> find(String name) throws SQLException {
    return all().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /**
   * Asks for a new version.
   *
   * @return empty where another one is being made
   */
  Optional<ReadModel> want(String by, IdempotencyKey key) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into read_models.version (name, shape, state, started_at, started_by,
                  request_key, request_fingerprint, changed_at)
                select ? || '_' || coalesce(max(substring(v.name from '_(\\d+)$')::int), 1) + 1,
                  ?, 'WANTED', now(), ?, ?, ?, now()
                from read_models.version v where v.shape = ? and v.name <> v.shape
                returning\
                """
                    + " "
                    + COLUMNS)) {
      insert.setString(1, shape);
      insert.setString(2, shape);
      insert.setString(3, by);
      insert.setString(4, key.key());
      insert.setString(5, key.fingerprint());
      insert.setString(6, shape);
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return Optional.of(read(row));
      }
    } catch (SQLException refused) {
      if (TAKEN.equals(refused.getSQLState())) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /**
   * The version that a request has asked for before.
   *
   * @param fingerprint of the request
   */
  record Asked(ReadModel version, String fingerprint) {}

  Optional<Asked> asked(String by, IdempotencyKey key) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select "
                    + COLUMNS
                    + ", request_fingerprint from read_models.version"
                    + " where started_by = ? and request_key = ?")) {
      query.setString(1, by);
      query.setString(2, key.key());
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(new Asked(read(row), row.getString("request_fingerprint")))
            : Optional.empty();
      }
    }
  }

  /** Has a version served and keeps the one that was; false where its state is another by now. */
  boolean serve(String name, State from) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        boolean moves = lock(connection, name, from);
        if (moves) {
          update(
              connection,
              """
              update read_models.version set state = 'KEPT', changed_at = now()
              where shape = ? and state = 'SERVED'\
              """,
              shape);
          set(connection, name, State.SERVED);
          connection.commit();
        }
        return moves;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  /** Moves a version on; false where its state is another by now. */
  boolean move(String name, State from, State to) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return update(
              connection,
              """
              update read_models.version set state = ?, changed_at = now(), waits_for = null
              where name = ? and state = ?\
              """,
              to.name(),
              name,
              from.name())
          == 1;
    }
  }

  void count(String name, long heard, long events) throws SQLException {
    try (Connection connection = database.getConnection()) {
      update(
          connection,
          "update read_models.version set heard = ?, events = ? where name = ?",
          heard,
          events,
          name);
    }
  }

  /**
   * @param what keeps it from being served; null where nothing does
   */
  void waits(String name, @Nullable String what) throws SQLException {
    try (Connection connection = database.getConnection()) {
      update(connection, "update read_models.version set waits_for = ? where name = ?", what, name);
    }
  }

  void forget(String name) throws SQLException {
    try (Connection connection = database.getConnection()) {
      update(connection, "delete from read_models.version where name = ?", name);
    }
  }

  private static boolean lock(Connection connection, String name, State state) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select 1 from read_models.version where name = ? and state = ? for update")) {
      query.setString(1, name);
      query.setString(2, state.name());
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  private static void set(Connection connection, String name, State state) throws SQLException {
    update(
        connection,
        """
        update read_models.version set state = ?, changed_at = now(), waits_for = null
        where name = ?\
        """,
        state.name(),
        name);
  }

  private static int update(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        update.setObject(i + 1, parameters[i]);
      }
      return update.executeUpdate();
    }
  }

  private static ReadModel read(ResultSet row) throws SQLException {
    return new ReadModel(
        row.getString("name"),
        row.getString("shape"),
        State.valueOf(row.getString("state")),
        instant(row, "started_at"),
        row.getString("started_by"),
        instant(row, "changed_at"),
        row.getLong("heard"),
        row.getLong("events"),
        row.getString("waits_for"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
