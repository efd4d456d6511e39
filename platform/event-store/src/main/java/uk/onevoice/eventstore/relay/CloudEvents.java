package uk.onevoice.eventstore.relay;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.eventstore.StoredEvent;

/**
 * Stored events as Kafka records: CloudEvents 1.0 in binary mode, the stream as key, so that a
 * stream's events stay in order.
 *
 * @param log the service whose log it is
 * @param topic where to
 * @param topicId which topic of that name is meant: a record that reaches another one is void
 * @param epoch the log's
 */
record CloudEvents(String log, String topic, String topicId, int epoch) implements Wording {

  @Override
  public List<ProducerRecord<byte[], byte[]>> of(List<StoredEvent> events, long told) {
    return events.stream().map(this::record).toList();
  }

  private ProducerRecord<byte[], byte[]> record(StoredEvent event) {
    var record =
        new ProducerRecord<>(
            topic,
            Partitions.of(event.stream()),
            // When it is published. A time of long ago would make Kafka begin a new segment each
            // time.
            null,
            bytes(event.stream()),
            bytes(event.payload()));
    Headers headers = record.headers();
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", event.id().toString());
    add(headers, "ce_source", "/" + log);
    add(headers, "ce_type", event.type());
    add(headers, "ce_time", event.occurredAt().toString());
    add(headers, "ce_subject", event.stream());
    add(
        headers,
        "ce_dataschema",
        "/contracts/events/%s/%s-v%d.json".formatted(log, event.type(), event.schemaVersion()));
    add(headers, "content-type", "application/json");
    add(headers, "ce_logposition", Long.toString(event.position()));
    add(headers, "ce_logepoch", Integer.toString(epoch));
    add(headers, "ce_logtopic", topicId);
    add(headers, "ce_streamversion", Long.toString(event.version()));
    add(headers, "ce_recordedtime", event.recordedAt().toString());
    add(headers, event.metadata());
    return record;
  }

  private static void add(Headers headers, Metadata metadata) {
    add(headers, "ce_actor", metadata.actor().value());
    add(headers, "ce_actingfor", metadata.actingFor());
    add(headers, "ce_tenant", metadata.tenant());
    add(headers, "ce_correlationid", metadata.correlationId().toString());
    add(
        headers,
        "ce_causationid",
        metadata.causationId() == null ? null : metadata.causationId().toString());
    add(headers, "traceparent", metadata.traceparent());
  }

  private static void add(Headers headers, String name, @Nullable String value) {
    if (value != null) {
      headers.add(name, bytes(value));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
