package uk.onevoice.feeds.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the log: every reader in the same order, each what they may hear now. */
@ApplicationScoped
public class FeedLog {
  private final DataSource database;

  FeedLog(DataSource database) {
    this.database = database;
  }

  /**
   * How far the log reaches.
   *
   * @param position of its last event, 0 before the first
   * @param dropped position of the last event that is kept no more, 0 while all are
   * @param changes counts what has changed about who may read
   */
  public record Reach(long position, long dropped, long changes) {}

  /** As it is now; what it holds up to there is committed. */
  public Reach reach() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement head =
            connection.prepareStatement(
                """
                select head.position, head.dropped, changes.count
                from feed_head head, feed_reader_changes changes\
                """);
        ResultSet row = head.executeQuery()) {
      row.next();
      return new Reach(row.getLong(1), row.getLong(2), row.getLong(3));
    }
  }

  /** For whom the events behind one position and up to another are, in order. */
  List<Arrival> arrivals(long after, long upTo) throws SQLException {
    List<Arrival> arrivals = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select position, type, subject, place, topic, everyone, organisations
                from feed_event where position > ? and position <= ? order by position\
                """)) {
      select.setLong(1, after);
      select.setLong(2, upTo);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          arrivals.add(
              new Arrival(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getBoolean(6),
                  Set.copyOf(List.of((String[]) row.getArray(7).getArray()))));
        }
      }
    }
    return arrivals;
  }

  /** The position before the first event that came at this time or later. */
  public long before(Instant time) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement first =
            connection.prepareStatement(
                """
                select coalesce(
                  (select position - 1 from feed_event where heard_at >= ?
                   order by heard_at, position limit 1),
                  (select position from feed_head))\
                """)) {
      first.setTimestamp(1, Timestamp.from(time));
      try (ResultSet row = first.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /**
   * What an organisation's systems may hear behind one position and up to another, in order.
   *
   * @param limit at most so many
   */
  public List<FeedEvent> events(
      String organisation, Filter filter, long after, long upTo, int limit) throws SQLException {
    List<FeedEvent> events = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select position, id, recorded_at, type, subject, "time", dataref, place, topic, ics
                from feed_event
                where position > ? and position <= ?
                  and (everyone or ? = any (organisations))
                  and ((? and type <> 'heartbeat-1') or type = any (?))
                  and (?::text is null or subject = ?)
                  and (?::text is null or place = ?)
                  and (?::text is null or topic = ?)
                order by position
                limit ?\
                """)) {
      select.setLong(1, after);
      select.setLong(2, upTo);
      select.setString(3, organisation);
      select.setBoolean(4, filter.types().isEmpty());
      select.setArray(5, connection.createArrayOf("text", filter.types().toArray()));
      select.setString(6, filter.subject());
      select.setString(7, filter.subject());
      select.setString(8, filter.place());
      select.setString(9, filter.place());
      select.setString(10, filter.topic());
      select.setString(11, filter.topic());
      select.setInt(12, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          events.add(event(row));
        }
      }
    }
    return events;
  }

  /** All events behind one position and up to another, with whom each is for, in order. */
  public List<AddressedEvent> addressed(long after, long upTo) throws SQLException {
    List<AddressedEvent> events = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select position, id, recorded_at, type, subject, "time", dataref, place, topic, ics,
                  everyone, organisations
                from feed_event where position > ? and position <= ? order by position\
                """)) {
      select.setLong(1, after);
      select.setLong(2, upTo);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          events.add(
              new AddressedEvent(
                  event(row),
                  row.getBoolean(11),
                  Set.copyOf(List.of((String[]) row.getArray(12).getArray()))));
        }
      }
    }
    return events;
  }

  /** One event, while an organisation's systems may hear it and ask for it. */
  public Optional<FeedEvent> event(String organisation, Filter filter, long position)
      throws SQLException {
    return events(organisation, filter, position - 1, position, 1).stream().findFirst();
  }

  private static FeedEvent event(ResultSet row) throws SQLException {
    return new FeedEvent(
        row.getLong(1),
        row.getObject(2, UUID.class),
        row.getTimestamp(3).toInstant(),
        row.getString(4),
        row.getString(5),
        row.getTimestamp(6).toInstant(),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10));
  }
}
