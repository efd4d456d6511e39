package uk.onevoice.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** The references of consuming: the same records polled and dropped, or polled and upserted. */
final class RawPoll implements AutoCloseable {
  private static final String UPSERT =
      "insert into raw_event (id, stream, payload)"
          + " select * from unnest(?::uuid[], ?::text[], ?::jsonb[])"
          + " on conflict (id) do update set stream = excluded.stream, payload = excluded.payload";

  private final Map<String, String> kafka;
  private final Connection connection;

  RawPoll(Ground ground, Database database) throws SQLException {
    this.kafka = ground.kafka();
    this.connection =
        DriverManager.getConnection(database.url(), database.username(), database.password());
    Ground.execute(
        connection,
        "create table raw_event (id uuid primary key, stream text not null,"
            + " payload jsonb not null)");
    // As the projection's consumer commits: what a crash undoes is heard again.
    Ground.execute(connection, "set synchronous_commit = off");
    connection.setAutoCommit(false);
  }

  /** Polls everything and keeps nothing. */
  Rate poll(String topic, long events) throws Exception {
    return read(topic, events, _ -> {});
  }

  /** Polls everything and upserts it in batches of at most 5,000, one transaction each. */
  Rate upsert(String topic, long events) throws Exception {
    Ground.execute(connection, "truncate raw_event");
    connection.commit();
    return read(topic, events, this::upsert);
  }

  private interface Batch {
    void take(ConsumerRecords<String, String> records) throws SQLException;
  }

  private Rate read(String topic, long events, Batch batch) throws Exception {
    Duration cpu = Cpu.used();
    try (var consumer =
        new KafkaConsumer<>(properties(), new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, Partitions.COUNT).mapToObj(n -> new TopicPartition(topic, n)).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
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
  }

  private Properties properties() {
    var properties = new Properties();
    properties.putAll(kafka);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "5000");
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, "4194304");
    return properties;
  }

  private void upsert(ConsumerRecords<String, String> records) throws SQLException {
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
  public void close() throws SQLException {
    connection.close();
  }
}
