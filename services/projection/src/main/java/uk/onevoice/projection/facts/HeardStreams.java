package uk.onevoice.projection.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.projection.freshness.Mark;
import uk.onevoice.projection.freshness.Partition;

/** Remembers how far each stream has been applied: the wall behind the consumer's checkpoint. */
final class HeardStreams {
  /**
   * An event not applied before.
   *
   * @param newStream whether nothing of its stream was: then there are no facts of it yet
   */
  record Unheard(HeardEvent event, Stream stream, boolean newStream) {}

  /**
   * A stream that goes on in this batch.
   *
   * @param isNew whether nothing of it was applied before
   * @param version the last that is applied with the batch
   */
  record Advanced(Stream stream, Partition partition, boolean isNew, long version) {}

  private final List<Unheard> unheard;
  private final Map<Stream, Advanced> advanced = new LinkedHashMap<>();

  private HeardStreams(int events) {
    unheard = new ArrayList<>(events);
  }

  /**
   * Finds out which events were not applied before. What lies beyond all that its partition was
   * applied to was not; of the rest the stream's last version tells, from memory or the table.
   */
  static HeardStreams of(
      Connection transaction, List<HeardEvent> events, Map<Partition, Mark> marks, Memory memory)
      throws SQLException {
    Map<Stream, @Nullable Long> heard = new HashMap<>();
    Set<Stream> doubtful = new HashSet<>();
    for (HeardEvent event : events) {
      Stream stream = Stream.of(event);
      if (heard.get(stream) == null) {
        heard.put(stream, memory.version(stream));
      }
      Mark mark = marks.get(Partition.of(event));
      if (mark != null && event.position() <= mark.position() && heard.get(stream) == null) {
        doubtful.add(stream);
      }
    }
    if (!doubtful.isEmpty()) {
      heard.putAll(versions(transaction, doubtful));
    }
    var streams = new HeardStreams(events.size());
    for (HeardEvent event : events) {
      Stream stream = Stream.of(event);
      streams.take(event, stream, heard.get(stream), doubtful.contains(stream));
    }
    return streams;
  }

  private void take(HeardEvent event, Stream stream, @Nullable Long before, boolean wasLookedUp) {
    Advanced known = advanced.get(stream);
    long last = known != null ? known.version() : before != null ? before : 0;
    if (event.version() > last) {
      boolean isNew =
          known != null ? known.isNew() : before == null && (wasLookedUp || event.version() == 1);
      advanced.put(stream, new Advanced(stream, Partition.of(event), isNew, event.version()));
      unheard.add(new Unheard(event, stream, isNew));
    }
  }

  /** In their order. */
  List<Unheard> unheard() {
    return unheard;
  }

  Iterable<Advanced> advanced() {
    return advanced.values();
  }

  /** Marks them as applied. */
  void write(Connection transaction, boolean filling) throws SQLException {
    BinaryCopy news = new BinaryCopy("heard_stream", List.of("log", "stream", "version"));
    List<Advanced> known = new ArrayList<>();
    for (Advanced one : advanced.values()) {
      if (filling || one.isNew()) {
        news.row();
        news.text(one.stream().log());
        news.text(one.stream().name());
        news.number(one.version());
      } else {
        known.add(one);
      }
    }
    news.write(transaction);
    if (!known.isEmpty()) {
      update(transaction, known);
    }
  }

  /**
   * Whether the version is being filled: then there is no key, each batch adds its rows, and the
   * highest of a stream counts. So it stays until the transaction ends.
   */
  static boolean isBeingFilled(Connection transaction) throws SQLException {
    try (PreparedStatement query =
            transaction.prepareStatement(
                """
                select not exists (select 1 from pg_index where indrelid = 'heard_stream'::regclass)\
                """);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static Map<Stream, Long> versions(Connection transaction, Set<Stream> streams)
      throws SQLException {
    Map<Stream, Long> versions = new HashMap<>();
    try (PreparedStatement query =
        transaction.prepareStatement(
            """
            select h.log, h.stream, max(h.version)
            from heard_stream h join unnest(?::text[], ?::text[]) as x (log, stream)
              using (log, stream)
            group by h.log, h.stream\
            """)) {
      query.setArray(1, array(transaction, streams.stream().map(Stream::log).toList()));
      query.setArray(2, array(transaction, streams.stream().map(Stream::name).toList()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          versions.put(new Stream(row.getString(1), row.getString(2)), row.getLong(3));
        }
      }
    }
    return versions;
  }

  private static void update(Connection transaction, List<Advanced> streams) throws SQLException {
    try (PreparedStatement upsert =
        transaction.prepareStatement(
            """
            insert into heard_stream (log, stream, version)
            select * from unnest(?::text[], ?::text[], ?::bigint[])
            on conflict (log, stream) do update set version = excluded.version\
            """)) {
      upsert.setArray(
          1, array(transaction, streams.stream().map(one -> one.stream().log()).toList()));
      upsert.setArray(
          2, array(transaction, streams.stream().map(one -> one.stream().name()).toList()));
      upsert.setArray(
          3,
          transaction.createArrayOf("bigint", streams.stream().map(Advanced::version).toArray()));
      upsert.executeUpdate();
    }
  }

  private static java.sql.Array array(Connection transaction, List<String> texts)
      throws SQLException {
    return transaction.createArrayOf("text", texts.toArray());
  }
}
