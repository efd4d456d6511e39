package uk.onevoice.messaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A topic into which a test publishes what it likes. */
final class TestTopic implements AutoCloseable {
  private final String name;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Map<String, Long> versions = new HashMap<>();
  private long position;
  private int epoch = 1;

  TestTopic(Properties kafka, String name) {
    this.name = name;
    this.producer =
        new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer());
  }

  String name() {
    return name;
  }

  long position() {
    return position;
  }

  /** From now on positions count from 1 in a new epoch. */
  void setBack() {
    epoch++;
    position = 0;
    versions.clear();
  }

  /** The next event of a stream, as the relay would publish it. */
  ProducerRecord<byte[], byte[]> event(String stream, String type, String payload) {
    return event(stream, type, payload, versions.merge(stream, 1L, Long::sum), ++position);
  }

  ProducerRecord<byte[], byte[]> event(
      String stream, String type, String payload, long version, long at) {
    return event(stream, type, 1, payload, version, at);
  }

  ProducerRecord<byte[], byte[]> event(
      String stream, String type, int schemaVersion, String payload, long version, long at) {
    var record = raw(bytes(stream), bytes(payload));
    Headers headers = record.headers();
    headers.add("ce_specversion", bytes("1.0"));
    headers.add("ce_id", bytes(UUID.nameUUIDFromBytes(bytes(name + epoch + at)).toString()));
    headers.add("ce_type", bytes(type));
    headers.add("ce_time", bytes("2026-04-01T12:00:00Z"));
    headers.add(
        "ce_dataschema",
        bytes("/contracts/events/things/" + type + "-v" + schemaVersion + ".json"));
    headers.add("ce_logposition", bytes(Long.toString(at)));
    headers.add("ce_logepoch", bytes(Integer.toString(epoch)));
    headers.add("ce_streamversion", bytes(Long.toString(version)));
    headers.add("ce_recordedtime", bytes("2026-04-01T12:00:01Z"));
    headers.add("ce_actor", bytes("person:1"));
    return record;
  }

  ProducerRecord<byte[], byte[]> raw(byte @Nullable [] key, byte @Nullable [] value) {
    return new ProducerRecord<>(name, key, value);
  }

  /** So many events of the usual kind over so many streams. */
  List<ProducerRecord<byte[], byte[]>> events(int count, int streams) {
    List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      events.add(event("thing-" + n % streams, "Counted", "{\"n\":" + n + "}"));
    }
    return events;
  }

  void publish(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (var record : records) {
      sent.add(
          producer.send(
              new ProducerRecord<>(
                  record.topic(), null, record.key(), record.value(), record.headers())));
    }
    for (var one : sent) {
      one.get();
    }
  }

  void publish(ProducerRecord<byte[], byte[]> record) throws Exception {
    publish(List.of(record));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
