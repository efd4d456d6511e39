package uk.onevoice.feeds.webhooks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.onevoice.feeds.log.AddressedEvent;
import uk.onevoice.feeds.log.FeedEvent;
import uk.onevoice.feeds.log.FeedLog;
import uk.onevoice.feeds.reading.Batch;
import uk.onevoice.feeds.subscriptions.Webhook;

/**
 * Hands out what comes into the log: writes for each subscription what it is to be told of. New
 * events are read once for all that keep up, and matched in memory. Of several replicas one does it
 * at a time; what it has written and how far it has come is one commit.
 */
final class HandingOut {
  /** So many events at a time for those that keep up; for one that does not. */
  private static final int AT_ONCE = 500;

  private static final int AT_ONCE_BEHIND = 200;

  private static final String FOLLOWERS =
      "select subscription_id from webhook_progress where following";
  private static final String UNFOLLOW =
      """
      update webhook_progress set following = false, position = ?
      where following and subscription_id = any (?)\
      """;
  private static final String HEAD = "update webhook_head set position = ?";
  private static final String WRITE =
      """
      insert into webhook_delivery (id, subscription_id, position, message_id, type, subject,
        event_time)
      select gen_random_uuid(), fresh.* from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[],
        ?::text[], ?::timestamptz[]) fresh
      on conflict (subscription_id, position) do update set state = 'WAITING', tries = 0\
      """;
  // In one order, so that two who add to the same queues do not wait for each other.
  private static final String QUEUE =
      """
      insert into webhook_queue as queue (subscription_id, subject, due_at)
      select distinct subscription, subject, now()
      from unnest(?::uuid[], ?::text[]) fresh (subscription, subject) order by 1, 2
      on conflict (subscription_id, subject) do update set added = queue.added + 1\
      """;

  /** What is asked for once more is not held any longer; who tries it just now goes on. */
  private static final String LET_GO =
      """
      , held = false, tries = 0,
        due_at = case when queue.claim is null then clock_timestamp() else queue.due_at end\
      """;

  private final Ledger ledger;
  private final FeedLog log;
  private final Batch told;
  private final int backlog;

  /**
   * @param backlog with so much waiting a subscription is handed out no more until some is taken
   */
  HandingOut(Ledger ledger, FeedLog log, Batch told, int backlog) {
    this.ledger = ledger;
    this.log = log;
    this.told = told;
    this.backlog = backlog;
  }

  private record Line(Webhook webhook, FeedEvent event) {}

  /**
   * What was handed out.
   *
   * @param who got something
   * @param upTo the position that was come to; -1 where another is at it
   */
  record Handed(Set<UUID> who, long upTo) {}

  /**
   * Hands out what has come to those that keep up.
   *
   * @param live all that are rung, by their ids
   * @param reach the last position of the log
   */
  Handed toFollowers(Map<UUID, Webhook> live, long reach) throws SQLException {
    return ledger.commitWithoutWaiting(transaction -> {
      long head = head(transaction, "for update skip locked");
      if (head < 0 || head >= reach) {
        return new Handed(Set.of(), head);
      }
      Set<UUID> following = followers(transaction);
      Set<UUID> left = new HashSet<>(following);
      left.removeAll(live.keySet());
      unfollow(transaction, head, left);
      following.removeAll(left);
      long upTo = following.isEmpty() ? reach : Math.min(reach, head + AT_ONCE);
      List<Line> lines = new ArrayList<>();
      if (!following.isEmpty()) {
        List<Webhook> rung = following.stream().map(live::get).toList();
        for (AddressedEvent event : log.addressed(head, upTo)) {
          for (Webhook webhook : rung) {
            if (event.isFor(webhook.reader().organisation(), webhook.filter())) {
              lines.add(new Line(webhook, event.event()));
            }
          }
        }
      }
      Set<UUID> who = write(transaction, lines, false);
      setHead(transaction, upTo);
      return new Handed(who, upTo);
    });
  }

  /**
   * What one that does not keep up was handed out.
   *
   * @param got whether anything
   * @param more whether to go on with it at once
   */
  record Caught(boolean got, boolean more) {}

  /** Hands out the next of it to one that does not keep up yet. */
  Caught toOne(Webhook webhook) throws SQLException {
    return ledger.commitWithoutWaiting(transaction -> {
      try (PreparedStatement select =
              transaction.prepareStatement(
                  """
                  select position, replaying, exists (
                    select from webhook_delivery d
                    where d.subscription_id = p.subscription_id and d.state = 'WAITING'
                    offset ? limit 1)
                  from webhook_progress p where subscription_id = ? and not following
                  for update skip locked\
                  """);
          PreparedStatement move =
              transaction.prepareStatement(
                  """
                  update webhook_progress set position = ?, following = ?,
                    replaying = replaying and not ? where subscription_id = ?\
                  """)) {
        select.setInt(1, backlog);
        select.setObject(2, webhook.id());
        long position;
        boolean replaying;
        try (ResultSet row = select.executeQuery()) {
          if (!row.next() || row.getBoolean(3)) {
            return new Caught(false, false);
          }
          position = row.getLong(1);
          replaying = row.getBoolean(2);
        }
        long head = head(transaction, "");
        if (head - position <= AT_ONCE_BEHIND) {
          // The last step: nobody hands out meanwhile, so nothing falls between.
          head = head(transaction, "for update");
        }
        if (position > head) {
          return new Caught(false, false);
        }
        List<FeedEvent> events =
            log.events(
                webhook.reader().organisation(), webhook.filter(), position, head, AT_ONCE_BEHIND);
        boolean whole = events.size() < AT_ONCE_BEHIND;
        boolean there = whole && head - position <= AT_ONCE_BEHIND;
        Set<UUID> got =
            write(
                transaction,
                events.stream().map(event -> new Line(webhook, event)).toList(),
                replaying);
        move.setLong(1, whole ? head : events.getLast().position());
        move.setBoolean(2, there);
        move.setBoolean(3, there);
        move.setObject(4, webhook.id());
        move.executeUpdate();
        return new Caught(!got.isEmpty(), !there);
      }
    });
  }

