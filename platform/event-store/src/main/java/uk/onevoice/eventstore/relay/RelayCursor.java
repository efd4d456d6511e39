package uk.onevoice.eventstore.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.eventstore.postgres.StoredEvents;

/**
 * How far a log was published to one topic, kept in the log's database. A topic other than the one
 * that the cursor knows, a log of another epoch and another edition of the language are published
 * from the first event.
 */
final class RelayCursor {
  private static final Logger LOG = Logger.getLogger(RelayCursor.class);

  /** Where the log ends. */
  record Head(long position, int epoch) {}

  record Standing(long position, long head) {}

  private final Connection connection;
  private final String topic;
  private final String topicId;
  private final int epoch;
  private final int edition;
  private long position;
  private long told;

  private RelayCursor(
      Connection connection,
      String topic,
      String topicId,
      int epoch,
      int edition,
      long position,
      long told) {
    this.connection = connection;
    this.topic = topic;
    this.topicId = topicId;
    this.epoch = epoch;
    this.edition = edition;
    this.position = position;
    this.told = told;
  }

  /**
   * @param edition of the language in which the log is told, 0 for the events themselves
   */
  static RelayCursor of(Connection connection, String topic, String topicId, int edition)
      throws SQLException {
    try (Statement setting = connection.createStatement()) {
      // A move that a crash of the database undoes costs a repetition and no event.
      setting.execute("set synchronous_commit = off");
    }
    Head head = head(connection);
    try (PreparedStatement select =
        connection.prepareStatement(
            "select position, told from relay_cursor"
                + " where topic = ? and topic_id = ? and epoch = ? and edition = ?")) {
      select.setString(1, topic);
      select.setString(2, topicId);
      select.setInt(3, head.epoch());
      select.setInt(4, edition);
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          return new RelayCursor(
              connection, topic, topicId, head.epoch(), edition, row.getLong(1), row.getLong(2));
        }
      }
    }
    try (PreparedStatement start =
        connection.prepareStatement(
            "insert into relay_cursor as c (topic, topic_id, epoch, edition, position, told, moved_at)"
                + " values (?, ?, ?, ?, 0, 0, now()) on conflict (topic) do update"
                + " set topic_id = excluded.topic_id, epoch = excluded.epoch,"
                + " edition = excluded.edition, position = 0, told = 0, moved_at = now()")) {
      start.setString(1, topic);
      start.setString(2, topicId);
      start.setInt(3, head.epoch());
      start.setInt(4, edition);
      start.executeUpdate();
    }
    LOG.infof(
        "relay starts from the first event topic=%s topicId=%s epoch=%d head=%d",
        topic, topicId, head.epoch(), head.position());
    return new RelayCursor(connection, topic, topicId, head.epoch(), edition, 0, 0);
  }

  /**
   * How far the log was published and where it ends, as far as the database knows: also when nobody
   * can say which topic there is.
   */
  static Standing standing(Connection connection, String topic) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select coalesce(c.position, 0), h.position from log_head h left join relay_cursor c"
                + " on c.topic = ? and c.epoch = h.epoch")) {
      select.setString(1, topic);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Standing(row.getLong(1), row.getLong(2));
      }
    }
  }

  private static Head head(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("select position, epoch from log_head");
        ResultSet row = select.executeQuery()) {
      row.next();
      return new Head(row.getLong(1), row.getInt(2));
    }
  }

  long position() {
    return position;
  }

  /** How many records were published up to that position, where they are not the events. */
  long told() {
    return told;
  }

  int epoch() {
    return epoch;
  }

  /** Where the log ends now. */
  long head() throws SQLException, RelayInterrupted {
    Head head = head(connection);
    if (head.epoch() != epoch) {
      throw new RelayInterrupted("the log has a new epoch");
    }
    return head.position();
  }

  /** The events after a position, at most so many. */
  List<StoredEvent> next(long after, int limit) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(StoredEvents.AFTER_POSITION)) {
      select.setLong(1, after);
      select.setInt(2, limit);
      try (ResultSet rows = select.executeQuery()) {
        List<StoredEvent> events = new ArrayList<>();
        while (rows.next()) {
          events.add(StoredEvents.read(rows));
        }
        return events;
      }
    }
  }

  /** Moves on; nobody else may have moved it. */
  void moveTo(long reached, long toldSoFar) throws SQLException, RelayInterrupted {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update relay_cursor set position = ?, told = ?, moved_at = now()"
                + " where topic = ? and topic_id = ? and epoch = ? and edition = ?"
                + " and position = ?")) {
      update.setLong(1, reached);
      update.setLong(2, toldSoFar);
      update.setString(3, topic);
      update.setString(4, topicId);
      update.setInt(5, epoch);
      update.setInt(6, edition);
      update.setLong(7, position);
      if (update.executeUpdate() != 1) {
        throw new RelayInterrupted("somebody else moved the cursor");
      }
    }
    position = reached;
    told = toldSoFar;
  }
}
