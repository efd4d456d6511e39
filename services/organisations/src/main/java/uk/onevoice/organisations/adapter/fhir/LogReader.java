package uk.onevoice.organisations.adapter.fhir;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.organisations.adapter.fhir.Version.Told;
import uk.onevoice.organisations.adapter.store.RegistryLog;

/** Reads versions of resources from the log itself, so that they are as new as it is. */
@ApplicationScoped
class LogReader {
  private final DataSource database;
  private final RegistryLog log;

  LogReader(DataSource database, RegistryLog log) {
    this.database = database;
    this.log = log;
  }

  /** All versions that a stream tells, in its order; none where there is no such stream. */
  List<Version> versions(String stream) {
    return versions(List.of(stream)).getOrDefault(stream, List.of());
  }

  /** The same for many streams, by stream. */
  Map<String, List<Version>> versions(Collection<String> streams) {
    try (Connection connection = database.getConnection()) {
      return versions(connection, streams);
    } catch (SQLException cause) {
      throw unreadable(cause);
    }
  }

  Map<String, List<Version>> versions(Connection connection, Collection<String> streams)
      throws SQLException {
    Map<String, List<Told>> told = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select stream, version, recorded_at, type, schema_version, payload from event
            where stream = any(?) order by stream, version\
            """)) {
      select.setArray(1, connection.createArrayOf("text", streams.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          var stream = rows.getString(1);
          told.computeIfAbsent(stream, _ -> new ArrayList<>())
              .add(
                  new Told(
                      stream,
                      rows.getLong(2),
                      rows.getObject(3, OffsetDateTime.class).toInstant(),
                      log.read(rows.getString(4), rows.getInt(5), rows.getString(6))));
        }
      }
    }
    Map<String, List<Version>> versions = new HashMap<>();
    told.forEach((stream, events) -> versions.put(stream, Version.all(events)));
    return versions;
  }

  /** A place in the log, as a cursor says it: it tells nothing of the rest of the log. */
  record After(String stream, long number) {}

  /**
   * Changes of all resources of a type in the order of the log. Its positions have no gaps and
   * become visible in their order, so nothing is missing between two pages, whatever is appended
   * meanwhile.
   *
   * @param since what was recorded at this time or later, null for all
   * @param after the last change of the page before
   */
  List<Version> changes(
      ResourceType type,
      @Nullable Instant since,
      @Nullable After after,
      boolean oldestFirst,
      int limit) {
    try (Connection connection = database.getConnection()) {
      long from = since == null ? 1 : firstSince(connection, since);
      long passed = after == null ? 0 : positionOf(connection, after);
      var places = places(connection, type, from, passed, oldestFirst, limit);
      var versions = versions(connection, places.stream().map(After::stream).distinct().toList());
      return places.stream()
          .map(place ->
              Objects.requireNonNull(versions.get(place.stream()))
                  .get(Math.toIntExact(place.number() - 1)))
          .toList();
    } catch (SQLException cause) {
      throw unreadable(cause);
    }
  }

  private static List<After> places(
      Connection connection,
      ResourceType type,
      long from,
      long passed,
      boolean oldestFirst,
      int limit)
      throws SQLException {
    String sql =
        "select stream, version from event where %s and position >= ? and %s order by position%s limit ?"
            .formatted(
                type.ofItsStreams(),
                oldestFirst ? "position > ?" : "(position < ? or ? = 0)",
                oldestFirst ? "" : " desc");
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int next = 1;
      select.setLong(next++, from);
      select.setLong(next++, passed);
      if (!oldestFirst) {
        select.setLong(next++, passed);
      }
      select.setInt(next, limit);
      List<After> places = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          places.add(new After(rows.getString(1), rows.getLong(2)));
        }
      }
      return places;
    }
  }

  private static long positionOf(Connection connection, After after) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select position from event where stream = ? and version = ?")) {
      select.setString(1, after.stream());
      select.setLong(2, after.number());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw Cursor.invalid();
        }
        return row.getLong(1);
      }
    }
  }

  /**
   * Position of the first event recorded at this time or later. The times rise with the positions,
   * which have no gaps: halving finds it in some twenty look-ups, without an index on times.
   */
  private static long firstSince(Connection connection, Instant since) throws SQLException {
    long low = 1;
    long high = head(connection) + 1;
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (recordedAt(connection, middle).isBefore(since)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static long head(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("select position from log_head");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Instant recordedAt(Connection connection, long position) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select recorded_at from event where position = ?")) {
      select.setLong(1, position);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getObject(1, OffsetDateTime.class).toInstant();
      }
    }
  }

  static EventStoreException unreadable(SQLException cause) {
    return new EventStoreException("The registry could not be read.", cause);
  }
}
