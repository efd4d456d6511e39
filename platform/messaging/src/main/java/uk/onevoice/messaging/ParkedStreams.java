package uk.onevoice.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What an operator sees of parked streams, and may do about them. */
public final class ParkedStreams {
  private static final int MOST = 200;

  /**
   * A stream that waits.
   *
   * @param messages how many of its events wait
   */
  public record Waiting(
      String consumer, String topic, String stream, String reason, Instant since, long messages) {}

  private final DataSource database;

  public ParkedStreams(DataSource database) {
    this.database = database;
  }

  /** Those that wait longest, at most 200. */
  public List<Waiting> list() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select s.consumer, s.topic, s.stream, s.reason, s.parked_at,
                       (select count(*) from parked_message m
                         where m.consumer = s.consumer and m.topic = s.topic
                           and m.stream = s.stream) as messages
                  from parked_stream s order by s.parked_at limit ?
                """)) {
      select.setInt(1, MOST);
      try (ResultSet rows = select.executeQuery()) {
        List<Waiting> waiting = new ArrayList<>();
        while (rows.next()) {
          waiting.add(
              new Waiting(
                  rows.getString("consumer"),
                  rows.getString("topic"),
                  rows.getString("stream"),
                  rows.getString("reason"),
                  rows.getObject("parked_at", OffsetDateTime.class).toInstant(),
                  rows.getLong("messages")));
        }
        return waiting;
      }
    }
  }

  /** How many streams wait. */
  public long streams() throws SQLException {
    return count("select count(*) from parked_stream");
  }

  /** How many records could not be read at all. */
  public long unreadable() throws SQLException {
    return count("select count(*) from parked_message where stream is null");
  }

  /** Has a stream tried again from its first message that waits; false when it is not parked. */
  public boolean retry(String consumer, String topic, String stream) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update parked_stream set retry_wanted = true"
                    + " where consumer = ? and topic = ? and stream = ?")) {
      update.setString(1, consumer);
      update.setString(2, topic);
      update.setString(3, stream);
      return update.executeUpdate() == 1;
    }
  }

  private long count(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
