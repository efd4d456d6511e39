package uk.onevoice.eventstore.relay;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.eventstore.postgres.StoredEvents;
import uk.onevoice.kernel.ActorRef;

/**
 * A log told in another language. Places and versions count what is told and nothing else, without
 * gaps: who hears them can tell that nothing is missing, and not that something is hidden. Nobody
 * who acted is named.
 */
final class ToldEvents implements Wording {
  private final Connection connection;
  private final Telling telling;
  private final String log;
  private final String topic;
  private final String topicId;
  private final int epoch;

  ToldEvents(
      Connection connection,
      Telling telling,
      String log,
      String topic,
      String topicId,
      int epochOfLog) {
    this.connection = connection;
    this.telling = telling;
    this.log = log;
    this.topic = topic;
    this.topicId = topicId;
    this.epoch = telling.epoch(epochOfLog);
  }

  /** What is told, with its place in what was told of its stream. */
  private record Placed(Told told, long version) {}

  @Override
  public List<ProducerRecord<byte[], byte[]>> of(List<StoredEvent> events, long told)
      throws SQLException {
    List<String> streams =
        events.stream()
            .filter(event -> telling.language().mayTell(event.type()))
            .map(StoredEvent::stream)
            .distinct()
            .toList();
    if (streams.isEmpty()) {
      return List.of();
    }
    List<Placed> placed = new ArrayList<>();
    for (List<StoredEvent> stream : until(events.getLast().position(), streams)) {
      placed.addAll(after(events.getFirst().position() - 1, telling.language().of(stream)));
    }
    // What is told of one event stays in its order.
    placed.sort(Comparator.comparingLong(one -> one.told().by().position()));
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(placed.size());
    for (Placed one : placed) {
      records.add(record(one, told + records.size() + 1));
    }
    return records;
  }

  private static List<Placed> after(long position, List<Told> ofStream) {
    List<Placed> placed = new ArrayList<>();
    for (int n = 0; n < ofStream.size(); n++) {
      if (ofStream.get(n).by().position() > position) {
        placed.add(new Placed(ofStream.get(n), n + 1L));
      }
    }
    return placed;
  }

  /** The streams up to a position, each from its first event. */
  private Iterable<List<StoredEvent>> until(long position, List<String> names) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(StoredEvents.STREAMS_UNTIL)) {
      select.setArray(1, connection.createArrayOf("text", names.toArray()));
      select.setLong(2, position);
      try (ResultSet rows = select.executeQuery()) {
        Map<String, List<StoredEvent>> streams = new LinkedHashMap<>();
        while (rows.next()) {
          StoredEvent event = StoredEvents.read(rows);
          streams.computeIfAbsent(event.stream(), _ -> new ArrayList<>()).add(event);
        }
        return streams.values();
      }
    }
  }

  private ProducerRecord<byte[], byte[]> record(Placed one, long position) {
    Told told = one.told();
    StoredEvent by = told.by();
    var record =
        new ProducerRecord<>(
            topic,
            telling.firstPartition() + Partitions.of(by.stream()),
            // When it is published, as for events.
            (Long) null,
            bytes(by.stream()),
            bytes(told.payload()));
    Headers headers = record.headers();
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", id(told));
    add(headers, "ce_source", "/" + log);
    add(headers, "ce_type", told.type());
    add(headers, "ce_time", by.occurredAt().toString());
    add(headers, "ce_subject", told.subject());
    add(headers, "ce_dataschema", "/contracts/events/" + told.schema() + ".json");
    add(headers, "content-type", "application/json");
    add(headers, "ce_logposition", Long.toString(position));
    add(headers, "ce_logepoch", Integer.toString(epoch));
    add(headers, "ce_logtopic", topicId);
    add(headers, "ce_streamversion", Long.toString(one.version()));
    add(headers, "ce_recordedtime", by.recordedAt().toString());
    add(headers, "ce_actor", ActorRef.service(log).value());
    return record;
  }

  /**
   * The same whenever the same is told of the event, also by another edition; what is told
   * otherwise is something new. From it nobody finds the event's own id.
   */
  private String id(Told told) {
    return UUID.nameUUIDFromBytes(
            bytes("%s %s %s %s".formatted(topic, told.by().id(), told.type(), told.payload())))
        .toString();
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, bytes(value));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
