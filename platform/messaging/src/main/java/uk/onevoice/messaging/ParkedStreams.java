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
import org.jspecify.annotations.Nullable;

/**
 * What an operator sees of parked streams and unreadable records, and may do about them. Nothing of
 * what the messages hold is shown.
 */
public final class ParkedStreams {
  /** A stream as one consumer hears it. */
  public record StreamKey(String consumer, String topic, String stream) {}

  /**
   * A stream that waits.
   *
   * @param messages how many of its events wait
   * @param missing the version it waits for; null when it waits for somebody to have it retried
   */
  public record Waiting(
      StreamKey key, String reason, Instant since, long messages, @Nullable Long missing) {}

  /** A record as one consumer came across it. */
  public record RecordKey(
      String consumer, String topic, String topicId, int partition, long offset) {}

  /** A record that could not be read, and that nobody has dismissed. */
  public record Unread(RecordKey key, String reason, Instant since) {}

  /**
   * How much a consumer has parked.
   *
   * @param messages those of the streams, and those that could not be read
   */
  public record Count(long streams, long messages) {}

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final DataSource database;

  public ParkedStreams(DataSource database) {
    this.database = database;
  }

  /**
   * Streams that wait, in the order of their keys.
   *
   * @param after the last that was seen, null at first
   */
  public List<Waiting> streams(@Nullable StreamKey after, int limit) throws SQLException {
    StreamKey from = after == null ? new StreamKey("", "", "") : after;
    return all(
        """
        select s.consumer, s.topic, s.stream, s.reason, s.parked_at, s.missing,
               (select count(*) from parked_message m
                 where m.consumer = s.consumer and m.topic = s.topic
                   and m.stream = s.stream) as messages
          from parked_stream s where (s.consumer, s.topic, s.stream) > (?, ?, ?)
         order by s.consumer, s.topic, s.stream limit ?
        """,
        row ->
            new Waiting(
                new StreamKey(
                    row.getString("consumer"), row.getString("topic"), row.getString("stream")),
                row.getString("reason"),
                instant(row),
                row.getLong("messages"),
                row.getObject("missing", Long.class)),
        from.consumer(),
        from.topic(),
        from.stream(),
        limit);
  }

  /**
   * Records that could not be read, in the order of their keys.
   *
   * @param after the last that was seen, null at first
   */
  public List<Unread> unread(@Nullable RecordKey after, int limit) throws SQLException {
    RecordKey from = after == null ? new RecordKey("", "", "", 0, 0) : after;
    return all(
        """
        select consumer, topic, topic_id, partition, at_offset, reason, parked_at
          from parked_message
         where stream is null and dismissed_at is null
           and (consumer, topic, topic_id, partition, at_offset) > (?, ?, ?, ?, ?)
         order by consumer, topic, topic_id, partition, at_offset limit ?
        """,
        row ->
            new Unread(
                new RecordKey(
                    row.getString("consumer"),
                    row.getString("topic"),
                    row.getString("topic_id"),
                    row.getInt("partition"),
                    row.getLong("at_offset")),
                row.getString("reason"),
                instant(row)),
        from.consumer(),
        from.topic(),
        from.topicId(),
        from.partition(),
        from.offset(),
        limit);
  }

  public Count count(String consumer) throws SQLException {
    return all(
            """
            select (select count(*) from parked_stream where consumer = ?) as streams,
                   (select count(*) from parked_message
                     where consumer = ? and dismissed_at is null) as messages
            """,
            row -> new Count(row.getLong("streams"), row.getLong("messages")),
            consumer,
            consumer)
        .getFirst();
  }

  /** Has a stream tried again from its first message that waits; false when it is not parked. */
  public boolean retry(StreamKey key) throws SQLException {
    return update(
        "update parked_stream set retry_wanted = true"
            + " where consumer = ? and topic = ? and stream = ?",
        key.consumer(),
        key.topic(),
        key.stream());
  }

  /**
   * Notes that nothing has to follow from a record. What it held is forgotten here, and still to be
   * found in its topic.
   *
   * @param by who says so, see kernel's ActorRef
   * @return false when there is no such record, or it is dismissed already
   */
  public boolean dismiss(RecordKey key, String by) throws SQLException {
    return update(
        """
        update parked_message
           set dismissed_by = ?, dismissed_at = now(), key = null, value = null, headers = '{}'
         where consumer = ? and topic = ? and topic_id = ? and partition = ? and at_offset = ?
           and stream is null and dismissed_at is null
        """,
        by,
        key.consumer(),
        key.topic(),
        key.topicId(),
        key.partition(),
        key.offset());
  }

  private static Instant instant(ResultSet row) throws SQLException {
    return row.getObject("parked_at", OffsetDateTime.class).toInstant();
  }

  private <T> List<T> all(String sql, Row<T> reading, Object... parameters) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = prepared(connection, sql, parameters);
        ResultSet rows = select.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reading.read(rows));
      }
      return found;
    }
  }

  private boolean update(String sql, Object... parameters) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = prepared(connection, sql, parameters)) {
      return update.executeUpdate() == 1;
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
