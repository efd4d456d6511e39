package uk.onevoice.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** One consumer's parked streams and messages, in the transaction of its batch. */
final class Parking {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
  private static final int LONGEST_REASON = 500;

  private final String consumer;

  Parking(String consumer) {
    this.consumer = consumer;
  }

  /**
   * A stream of a topic.
   *
   * @param topic the topic's name
   */
  record Parked(String topic, String stream) {}

  /**
   * Which of these streams are parked, and for which version they wait, 0 for none; they stay so
   * until the transaction ends.
   */
  Map<Parked, Long> parked(Connection transaction, Collection<Parked> streams) throws SQLException {
    try (PreparedStatement select =
        transaction.prepareStatement(
            "select topic, stream, coalesce(missing, 0) from parked_stream"
                + " where consumer = ? and stream = any(?) order by topic, stream for share")) {
      select.setString(1, consumer);
      select.setArray(
          2,
          transaction.createArrayOf(
              "text", streams.stream().map(Parked::stream).distinct().toArray()));
      try (ResultSet rows = select.executeQuery()) {
        Map<Parked, Long> parked = new HashMap<>();
        while (rows.next()) {
          parked.put(new Parked(rows.getString(1), rows.getString(2)), rows.getLong(3));
        }
        return parked;
      }
    }
  }

