package uk.onevoice.service.listing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.service.problem.Problem;

/**
 * Lists aggregates by what their first event says of them, in the order in which they began. Reads
 * the log itself, so that a list has what a command has just appended. The service's migration
 * makes the index: on {@code (payload ->> '<field>', position)} where the type is this one.
 *
 * <p>A page's cursor is the id of its last aggregate: it says nothing about the log.
 *
 * @param <F> the first event
 */
public final class FirstEvents<F> {
  private final DataSource database;
  private final EventTypes<? super F> types;
  private final Class<F> first;
  private final String field;
  private final String streamPrefix;

  /**
   * @param field the property of the first event that lists are asked for by
   * @param streamPrefix what stands before the aggregate's UUID in the names of its streams
   */
  public FirstEvents(
      DataSource database,
      EventTypes<? super F> types,
      Class<F> first,
      String field,
      String streamPrefix) {
    this.database = database;
    this.types = types;
    this.first = first;
    this.field = field;
    this.streamPrefix = streamPrefix;
  }

  /** The aggregates whose first event has this value. A cursor nobody gave out is a problem. */
  public Page<F> page(String value, PageRequest request) {
    try (Connection connection = database.getConnection()) {
      return page(
          connection, value, request.limit(), positionOf(connection, value, request.after()));
    } catch (SQLException cause) {
      throw new EventStoreException(
          "The list of " + first.getSimpleName() + " could not be read.", cause);
    }
  }

  private Page<F> page(Connection connection, String value, int limit, long after)
      throws SQLException {
    // Type and field stand in the text, so that the planner can use the partial index.
    String sql =
        """
        select stream, schema_version, payload from event
        where type = '%s' and payload ->> '%s' = ? and position > ?
        order by position limit ?\
        """
            .formatted(first.getSimpleName(), field);
    List<F> items = new ArrayList<>();
    @Nullable String last = null;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      statement.setLong(2, after);
      statement.setInt(3, limit + 1);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (items.size() == limit) {
            return new Page<>(items, last);
          }
          items.add(
              first.cast(types.read(first.getSimpleName(), rows.getInt(2), rows.getString(3))));
          last = rows.getString(1).substring(streamPrefix.length());
        }
      }
    }
    return new Page<>(items, null);
  }

  private long positionOf(Connection connection, String value, @Nullable String cursor)
      throws SQLException {
    if (cursor == null) {
      return 0;
    }
    return began(connection, value, cursor)
        .orElseThrow(
            () -> Problem.invalid("query:after", "is not the next of an earlier page").exception());
  }

  /** Only within the list itself: whether an aggregate of another list exists is not told. */
  private OptionalLong began(Connection connection, String value, String cursor)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select position from event where stream = ? and version = 1 and payload ->> ? = ?")) {
      statement.setString(1, streamPrefix + uuid(cursor));
      statement.setString(2, field);
      statement.setString(3, value);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  private static String uuid(String cursor) {
    try {
      return UUID.fromString(cursor).toString();
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }
}