  /** Begins with those that have just come, behind the positions that they name. */
  void begin(Map<UUID, Webhook> live) throws SQLException {
    ledger.commitWithoutWaiting(transaction -> {
      try (PreparedStatement insert =
          transaction.prepareStatement(
              """
              insert into webhook_progress (subscription_id, position)
              select * from unnest(?::uuid[], ?::bigint[]) on conflict do nothing\
              """)) {
        List<Webhook> all = List.copyOf(live.values());
        insert.setArray(
            1, transaction.createArrayOf("uuid", all.stream().map(Webhook::id).toArray()));
        insert.setArray(
            2,
            transaction.createArrayOf("bigint", all.stream().map(Webhook::startAfter).toArray()));
        return insert.executeUpdate();
      }
    });
  }

  /** Who does not keep up. */
  List<UUID> behind() throws SQLException {
    return ledger.commitWithoutWaiting(transaction ->
        ids(transaction, "select subscription_id from webhook_progress where not following"));
  }

  /** Those with too much waiting keep up no more: their backlog stays in the log of the feed. */
  void holdBack() throws SQLException {
    ledger.commitWithoutWaiting(transaction -> {
      long head = head(transaction, "for update skip locked");
      if (head < 0) {
        return 0;
      }
      try (PreparedStatement full =
          transaction.prepareStatement(
              """
              update webhook_progress p set following = false, position = ?
              where following and exists (
                select from webhook_delivery d
                where d.subscription_id = p.subscription_id and d.state = 'WAITING'
                offset ? limit 1)\
              """)) {
        full.setLong(1, head);
        full.setInt(2, backlog);
        return full.executeUpdate();
      }
    });
  }

  /** The position up to which it was handed out; -1 where another has it. */
  private static long head(Connection transaction, String lock) throws SQLException {
    try (PreparedStatement select =
            transaction.prepareStatement("select position from webhook_head " + lock);
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : -1;
    }
  }

  private static void setHead(Connection transaction, long position) throws SQLException {
    try (PreparedStatement update = transaction.prepareStatement(HEAD)) {
      update.setLong(1, position);
      update.executeUpdate();
    }
  }

  private static Set<UUID> followers(Connection transaction) throws SQLException {
    return new HashSet<>(ids(transaction, FOLLOWERS));
  }

  private static List<UUID> ids(Connection transaction, String query) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (PreparedStatement select = transaction.prepareStatement(query);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        ids.add(row.getObject(1, UUID.class));
      }
    }
    return ids;
  }

  private static void unfollow(Connection transaction, long head, Set<UUID> left)
      throws SQLException {
    if (left.isEmpty()) {
      return;
    }
    try (PreparedStatement update = transaction.prepareStatement(UNFOLLOW)) {
      update.setLong(1, head);
      update.setArray(2, transaction.createArrayOf("uuid", left.toArray()));
      update.executeUpdate();
    }
  }

  private Set<UUID> write(Connection transaction, List<Line> lines, boolean again)
      throws SQLException {
    if (lines.isEmpty()) {
      return Set.of();
    }
    Object[] subscriptions = lines.stream().map(line -> line.webhook().id()).toArray();
    Object[] subjects = lines.stream().map(line -> line.event().subject()).toArray();
    try (PreparedStatement write = transaction.prepareStatement(WRITE);
        PreparedStatement queue = transaction.prepareStatement(again ? QUEUE + LET_GO : QUEUE)) {
      write.setArray(1, transaction.createArrayOf("uuid", subscriptions));
      write.setArray(
          2,
          transaction.createArrayOf(
              "bigint", lines.stream().map(line -> line.event().position()).toArray()));
      write.setArray(
          3,
          transaction.createArrayOf(
              "text",
              lines.stream()
                  .map(line -> told.id(line.webhook().reader(), line.event()))
                  .toArray()));
      write.setArray(
          4,
          transaction.createArrayOf(
              "text", lines.stream().map(line -> line.event().type()).toArray()));
      write.setArray(5, transaction.createArrayOf("text", subjects));
      write.setArray(
          6,
          transaction.createArrayOf(
              "timestamptz", lines.stream().map(line -> line.event().time().toString()).toArray()));
      write.executeUpdate();
      queue.setArray(1, transaction.createArrayOf("uuid", subscriptions));
      queue.setArray(2, transaction.createArrayOf("text", subjects));
      queue.executeUpdate();
    }
    Set<UUID> got = new HashSet<>();
    lines.forEach(line -> got.add(line.webhook().id()));
    return got;
  }
}
