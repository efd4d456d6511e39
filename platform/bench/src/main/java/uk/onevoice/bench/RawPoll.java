package uk.onevoice.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import uk.onevoice.eventstore.postgres.Database;
import uk.onevoice.eventstore.relay.Partitions;

/**
 * The references of consuming: the same records polled and dropped, or polled and upserted in
 * batches of at most 5,000, one transaction each. Each reads on from where it was.
 */
final class RawPoll implements AutoCloseable {
  private static final String UPSERT =
      "insert into raw_event (id, stream, payload)"
          + " select * from unnest(?::uuid[], ?::text[], ?::jsonb[])"
          + " on conflict (id) do update set stream = excluded.stream, payload = excluded.payload";

  private final KafkaConsumer<String, String> consumer;
  private final Batch batch;
  private final AutoCloseable after;

  private RawPoll(Ground ground, Collection<String> topics, Batch batch, AutoCloseable after) {
    this.batch = batch;
    this.after = after;
    var properties = new Properties();
    properties.putAll(ground.kafka());
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "5000");
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, "4194304");
    consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic ->
                IntStream.range(0, Partitions.COUNT).mapToObj(n -> new TopicPartition(topic, n)))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Keeps nothing. */
  static RawPoll dropping(Ground ground, Collection<String> topics) {
    return new RawPoll(ground, topics, _ -> {}, () -> {});
  }

  /** Keeps everything. */
  static RawPoll upserting(Ground ground, Collection<String> topics, Database database)
      throws SQLException {
    Connection connection =
        DriverManager.getConnection(database.url(), database.username(), database.password());
    Ground.execute(
        connection,
        "create table raw_event (id uuid primary key, stream text not null,"
            + " payload jsonb not null)");
    // As the projection's consumer commits: what a crash undoes is heard again.
    Ground.execute(connection, "set synchronous_commit = off");
    connection.setAutoCommit(false);
    return new RawPoll(ground, topics, records -> upsert(connection, records), connection);
  }

  private interface Batch {
    void take(ConsumerRecords<String, String> records) throws SQLException;
  }

  /** Reads so many more; timed from the first. */
  Rate read(long events) throws Exception {
    Duration cpu = Cpu.used();
    long began = 0;
    for (long seen = 0; seen < events; ) {
      ConsumerRecords<String, String> records = consumer.poll(Duration.ofMillis(100));
      if (!records.isEmpty()) {
        began = began == 0 ? System.nanoTime() : began;
        batch.take(records);
        seen += records.count();
      }
    }
    double took = (System.nanoTime() - began) / 1e9;
    return new Rate(events / took, Cpu.microsSince(cpu, events));
  }

  private static void upsert(Connection connection, ConsumerRecords<String, String> records)
      throws SQLException {
    List<UUID> ids = new ArrayList<>();
    List<String> streams = new ArrayList<>();
    List<String> payloads = new ArrayList<>();
    for (ConsumerRecord<String, String> record : records) {
      ids.add(UUID.fromString(new String(record.headers().lastHeader("ce_id").value(), UTF_8)));
      streams.add(record.key());
      payloads.add(record.value());
    }
    try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
      statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      statement.setArray(2, connection.createArrayOf("text", streams.toArray()));
      statement.setArray(3, connection.createArrayOf("text", payloads.toArray()));
      statement.executeUpdate();
    }
    connection.commit();
  }

  @Override
  public void close() throws Exception {
    consumer.close();
    after.close();
  }
}
