package uk.onevoice.feeds.log;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.onevoice.messaging.EventHandler;
import uk.onevoice.messaging.HeardEvent;

/**
 * Adds to the feed's log what is heard of the public language, each event once, however often it
 * comes. The log is kept and never filled anew: a position that a reader has heard stays the same
 * event. What was recorded longer ago than the log keeps is not added.
 */
final class PartnerEvents implements EventHandler {
  private final Period kept;
  private final Clock clock;

  PartnerEvents(Period kept, Clock clock) {
    this.kept = kept;
    this.clock = clock;
  }

  private record Key(UUID id, Instant recordedAt) {}

  @Override
  public Set<String> applies() {
    return FeedType.names();
  }

  @Override
  public Set<String> ignores() {
    return Set.of();
  }

  @Override
  public void apply(Connection transaction, List<HeardEvent> events) throws SQLException {
    Map<Key, PublicEvent> told = new LinkedHashMap<>();
    Instant oldest = oldest(clock.instant(), kept);
    for (HeardEvent event : events) {
      PublicEvent one = PublicEvent.of(event);
      if (!one.recordedAt().isBefore(oldest)) {
        told.putIfAbsent(new Key(one.id(), one.recordedAt()), one);
      }
    }
    if (told.isEmpty()) {
      return;
    }
    long last = beginToAdd(transaction);
    List<PublicEvent> fresh = withoutKept(transaction, told);
    if (!fresh.isEmpty()) {
      add(transaction, fresh, last);
    }
  }

  /**
   * Until this transaction ends, nobody else adds.
   *
   * @return the position of the last event
   */
  static long beginToAdd(Connection transaction) throws SQLException {
    try (Statement waiting = transaction.createStatement()) {
      // Readers go on from what they have read: it must still be there after a crash.
      waiting.execute("set local synchronous_commit = on");
    }
    return lockedHead(transaction);
  }

  static Instant oldest(Instant now, Period kept) {
    return now.atZone(ZoneOffset.UTC).minus(kept).toInstant();
  }

  /** Held until the transaction ends: so commits have the order of positions. */
  private static long lockedHead(Connection transaction) throws SQLException {
    try (Statement head = transaction.createStatement();
        ResultSet row = head.executeQuery("select position from feed_head for update")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static List<PublicEvent> withoutKept(Connection transaction, Map<Key, PublicEvent> told)
      throws SQLException {
    Map<Key, PublicEvent> fresh = new LinkedHashMap<>(told);
    try (PreparedStatement known =
        transaction.prepareStatement("select id, recorded_at from feed_event where id = any (?)")) {
      Array ids = transaction.createArrayOf("uuid", told.keySet().stream().map(Key::id).toArray());
      known.setArray(1, ids);
      try (ResultSet row = known.executeQuery()) {
        while (row.next()) {
          fresh.remove(new Key(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()));
        }
      }
    }
    return new ArrayList<>(fresh.values());
  }

  /** Adds these behind the last one, within a transaction that has begun to. */
  static void add(Connection transaction, List<PublicEvent> fresh, long last) throws SQLException {
    long position = last;
    try (PreparedStatement insert =
            transaction.prepareStatement(
                """
                insert into feed_event (position, id, recorded_at, type, subject, "time", dataref,
                  place, topic, ics, everyone, organisations, heard_at)
                select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                  greatest(head.heard_at, clock_timestamp())
                from feed_head head\
                """);
        PreparedStatement head =
            transaction.prepareStatement(
                """
                update feed_head set position = ?,
                  heard_at = (select heard_at from feed_event where position = ?)\
                """)) {
      for (PublicEvent event : fresh) {
        position++;
        insert.setLong(1, position);
        insert.setObject(2, event.id());
        insert.setTimestamp(3, Timestamp.from(event.recordedAt()));
        insert.setString(4, event.type());
        insert.setString(5, event.subject());
        insert.setTimestamp(6, Timestamp.from(event.time()));
        insert.setString(7, event.dataref());
        insert.setString(8, event.place());
        insert.setString(9, event.topic());
        insert.setString(10, event.ics());
        insert.setBoolean(11, event.everyone());
        insert.setArray(12, transaction.createArrayOf("text", event.organisations().toArray()));
        insert.addBatch();
      }
      insert.executeBatch();
      head.setLong(1, position);
      head.setLong(2, position);
      head.executeUpdate();
    }
  }
}
