package uk.onevoice.projection.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What is done to the schema of a version as a whole. Each of it may be done again. */
public final class Schemas {
  private static final String FACT_TABLES =
      """
      select quote_ident(t.schemaname) || '.' || quote_ident(t.tablename)
      from pg_tables t
      where t.schemaname = ?
        and (t.tablename like '%\\_fact'
          or t.tablename in ('heard_stream', 'heard_until', 'freshness', 'touched'))
      order by 1\
      """;

  private Schemas() {}

  /** Empties the facts, and nothing else that lies in the schema. */
  static void empty(Connection connection, String schema) throws SQLException {
    List<String> tables = texts(connection, FACT_TABLES, schema);
    if (!tables.isEmpty()) {
      execute(connection, "truncate " + String.join(", ", tables));
    }
  }

  static void drop(Connection connection, String schema) throws SQLException {
    execute(connection, "drop schema if exists \"" + schema + "\" cascade");
  }

  /**
   * Takes away the indexes that only views need, and notes how to make them: it is quicker to make
   * an index of rows that are there than to keep it while they come. The key of heard streams goes
   * too, by which whoever applies events sees that a version is being filled.
   */
  public static void takeIndexes(Connection connection, String schema) throws SQLException {
    try (PreparedStatement note =
        connection.prepareStatement(
            """
            insert into read_models.index_to_make (version, name, statement)
            select n.nspname, i.relname, pg_get_indexdef(x.indexrelid)
            from pg_index x
            join pg_class i on i.oid = x.indexrelid
            join pg_class t on t.oid = x.indrelid
            join pg_namespace n on n.oid = t.relnamespace
            where n.nspname = ? and not x.indisunique and t.relname like '%\\_fact'
            on conflict do nothing\
            """)) {
      note.setString(1, schema);
      note.executeUpdate();
    }
    for (String index : toMake(connection, schema, "name")) {
      execute(connection, "drop index if exists \"" + schema + "\".\"" + index + "\"");
    }
    execute(
        connection,
        "alter table \"" + schema + "\".heard_stream drop constraint if exists heard_stream_pkey");
  }

  /** Makes the indexes that were taken away, and has the planner look at the tables. */
  public static void makeIndexes(Connection connection, String schema) throws SQLException {
    for (String statement : toMake(connection, schema, "statement")) {
      execute(connection, statement.replaceFirst(" INDEX ", " INDEX IF NOT EXISTS "));
    }
    makeKeyOfHeardStreams(connection, schema);
    for (String table : texts(connection, FACT_TABLES, schema)) {
      execute(connection, "analyze " + table);
    }
    try (PreparedStatement delete =
        connection.prepareStatement("delete from read_models.index_to_make where version = ?")) {
      delete.setString(1, schema);
      delete.executeUpdate();
    }
  }

  /** While there was no key each batch has added rows of its own; the highest version is right. */
  private static void makeKeyOfHeardStreams(Connection connection, String schema)
      throws SQLException {
    if (!texts(
            connection,
            "select conname from pg_constraint c join pg_namespace n on n.oid = c.connamespace"
                + " where n.nspname = ? and c.conname = 'heard_stream_pkey'",
            schema)
        .isEmpty()) {
      return;
    }
    connection.setAutoCommit(false);
    try {
      // Nobody adds a row meanwhile.
      execute(
          connection,
          """
          lock table "%1$s".heard_stream in access exclusive mode;
          create temporary table highest on commit drop as
            select log, stream, max(version) as version
            from "%1$s".heard_stream group by log, stream;
          truncate "%1$s".heard_stream;
          insert into "%1$s".heard_stream (log, stream, version) select * from highest;
          alter table "%1$s".heard_stream
            add constraint heard_stream_pkey primary key (log, stream)\
          """
              .formatted(schema));
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static List<String> toMake(Connection connection, String schema, String column)
      throws SQLException {
    return texts(
        connection,
        "select " + column + " from read_models.index_to_make where version = ? order by name",
        schema);
  }

  private static List<String> texts(Connection connection, String sql, String schema)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, schema);
      try (ResultSet row = query.executeQuery()) {
        List<String> texts = new ArrayList<>();
        while (row.next()) {
          texts.add(row.getString(1));
        }
        return texts;
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
