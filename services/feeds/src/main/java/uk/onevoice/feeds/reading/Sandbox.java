package uk.onevoice.feeds.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import uk.onevoice.feeds.log.FeedEvent;
import uk.onevoice.feeds.log.FeedType;
import uk.onevoice.feeds.log.Filter;
import uk.onevoice.service.wiring.Ids;

/**
 * Events of a fictional ICS that a system makes for itself, or its people for it, to try its reader
 * with before anybody lets it hear the feed. Each system has its own, the last {@value #MOST}; they
 * are kept apart from the feed's log, and no other system is ever told one.
 */
@ApplicationScoped
class Sandbox {
  static final int MOST = 1_000;

  private static final String ICS = "WYVICB01";
  private static final List<String> PLACES =
      List.of(
          "0190f1c8-0000-7000-8000-0000000000b1",
          "0190f1c8-0000-7000-8000-0000000000b2",
          "0190f1c8-0000-7000-8000-0000000000b3");
  private static final String TOPIC = "0190f1c8-0000-7000-8000-0000000000c1";

  private static final String MADE =
      "select count(*) from feed_sandbox_event where client_id = ? and request = ?";
  private static final String LAST =
      "select coalesce(max(position), 0) from feed_sandbox_event where client_id = ?";
  private static final String BEFORE =
      """
      select coalesce(min(position) - 1, (select coalesce(max(position), 0)
        from feed_sandbox_event where client_id = ?))
      from feed_sandbox_event where client_id = ? and made_at >= ?::timestamptz\
      """;

  private final DataSource database;
  private final Clock clock;
  private final Ids ids;

  Sandbox(DataSource database, Clock clock, Ids ids) {
    this.database = database;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Makes so many events, of these types in turn.
   *
   * @param request by which a repeat is known: what was made then is not made again
   * @return how many the request has made, now or before
   */
  int make(String client, List<FeedType> types, int count, String request) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        int made = make(connection, client, types, count, request);
        connection.commit();
        return made;
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private int make(
      Connection transaction, String client, List<FeedType> types, int count, String request)
      throws SQLException {
    try (PreparedStatement turn =
        transaction.prepareStatement("select pg_advisory_xact_lock(hashtext(?))")) {
      turn.setString(1, "sandbox of " + client);
      turn.execute();
    }
    int before = (int) number(transaction, MADE, client, request);
    if (before > 0) {
      return before;
    }
    long last = number(transaction, LAST, client);
    try (PreparedStatement insert =
            transaction.prepareStatement(
                """
                insert into feed_sandbox_event (client_id, position, id, type, subject, place, topic,
                  ics, request, made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """);
        PreparedStatement drop =
            transaction.prepareStatement(
                "delete from feed_sandbox_event where client_id = ? and position <= ?")) {
      Timestamp now = Timestamp.from(clock.instant());
      for (int i = 0; i < count; i++) {
        FeedType type = types.get(i % types.size());
        String place = PLACES.get((int) ((last + i) % PLACES.size()));
        insert.setString(1, client);
        insert.setLong(2, last + 1 + i);
        insert.setObject(3, ids.get());
        insert.setString(4, type.type());
        insert.setString(5, type.subject().equals("place") ? place : ICS);
        insert.setString(6, place);
        insert.setString(7, i % 2 == 0 ? TOPIC : null);
        insert.setString(8, ICS);
        insert.setString(9, request);
        insert.setTimestamp(10, now);
        insert.addBatch();
      }
      insert.executeBatch();
      drop.setString(1, client);
      drop.setLong(2, last + count - MOST);
      drop.executeUpdate();
    }
    return count;
  }

  /** The position before the first that was made at this time or later. */
  long before(String client, Instant time) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return number(connection, BEFORE, client, client, time.toString());
    }
  }

  /** What the system has made behind a position, in the order of the making. */
  List<FeedEvent> events(String client, Filter filter, long after, int limit) throws SQLException {
    List<FeedEvent> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select position, id, made_at, type, subject, place, topic, ics
                from feed_sandbox_event where client_id = ? and position > ? order by position\
                """)) {
      select.setString(1, client);
      select.setLong(2, after);
      try (ResultSet row = select.executeQuery()) {
        while (row.next() && found.size() < limit) {
          FeedEvent event = event(row);
          if (filter.takes(event.type(), event.subject(), event.place(), event.topic())) {
            found.add(event);
          }
        }
      }
    }
    return found;
  }

  private static FeedEvent event(ResultSet row) throws SQLException {
    Instant made = row.getTimestamp(3).toInstant();
    String place = row.getString(6);
    return new FeedEvent(
        row.getLong(1),
        row.getObject(2, UUID.class),
        made,
        row.getString(4),
        row.getString(5),
        made,
        "/v1/places/" + place,
        place,
        row.getString(7),
        row.getString(8));
  }

  private static long number(Connection connection, String sql, String... values)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setString(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
