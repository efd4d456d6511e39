package uk.onevoice.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/** One consumer's rows of the table {@code checkpoint}. */
final class Checkpoints {
  /** Locks in one order first, so that two replicas that overlap for a moment cannot deadlock. */
  private static final String MOVE =
      """
      with move as (
        select * from unnest(?::text[], ?::int[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
                             ?::bigint[], ?::int[])
            as u(topic, partition, topic_id, old_offset, old_position, next_offset, position, epoch)
      ), locked as materialized (
        select c.topic, c.partition
          from checkpoint c join move m on m.topic = c.topic and m.partition = c.partition
         where c.consumer = ?
         order by c.topic collate "C", c.partition
           for update of c
      )
      update checkpoint c
         set next_offset = m.next_offset, position = m.position, epoch = m.epoch, moved_at = now()
        from move m join locked using (topic, partition)
       where c.consumer = ? and c.topic = m.topic and c.partition = m.partition
         and c.topic_id = m.topic_id and c.next_offset = m.old_offset
         and c.position = m.old_position and c.needed_epoch is null
      returning c.topic, c.partition
      """;

  private final String consumer;

  Checkpoints(String consumer) {
    this.consumer = consumer;
  }

  /**
   * Where to go on in a partition of this topic; from its start when it is another than was read
   * before. Empty while a new epoch of the log waits for a rebuild.
   */
  Optional<Checkpoint> place(Connection connection, TopicPartition partition, String topicId)
      throws SQLException {
    try (PreparedStatement place =
        connection.prepareStatement(
            """
            insert into checkpoint as c (consumer, topic, partition, topic_id, next_offset,
                                         position, epoch, moved_at)
            values (?, ?, ?, ?, 0, 0, 0, now())
            on conflict on constraint checkpoint_pk do update
               set topic_id = excluded.topic_id,
                   next_offset = case when c.topic_id = excluded.topic_id then c.next_offset
                                      else 0 end
            returning next_offset, position, epoch, needed_epoch
            """)) {
      place.setString(1, consumer);
      place.setString(2, partition.topic());
      place.setInt(3, partition.partition());
      place.setString(4, topicId);
      try (ResultSet row = place.executeQuery()) {
        row.next();
        if (row.getObject("needed_epoch") != null) {
          return Optional.empty();
        }
        return Optional.of(
            new Checkpoint(
                partition,
                topicId,
                row.getLong("next_offset"),
                row.getLong("position"),
                row.getInt("epoch")));
      }
    }
  }

  /**
   * A move of one partition.
   *
   * @param from where this replica believes the checkpoint to be
   */
  record Move(Checkpoint from, Checkpoint to) {}

  /** Moves those that nobody else has moved, and says which they are. */
  Set<TopicPartition> move(Connection connection, Collection<Move> moves) throws SQLException {
    List<Move> all = List.copyOf(moves);
    Set<TopicPartition> moved = new HashSet<>();
    try (PreparedStatement update = connection.prepareStatement(MOVE)) {
      array(connection, update, 1, "text", all, move -> move.to().partition().topic());
      array(connection, update, 2, "int", all, move -> move.to().partition().partition());
      array(connection, update, 3, "text", all, move -> move.to().topicId());
      array(connection, update, 4, "bigint", all, move -> move.from().nextOffset());
      array(connection, update, 5, "bigint", all, move -> move.from().position());
      array(connection, update, 6, "bigint", all, move -> move.to().nextOffset());
      array(connection, update, 7, "bigint", all, move -> move.to().position());
      array(connection, update, 8, "int", all, move -> move.to().epoch());
      update.setString(9, consumer);
      update.setString(10, consumer);
      try (ResultSet rows = update.executeQuery()) {
        while (rows.next()) {
          moved.add(new TopicPartition(rows.getString(1), rows.getInt(2)));
        }
      }
    }
    return moved;
  }

  /** Says that a log has a new epoch: nothing more of its topic is applied until a rebuild. */
  void needEpoch(Connection connection, String topic, int epoch) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update checkpoint set needed_epoch = ? where consumer = ? and topic = ?"
                + " and coalesce(needed_epoch, 0) < ?")) {
      update.setInt(1, epoch);
      update.setString(2, consumer);
      update.setString(3, topic);
      update.setInt(4, epoch);
      update.executeUpdate();
    }
  }

  /** Locks a topic's checkpoints; whether a new epoch of the log waits there. */
  boolean lockWhereHalted(Connection connection, String topic) throws SQLException {
    boolean halted = false;
    try (PreparedStatement select =
        connection.prepareStatement(
            "select needed_epoch from checkpoint where consumer = ? and topic = ?"
                + " order by partition for update")) {
      select.setString(1, consumer);
      select.setString(2, topic);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          halted |= rows.getObject("needed_epoch") != null;
        }
      }
    }
    return halted;
  }

  /**
   * Begins again from the first event, for a reader whose rows of this topic were emptied in the
   * same transaction; events of earlier epochs are passed over from now on.
   */
  void restart(Connection connection, String topic) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update checkpoint set next_offset = 0, position = 0,"
                + " epoch = coalesce(needed_epoch, epoch), needed_epoch = null, moved_at = now()"
                + " where consumer = ? and topic = ?")) {
      update.setString(1, consumer);
      update.setString(2, topic);
      update.executeUpdate();
    }
  }

  /** The checkpoint of each partition that was ever read; none where a new epoch waits. */
  Map<TopicPartition, Checkpoint> current(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select topic, partition, topic_id, next_offset, position, epoch from checkpoint"
                + " where consumer = ? and needed_epoch is null")) {
      select.setString(1, consumer);
      try (ResultSet rows = select.executeQuery()) {
        Map<TopicPartition, Checkpoint> current = new HashMap<>();
        while (rows.next()) {
          var partition = new TopicPartition(rows.getString("topic"), rows.getInt("partition"));
          current.put(
              partition,
              new Checkpoint(
                  partition,
                  rows.getString("topic_id"),
                  rows.getLong("next_offset"),
                  rows.getLong("position"),
                  rows.getInt("epoch")));
        }
        return current;
      }
    }
  }

  private static <T> void array(
      Connection connection,
      PreparedStatement statement,
      int parameter,
      String type,
      List<T> all,
      Function<T, Object> field)
      throws SQLException {
    statement.setArray(
        parameter, connection.createArrayOf(type, all.stream().map(field).toArray()));
  }
}