  /** Whether any stream is parked; of most consumers none ever is. */
  boolean any(Connection transaction) throws SQLException {
    try (PreparedStatement select =
        transaction.prepareStatement(
            "select exists (select from parked_stream where consumer = ?)")) {
      select.setString(1, consumer);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /**
   * @param missing the version that the stream waits for, 0 when it waits for a person
   */
  void park(Connection transaction, Parked stream, String reason, long missing)
      throws SQLException {
    try (PreparedStatement insert =
        transaction.prepareStatement(
            "insert into parked_stream (consumer, topic, stream, reason, parked_at, missing)"
                + " values (?, ?, ?, ?, now(), nullif(?, 0))"
                + " on conflict on constraint parked_stream_pk do update"
                + " set reason = excluded.reason, retry_wanted = false,"
                + " missing = excluded.missing")) {
      insert.setString(1, consumer);
      insert.setString(2, stream.topic());
      insert.setString(3, stream.stream());
      insert.setString(4, shortened(reason));
      insert.setLong(5, missing);
      insert.executeUpdate();
    }
  }

  /** Has a stream tried again. */
  void want(Connection transaction, Parked stream) throws SQLException {
    try (PreparedStatement update =
        transaction.prepareStatement(
            "update parked_stream set retry_wanted = true"
                + " where consumer = ? and topic = ? and stream = ?")) {
      update.setString(1, consumer);
      update.setString(2, stream.topic());
      update.setString(3, stream.stream());
      update.executeUpdate();
    }
  }

  /**
   * Keeps a message; once, however often it comes and under whatever offset.
   *
   * @param event null for one that cannot be read
   */
  void keep(
      Connection transaction,
      ConsumerRecord<byte[], byte[]> record,
      String topicId,
      @Nullable HeardEvent event,
      String reason)
      throws SQLException {
    try (PreparedStatement insert =
        transaction.prepareStatement(
            "insert into parked_message (consumer, topic, topic_id, partition, at_offset, stream,"
                + " position, type, reason, key, value, headers, parked_at)"
                + " select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, now()"
                + " where not exists (select from parked_message"
                + " where consumer = ? and topic = ? and stream = ? and position = ?)"
                + " on conflict do nothing")) {
      insert.setString(1, consumer);
      insert.setString(2, record.topic());
      insert.setString(3, topicId);
      insert.setInt(4, record.partition());
      insert.setLong(5, record.offset());
      insert.setString(6, event == null ? null : event.stream());
      insert.setObject(7, event == null ? null : event.position(), Types.BIGINT);
      insert.setString(8, event == null ? null : event.type());
      insert.setString(9, shortened(reason));
      insert.setBytes(10, record.key());
      insert.setBytes(11, record.value());
      insert.setString(12, headers(record));
      insert.setString(13, consumer);
      insert.setString(14, record.topic());
      insert.setString(15, event == null ? null : event.stream());
      insert.setObject(16, event == null ? null : event.position(), Types.BIGINT);
      insert.executeUpdate();
    }
  }

  /** Whether earlier events of the stream wait. */
  boolean isBehind(Connection transaction, Parked stream, long position) throws SQLException {
    try (PreparedStatement select =
        transaction.prepareStatement(
            "select exists (select from parked_message"
                + " where consumer = ? and topic = ? and stream = ? and position < ?)")) {
      select.setString(1, consumer);
      select.setString(2, stream.topic());
      select.setString(3, stream.stream());
      select.setLong(4, position);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /**
   * A stream to be tried again.
   *
   * @param missing the version it waits for, 0 when it waits for a person
   */
  record Wanted(Parked stream, long missing) {}

  /** One of the streams that somebody wants to be tried again; nobody else has it meanwhile. */
  Optional<Wanted> wanted(Connection transaction) throws SQLException {
    try (PreparedStatement select =
        transaction.prepareStatement(
            "select topic, stream, coalesce(missing, 0) from parked_stream"
                + " where consumer = ? and retry_wanted"
                + " order by parked_at limit 1 for update skip locked")) {
      select.setString(1, consumer);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Wanted(new Parked(row.getString(1), row.getString(2)), row.getLong(3)))
            : Optional.empty();
      }
    }
  }

  /** A stream's messages, in the order of their positions. */
  List<ConsumerRecord<byte[], byte[]>> messages(Connection transaction, Parked stream)
      throws SQLException {
    try (PreparedStatement select =
        transaction.prepareStatement(
            "select partition, at_offset, key, value, headers from parked_message"
                + " where consumer = ? and topic = ? and stream = ? order by position, parked_at")) {
      select.setString(1, consumer);
      select.setString(2, stream.topic());
      select.setString(3, stream.stream());
      try (ResultSet rows = select.executeQuery()) {
        List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();
        while (rows.next()) {
          messages.add(
              new ConsumerRecord<>(
                  stream.topic(),
                  rows.getInt("partition"),
                  rows.getLong("at_offset"),
                  ConsumerRecord.NO_TIMESTAMP,
                  TimestampType.NO_TIMESTAMP_TYPE,
                  ConsumerRecord.NULL_SIZE,
                  ConsumerRecord.NULL_SIZE,
                  rows.getBytes("key"),
                  rows.getBytes("value"),
                  headers(rows.getString("headers")),
                  Optional.empty()));
        }
        return messages;
      }
    }
  }

  /** A stream's messages up to this position have been applied. */
  void forget(Connection transaction, Parked stream, long position) throws SQLException {
    try (PreparedStatement delete =
        transaction.prepareStatement(
            "delete from parked_message"
                + " where consumer = ? and topic = ? and stream = ? and position <= ?")) {
      delete.setString(1, consumer);
      delete.setString(2, stream.topic());
      delete.setString(3, stream.stream());
      delete.setLong(4, position);
      delete.executeUpdate();
    }
  }

  /** The stream goes on. */
  void release(Connection transaction, Parked stream) throws SQLException {
    for (String table : List.of("parked_message", "parked_stream")) {
      try (PreparedStatement delete =
          transaction.prepareStatement(
              "delete from " + table + " where consumer = ? and topic = ? and stream = ?")) {
        delete.setString(1, consumer);
        delete.setString(2, stream.topic());
        delete.setString(3, stream.stream());
        delete.executeUpdate();
      }
    }
  }

  /** Forgets a topic's parked streams: the topic is heard again from its first event. */
  void releaseAll(Connection transaction, String topic) throws SQLException {
    for (String delete :
        List.of(
            "delete from parked_message where consumer = ? and topic = ? and stream is not null",
            "delete from parked_stream where consumer = ? and topic = ?")) {
      try (PreparedStatement statement = transaction.prepareStatement(delete)) {
        statement.setString(1, consumer);
        statement.setString(2, topic);
        statement.executeUpdate();
      }
    }
  }

  private static String shortened(String reason) {
    String clean = reason.replace('\0', ' ');
    return clean.length() > LONGEST_REASON ? clean.substring(0, LONGEST_REASON) : clean;
  }

  private static String headers(ConsumerRecord<byte[], byte[]> record) {
    Map<String, @Nullable String> headers = new LinkedHashMap<>();
    for (Header header : record.headers()) {
      headers.put(
          header.key().replace('\0', ' '),
          header.value() == null ? null : Base64.getEncoder().encodeToString(header.value()));
    }
    try {
      return JSON.writeValueAsString(headers);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Headers cannot be written.", impossible);
    }
  }

  private static RecordHeaders headers(String json) {
    var headers = new RecordHeaders();
    try {
      JSON.readValue(json, HEADERS)
          .forEach((name, value) ->
              headers.add(
                  name,
                  value == null
                      ? null
                      : Base64.getDecoder().decode(value.getBytes(StandardCharsets.US_ASCII))));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Stored headers cannot be read.", impossible);
    }
    return headers;
  }
}
