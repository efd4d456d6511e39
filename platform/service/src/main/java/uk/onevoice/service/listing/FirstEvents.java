package uk.onevoice.service.listing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.service.problem.Problem;

/**
 * Lists aggregates by what their first event of a type says of them, in an order that it says too.
 * Reads the log itself, so that a list has what a command has just appended. The service's
 * migration makes the index: on {@code (payload ->> '<field>', payload ->> '<order>', …, stream)}
 * where the type is this one.
 *
 * <p>A page's cursor is the id of its last aggregate: it says nothing about the log. What a first
 * event says never changes, so no aggregate moves between two pages.
 *
 * @param <F> the first event
 */
public final class FirstEvents<F> {
  private final DataSource database;
  private final EventTypes<? super F> types;
  private final Class<F> first;
  private final String field;
  private final String streamPrefix;
  private final Order order;
  private final @Nullable String withdrawn;

  /**
   * @param field the property of the first event that lists are asked for by
   * @param streamPrefix what stands before the aggregate's UUID in the names of its streams
   * @param order of the list; the aggregate's id decides where it leaves two equal
   */
  public FirstEvents(
      DataSource database,
      EventTypes<? super F> types,
      Class<F> first,
      String field,
      String streamPrefix,
      Order order) {
    this(database, types, first, field, streamPrefix, order, null);
  }

  /**
   * @param withdrawn the type of the event after which an aggregate is listed no more, until its
   *     first event comes again; null where there is none
   */
  public FirstEvents(
      DataSource database,
      EventTypes<? super F> types,
      Class<F> first,
      String field,
      String streamPrefix,
      Order order,
      @Nullable String withdrawn) {
    this.database = database;
    this.types = types;
    this.first = first;
    this.field = field;
    this.streamPrefix = streamPrefix;
    this.order = order;
    this.withdrawn = withdrawn;
  }

  /**
   * By which properties of the first event a list is ordered, as text: days and codes sort so.
   *
   * @param descending from the latest or last to the first
   */
  public record Order(List<String> properties, boolean descending) {
    public Order {
      properties = List.copyOf(properties);
    }

    public static Order ascending(String... properties) {
      return new Order(List.of(properties), false);
    }

    public static Order descending(String... properties) {
      return new Order(List.of(properties), true);
    }
  }

  /** The aggregates whose first event has this value. A cursor nobody gave out is a problem. */
  public Page<F> page(String value, PageRequest request) {
    try (Connection connection = database.getConnection()) {
      return page(connection, value, request.limit(), placeOf(connection, value, request.after()));
    } catch (SQLException cause) {
      throw new EventStoreException(
          "The list of " + first.getSimpleName() + " could not be read.", cause);
    }
  }

  /**
   * @param after where the page before ended, empty for the first
   */
  private Page<F> page(Connection connection, String value, int limit, List<String> after)
      throws SQLException {
    // Type and properties stand in the text, so that the planner can use the partial index.
    String direction = order.descending() ? " desc" : "";
    String sql =
        """
        select stream, schema_version, payload from event
        where type = '%s' and payload ->> '%s' = ? %s %s
        order by %s limit ?\
        """
            .formatted(
                first.getSimpleName(),
                field,
                listed(),
                beyond(after),
                String.join(direction + ", ", columns()) + direction);
    List<F> items = new ArrayList<>();
    @Nullable String last = null;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int next = 1;
      statement.setString(next++, value);
      for (String passed : after) {
        statement.setString(next++, passed);
      }
      statement.setInt(next, limit + 1);
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

  /** The last first event, unless the aggregate was withdrawn after it. */
  private String listed() {
    return withdrawn == null
        ? ""
        : """
        and not exists (select from event later where later.stream = event.stream
          and later.version > event.version and later.type in ('%s', '%s'))\
        """
            .formatted(first.getSimpleName(), withdrawn);
  }

  private String beyond(List<String> after) {
    if (after.isEmpty()) {
      return "";
    }
    return "and (%s) %s (%s)"
        .formatted(
            String.join(", ", columns()),
            order.descending() ? "<" : ">",
            String.join(", ", Collections.nCopies(after.size(), "?")));
  }

  /** What the list is ordered by. */
  private List<String> columns() {
    return Stream.concat(
            order.properties().stream().map("payload ->> '%s'"::formatted), Stream.of("stream"))
        .toList();
  }

  private List<String> placeOf(Connection connection, String value, @Nullable String cursor)
      throws SQLException {
    if (cursor == null) {
      return List.of();
    }
    return placeInList(connection, value, cursor)
        .orElseThrow(
            () -> Problem.invalid("query:after", "is not the next of an earlier page").exception());
  }

  /** Only within the list itself: whether an aggregate of another list exists is not told. */
  private Optional<List<String>> placeInList(Connection connection, String value, String cursor)
      throws SQLException {
    List<String> columns = columns();
    String sql =
        "select %s from event where stream = ? and type = '%s' and payload ->> '%s' = ? limit 1"
            .formatted(String.join(", ", columns), first.getSimpleName(), field);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, streamPrefix + uuid(cursor));
      statement.setString(2, value);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return Optional.empty();
        }
        List<String> place = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
          place.add(rows.getString(i));
        }
        return Optional.of(place);
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
