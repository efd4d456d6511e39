package uk.onevoice.testkit.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Words that were planted in every field a service takes, looked for wherever they must not be: in
 * every row of every table, in every record of a topic, and in what was logged since the canaries
 * were made.
 */
public final class Canaries implements AutoCloseable {
  private final List<String> words;
  private final Queue<String> logged = new ConcurrentLinkedQueue<>();
  private final Handler listening =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(entry.getMessage());
          if (entry.getParameters() != null) {
            Stream.of(entry.getParameters()).map(String::valueOf).forEach(logged::add);
          }
          for (Throwable cause = entry.getThrown(); cause != null; cause = cause.getCause()) {
            logged.add(cause.toString());
          }
        }

        @Override
        public void flush() {
          // Nothing is held back.
        }

        @Override
        public void close() {
          // Nothing was opened.
        }
      };

  private Canaries(List<String> words) {
    this.words = List.copyOf(words);
    Logger.getLogger("").addHandler(listening);
  }

  public static Canaries of(String... words) {
    return new Canaries(List.of(words));
  }

  /** The tables that hold one, also as bytes; with how many were looked through. */
  public Search inTables(Connection connection) throws SQLException {
    var found = new ArrayList<String>();
    var tables = tables(connection);
    for (String table : tables) {
      for (String word : words) {
        String bytes = HexFormat.of().formatHex(word.getBytes(UTF_8));
        try (var select =
            connection.prepareStatement(
                "select count(*) from %s as one where position(? in one::text) > 0 or position(? in one::text) > 0"
                    .formatted(table))) {
          select.setString(1, word);
          select.setString(2, bytes);
          try (var row = select.executeQuery()) {
            row.next();
            if (row.getInt(1) > 0) {
              found.add(table + ": " + word);
            }
          }
        }
      }
    }
    return new Search(tables.size(), found);
  }

  /**
   * @param places how many tables or records were looked at: a search of nothing finds nothing
   * @param found where one was, and which
   */
  public record Search(int places, List<String> found) {}

  private static List<String> tables(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select quote_ident(table_schema) || '.' || quote_ident(table_name)
                from information_schema.tables
                where table_type = 'BASE TABLE'
                  and table_schema not in ('pg_catalog', 'information_schema')\
                """)) {
      var tables = new ArrayList<String>();
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
      return tables;
    }
  }

  /** The topics that hold one, in a record's key, value or headers. */
  public Search inTopics(Collection<String> topics) {
    var found = new ArrayList<String>();
    int records = 0;
    try (var consumer =
        new KafkaConsumer<>(
            RunningStack.get().kafkaProperties(),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (var one : consumer.poll(Duration.ofMillis(200))) {
          records++;
          String text = text(one);
          words.stream()
              .filter(text::contains)
              .forEach(word -> found.add(one.topic() + ": " + word));
        }
      }
    }
    return new Search(records, found);
  }

  private static String text(ConsumerRecord<byte[], byte[]> one) {
    var text = new StringBuilder(string(one.key())).append(string(one.value()));
    one.headers().forEach(header -> text.append(string(header.value())));
    return text.toString();
  }

  private static String string(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, UTF_8);
  }

  /** What was logged with one in it. */
  public Search inLogs() {
    return new Search(
        logged.size(),
        logged.stream()
            .filter(line -> line != null && words.stream().anyMatch(line::contains))
            .toList());
  }

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(listening);
  }
}
