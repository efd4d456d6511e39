package uk.onevoice.projection.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.onevoice.messaging.HeardEvent;

/** Remembers how far each stream has been applied: the wall behind the consumer's checkpoint. */
final class HeardStreams {
  /**
   * An event not applied before.
   *
   * @param newStream whether nothing of its stream was: then there are no facts of it yet
   */
  record Unheard(HeardEvent event, boolean newStream) {}

  private record Stream(String log, String name) {
    static Stream of(HeardEvent event) {
      return new Stream(event.log(), event.stream());
    }
  }

  private HeardStreams() {}

  /** The events not applied before, in their order; marks them as applied. */
  static List<Unheard> unheard(Connection transaction, List<HeardEvent> events)
      throws SQLException {
    Map<Stream, Long> heard = versions(transaction, events);
    Map<Stream, Long> advanced = new HashMap<>();
    List<Unheard> unheard = new ArrayList<>(events.size());
    for (HeardEvent event : events) {
      Stream stream = Stream.of(event);
      Long before = heard.get(stream);
      if (event.version()
          > Math.max(before == null ? 0 : before, advanced.getOrDefault(stream, 0L))) {
        advanced.put(stream, event.version());
        unheard.add(new Unheard(event, before == null));
      }
    }
    if (!advanced.isEmpty()) {
      advance(transaction, advanced);
    }
    return unheard;
  }

  private static Map<Stream, Long> versions(Connection transaction, List<HeardEvent> events)
      throws SQLException {
    Set<Stream> streams = new HashSet<>();
    events.forEach(event -> streams.add(Stream.of(event)));
    Map<Stream, Long> versions = new HashMap<>();
    try (PreparedStatement query =
        transaction.prepareStatement(
            """
            select h.log, h.stream, h.version
            from heard_stream h join unnest(?::text[], ?::text[]) as x (log, stream)
              using (log, stream)\
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

  private static void advance(Connection transaction, Map<Stream, Long> versions)
      throws SQLException {
    List<Map.Entry<Stream, Long>> rows = List.copyOf(versions.entrySet());
    try (PreparedStatement upsert =
        transaction.prepareStatement(
            """
            insert into heard_stream (log, stream, version)
            select * from unnest(?::text[], ?::text[], ?::bigint[])
            on conflict (log, stream) do update set version = excluded.version\
            """)) {
      upsert.setArray(1, array(transaction, rows.stream().map(row -> row.getKey().log()).toList()));
      upsert.setArray(
          2, array(transaction, rows.stream().map(row -> row.getKey().name()).toList()));
      upsert.setArray(
          3, transaction.createArrayOf("bigint", rows.stream().map(Map.Entry::getValue).toArray()));
      upsert.executeUpdate();
    }
  }

  private static java.sql.Array array(Connection transaction, List<String> texts)
      throws SQLException {
    return transaction.createArrayOf("text", texts.toArray());
  }
}
