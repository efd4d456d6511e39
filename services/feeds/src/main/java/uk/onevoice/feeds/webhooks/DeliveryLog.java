package uk.onevoice.feeds.webhooks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.webhooks.Deliveries.Delivery;
import uk.onevoice.feeds.webhooks.Deliveries.Log;
import uk.onevoice.feeds.webhooks.Deliveries.Reason;
import uk.onevoice.feeds.webhooks.Deliveries.Standing;
import uk.onevoice.feeds.webhooks.Deliveries.State;

/** The delivery log in the database: how it is read, and how what is in it is rung once more. */
final class DeliveryLog {
  private static final String COLUMNS =
      """
      select id, message_id, type, subject, event_time, position is null, state, tries, last_try,
        status, millis, reason, case when isfinite(next_try) then next_try end
      from webhook_log\
      """;
  private static final String AGAIN =
      """
      with again as (
        update webhook_delivery set state = 'WAITING', tries = 0
        where subscription_id = ? and position is not null and %s
        returning subject),
      queued as (
        insert into webhook_queue as queue (subscription_id, subject, due_at)
        select distinct ?::uuid, subject, now() from again order by 2
        on conflict (subscription_id, subject) do update set added = queue.added + 1,
          held = false, tries = 0,
          due_at = case when queue.claim is null then clock_timestamp() else queue.due_at end)
      select count(*) from again\
      """;

  private final Ledger ledger;

  DeliveryLog(Ledger ledger) {
    this.ledger = ledger;
  }

  Log log(UUID subscription, @Nullable State state, @Nullable UUID after, int limit)
      throws SQLException {
    return ledger.read(transaction -> {
      try (PreparedStatement select =
          transaction.prepareStatement(
              COLUMNS
                  + """
                   where subscription_id = ? and (?::text is null or state = ?)
                    and (?::uuid is null or number < (
                      select number from webhook_delivery
                      where id = ? and subscription_id = webhook_log.subscription_id))
                  order by number desc limit ?\
                  """)) {
        select.setObject(1, subscription);
        select.setString(2, state == null ? null : state.name());
        select.setString(3, state == null ? null : state.name());
        select.setObject(4, after);
        select.setObject(5, after);
        select.setInt(6, limit + 1);
        List<Delivery> found = deliveries(select);
        if (found.size() <= limit) {
          return new Log(found, null);
        }
        List<Delivery> part = found.subList(0, limit);
        return new Log(part, part.getLast().id().toString());
      }
    });
  }

  Optional<Delivery> find(UUID subscription, UUID delivery) throws SQLException {
    return ledger.read(transaction -> {
      try (PreparedStatement select =
          transaction.prepareStatement(COLUMNS + " where subscription_id = ? and id = ?")) {
        select.setObject(1, subscription);
        select.setObject(2, delivery);
        return deliveries(select).stream().findFirst();
      }
    });
  }

  Standing standing(UUID subscription) throws SQLException {
    return ledger.read(transaction -> {
      try (PreparedStatement select =
          transaction.prepareStatement(
              """
              select count(*) filter (where state in ('WAITING', 'BEHIND')),
                count(*) filter (where state = 'HELD' and position is not null),
                (select max(last_try) from webhook_delivery
                 where subscription_id = ? and state = 'DELIVERED')
              from webhook_log where subscription_id = ? and state in ('WAITING', 'BEHIND', 'HELD')\
              """)) {
        select.setObject(1, subscription);
        select.setObject(2, subscription);
        try (ResultSet row = select.executeQuery()) {
          row.next();
          return new Standing(row.getInt(1), row.getInt(2), time(row, 3));
        }
      }
    });
  }

  int again(UUID subscription, Set<UUID> deliveries) throws SQLException {
    return ledger.commit(transaction -> {
      try (PreparedStatement update =
          transaction.prepareStatement(AGAIN.formatted("id = any (?)"))) {
        update.setObject(1, subscription);
        update.setArray(2, transaction.createArrayOf("uuid", deliveries.toArray()));
        update.setObject(3, subscription);
        wake(transaction, subscription);
        return count(update);
      }
    });
  }

  int again(UUID subscription, Instant from, Instant upTo, @Nullable State state)
      throws SQLException {
    return ledger.commit(transaction -> {
      try (PreparedStatement update =
          transaction.prepareStatement(
              AGAIN.formatted(
                  """
                  id in (select id from webhook_log
                    where subscription_id = ? and made_at >= ? and made_at < ?
                      and (?::text is null or state = ?))\
                  """))) {
        update.setObject(1, subscription);
        update.setObject(2, subscription);
        update.setTimestamp(3, Timestamp.from(from));
        update.setTimestamp(4, Timestamp.from(upTo));
        update.setString(5, state == null ? null : state.name());
        update.setString(6, state == null ? null : state.name());
        update.setObject(7, subscription);
        wake(transaction, subscription);
        return count(update);
      }
    });
  }

  /** What lies behind this position is handed out again; who had not come so far goes on. */
  void replay(UUID subscription, long position) throws SQLException {
    ledger.commit(transaction -> {
      try (PreparedStatement back =
          transaction.prepareStatement(
              """
              insert into webhook_progress as p (subscription_id, position, replaying)
              values (?, ?, true)
              on conflict (subscription_id) do update set following = false, replaying = true,
                rests_until = '-infinity',
                position = least(excluded.position,
                  case when p.following then (select position from webhook_head)
                    else p.position end)\
              """)) {
        back.setObject(1, subscription);
        back.setLong(2, position);
        return back.executeUpdate();
      }
    });
  }

  /** A test, with what came of it. */
  UUID tested(UUID subscription, String messageId, String type, Instant at, Answer answer)
      throws SQLException {
    UUID id = UUID.randomUUID();
    Reason reason = answer.reason();
    return ledger.commit(transaction -> {
      try (PreparedStatement insert =
          transaction.prepareStatement(
              """
              insert into webhook_delivery (id, subscription_id, message_id, type, subject,
                event_time, state, tries, last_try, status, millis, reason)
              values (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)\
              """)) {
        insert.setObject(1, id);
        insert.setObject(2, subscription);
        insert.setString(3, messageId);
        insert.setString(4, type);
        insert.setString(5, subscription.toString());
        insert.setTimestamp(6, Timestamp.from(at));
        insert.setString(7, answer.isTaken() ? "DELIVERED" : "HELD");
        insert.setTimestamp(8, Timestamp.from(at));
        insert.setObject(9, answer.status());
        insert.setInt(10, answer.millis());
        insert.setString(11, reason == null ? null : reason.name());
        insert.executeUpdate();
        return id;
      }
    });
  }

  /** There is somebody: nothing of it rests any longer. */
  void wake(UUID subscription) throws SQLException {
    ledger.commit(transaction -> {
      wake(transaction, subscription);
      return subscription;
    });
  }

  void forget(UUID subscription) throws SQLException {
    ledger.commit(transaction -> {
      int deleted = 0;
      // The rate first, as whoever counts holds it first.
      for (String table :
          List.of("webhook_rate", "webhook_queue", "webhook_delivery", "webhook_progress")) {
        try (PreparedStatement delete =
            transaction.prepareStatement("delete from " + table + " where subscription_id = ?")) {
          delete.setObject(1, subscription);
          deleted += delete.executeUpdate();
        }
      }
      return deleted;
    });
  }

  /**
   * What was told, or is not to be told, is forgotten at some time. What is held or waits stays for
   * as long as its event is kept; then it is told to nobody any more, and the log says so.
   */
  static void sweep(Connection transaction, Instant before) throws SQLException {
    try (PreparedStatement drop =
            transaction.prepareStatement(
                """
                update webhook_delivery set state = 'DROPPED', made_at = clock_timestamp()
                where state = 'WAITING' and position <= (select dropped from feed_head)\
                """);
        PreparedStatement delete =
            transaction.prepareStatement(
                "delete from webhook_delivery where state <> 'WAITING' and made_at < ?"
                    + " and coalesce(greatest(last_try, left_out_at) < ?, true)")) {
      drop.executeUpdate();
      delete.setTimestamp(1, Timestamp.from(before));
      delete.setTimestamp(2, Timestamp.from(before));
      delete.executeUpdate();
    }
  }

  /** Somebody asked for it: so there may be somebody again. */
  private static void wake(Connection transaction, UUID subscription) throws SQLException {
    try (PreparedStatement wake =
        transaction.prepareStatement(
            "update webhook_progress set rests_until = '-infinity' where subscription_id = ?")) {
      wake.setObject(1, subscription);
      wake.executeUpdate();
    }
  }

  private static int count(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  private static List<Delivery> deliveries(PreparedStatement select) throws SQLException {
    List<Delivery> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        String reason = row.getString(12);
        found.add(
            new Delivery(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getBoolean(6),
                State.valueOf(row.getString(7)),
                row.getInt(8),
                time(row, 9),
                row.getObject(10, Integer.class),
                row.getObject(11, Integer.class),
                reason == null ? null : Reason.valueOf(reason),
                time(row, 13)));
      }
    }
    return found;
  }

  private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
