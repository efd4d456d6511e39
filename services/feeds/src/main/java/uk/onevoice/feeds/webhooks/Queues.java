package uk.onevoice.feeds.webhooks;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.webhooks.Deliveries.Reason;
import uk.onevoice.feeds.webhooks.Deliveries.State;

/**
 * What waits, a queue for each subject of each subscription. Whoever rings claims a queue for a
 * while: nobody else rings what is in it meanwhile, and if the one who claimed it is no more,
 * another does when the while is over.
 */
final class Queues {
  private static final String CLAIM =
      """
      with room as (
        select asked.subscription_id,
          case when p.failing then least(asked.room, 1 - asked.busy) else asked.room end as room
        from unnest(?::uuid[], ?::int[], ?::int[]) asked (subscription_id, room, busy)
        join webhook_progress p on p.subscription_id = asked.subscription_id
          and p.rests_until <= clock_timestamp()),
      found as (
        select queue.* from room cross join lateral (
          select subscription_id, subject from webhook_queue
          where subscription_id = room.subscription_id and due_at <= clock_timestamp()
          order by due_at limit greatest(room.room, 0) for update skip locked) queue)
      update webhook_queue queue set claim = ?, due_at = clock_timestamp() + ? * interval '1 ms'
      from found
      where queue.subscription_id = found.subscription_id and queue.subject = found.subject
      returning queue.subscription_id, queue.subject\
      """;
  private static final String NEXT =
      """
      select queue.added, queue.tries, p.failing, first.id, first.position, first.message_id
      from webhook_queue queue
      join webhook_progress p on p.subscription_id = queue.subscription_id
      left join lateral (
        select id, position, message_id from webhook_delivery d
        where d.subscription_id = queue.subscription_id and d.subject = queue.subject
          and d.state = 'WAITING' and (p.following or d.position <= p.position)
        order by d.position limit 1) first on true
      where queue.subscription_id = ? and queue.subject = ? and queue.claim = ?\
      """;
  private static final String OF_CLAIM = " where subscription_id = ? and subject = ? and claim = ?";

  private final Ledger ledger;
  private final Duration lease;

  /**
   * @param lease for so long a queue is claimed; longer than a ring takes
   */
  Queues(Ledger ledger, Duration lease) {
    this.ledger = ledger;
    this.lease = lease;
  }

  /** A queue that is ours for a while. */
  record Claim(UUID subscription, String subject, UUID id) {}

  /** The claim is over: somebody else may have the queue. */
  static final class Lost extends Exception {
    private static final long serialVersionUID = 1;

    Lost() {
      super("claim lost", null, false, false);
    }
  }

  /**
   * The first that waits in a queue.
   *
   * @param added tells whether something was added since
   * @param tries how often this was tried
   * @param failing whether the last that was tried for the subscription found nobody
   * @param delivery null where nothing waits
   */
  record First(long added, int tries, boolean failing, @Nullable Waiting delivery) {}

  /** What waits: the event at this position. */
  record Waiting(UUID id, long position, String messageId) {}

  /**
   * How many more a subscription may have, and how many it has.
   *
   * @param busy of its queues are claimed here
   */
  record Room(int room, int busy) {}

  /** Which subscriptions have something to ring now, and do not rest. */
  List<UUID> due() throws SQLException {
    return ledger.commitWithoutWaiting(transaction -> {
      try (PreparedStatement select =
              transaction.prepareStatement(
                  """
                  select subscription_id from webhook_progress p
                  where rests_until <= clock_timestamp() and exists (
                    select from webhook_queue q
                    where q.subscription_id = p.subscription_id and due_at <= clock_timestamp())\
                  """);
          ResultSet row = select.executeQuery()) {
        List<UUID> due = new ArrayList<>();
        while (row.next()) {
          due.add(row.getObject(1, UUID.class));
        }
        return due;
      }
    });
  }

  /** Claims what is due, of each subscription at most as many as it has room for. */
  List<Claim> claim(Map<UUID, Room> rooms) throws SQLException {
    UUID claim = UUID.randomUUID();
    List<Map.Entry<UUID, Room>> asked = List.copyOf(rooms.entrySet());
    return ledger.commitWithoutWaiting(transaction -> {
      try (PreparedStatement update = transaction.prepareStatement(CLAIM)) {
        update.setArray(1, array(transaction, "uuid", asked.stream().map(Map.Entry::getKey)));
        update.setArray(
            2, array(transaction, "int", asked.stream().map(one -> one.getValue().room())));
        update.setArray(
            3, array(transaction, "int", asked.stream().map(one -> one.getValue().busy())));
        update.setObject(4, claim);
        update.setLong(5, lease.toMillis());
        List<Claim> claims = new ArrayList<>();
        try (ResultSet row = update.executeQuery()) {
          while (row.next()) {
            claims.add(new Claim(row.getObject(1, UUID.class), row.getString(2), claim));
          }
        }
        return claims;
      }
    });
  }

  First first(Claim claim) throws SQLException, Lost {
    Optional<First> first =
        ledger.commitWithoutWaiting(transaction -> {
          try (PreparedStatement select = ofClaim(transaction, NEXT, claim);
              ResultSet row = select.executeQuery()) {
            if (!row.next()) {
              return Optional.empty();
            }
            UUID id = row.getObject(4, UUID.class);
            Waiting waiting = id == null ? null : new Waiting(id, row.getLong(5), row.getString(6));
            return Optional.of(
                new First(row.getLong(1), row.getInt(2), row.getBoolean(3), waiting));
          }
        });
    return first.orElseThrow(Lost::new);
  }

  /** Ours for as long again, from now. */
  void renew(Claim claim) throws SQLException, Lost {
    int renewed =
        ledger.commitWithoutWaiting(transaction ->
            update(
                transaction,
                "update webhook_queue set due_at = clock_timestamp() + ? * interval '1 ms'"
                    + OF_CLAIM,
                claim,
                lease.toMillis()));
    if (renewed == 0) {
      throw new Lost();
    }
  }

  /**
   * Nothing waits there.
   *
   * @return false where something was added meanwhile
   */
  boolean isOver(Claim claim, long added) throws SQLException {
    return ledger.commitWithoutWaiting(transaction ->
        update(
            transaction,
            "delete from webhook_queue where added = ? and subscription_id = ?"
                + " and subject = ? and claim = ?",
            claim,
            added))
        > 0;
  }

  /** It may not be rung now, and is due for whoever finds that it may. */
  void release(Claim claim) throws SQLException {
    ledger.commitWithoutWaiting(transaction ->
        update(
            transaction,
            "update webhook_queue set claim = null, due_at = clock_timestamp()" + OF_CLAIM,
            claim));
  }

  /** Whoever asked may not hear it, or does not want to any more. */
  void drop(Waiting delivery) throws SQLException {
    ledger.commitWithoutWaiting(transaction -> {
      try (PreparedStatement drop =
          transaction.prepareStatement(
              "update webhook_delivery set state = 'DROPPED' where id = ?")) {
        drop.setObject(1, delivery.id());
        return drop.executeUpdate();
      }
    });
  }

  /** It was taken; the claim goes on with what is next. */
  void taken(Claim claim, First first, Waiting delivery, Answer answer, Instant now)
      throws SQLException {
    ledger.commitWithoutWaiting(transaction -> {
      int noted = note(transaction, delivery, State.DELIVERED, answer, now);
      if (first.tries() > 0) {
        update(transaction, "update webhook_queue set tries = 0" + OF_CLAIM, claim);
      }
      if (first.failing()) {
        wellAgain(transaction, claim.subscription());
      }
      return noted;
    });
  }

  /**
   * It was not taken, and the claim is over.
   *
   * @param at when it is tried again; null where it is held
   * @param rest for so long nothing else of the subscription is tried; zero where all else goes on
   */
  void failed(
      Claim claim,
      Waiting delivery,
      Answer answer,
      Instant now,
      @Nullable Instant at,
      Duration rest)
      throws SQLException {
    ledger.commit(transaction -> {
      int noted = note(transaction, delivery, null, answer, now);
      update(
          transaction,
          "update webhook_queue set tries = tries + 1, claim = null, held = ?,"
              + " due_at = coalesce(?::timestamptz, 'infinity')"
              + OF_CLAIM,
          claim,
          at == null,
          at == null ? null : at.toString());
      if (rest.isPositive()) {
        try (PreparedStatement resting =
            transaction.prepareStatement(
                """
                update webhook_progress set failing = true,
                  rests_until = greatest(rests_until, clock_timestamp() + ? * interval '1 ms')
                where subscription_id = ?\
                """)) {
          resting.setLong(1, rest.toMillis());
          resting.setObject(2, claim.subscription());
          resting.executeUpdate();
        }
      }
      return noted;
    });
  }

  private static void wellAgain(Connection transaction, UUID subscription) throws SQLException {
    try (PreparedStatement well =
        transaction.prepareStatement(
            """
            update webhook_progress set failing = false, rests_until = '-infinity'
            where failing and subscription_id = ?\
            """)) {
      well.setObject(1, subscription);
      well.executeUpdate();
    }
  }

  /**
   * @param state null to leave it: another may have told it since the claim ran out
   */
  private static int note(
      Connection transaction, Waiting delivery, @Nullable State state, Answer answer, Instant now)
      throws SQLException {
    try (PreparedStatement note =
        transaction.prepareStatement(
            """
            update webhook_delivery set state = coalesce(?, state), tries = tries + 1,
              last_try = ?, status = ?, millis = ?, reason = ? where id = ?\
            """)) {
      Reason reason = answer.reason();
      note.setString(1, state == null ? null : state.name());
      note.setTimestamp(2, Timestamp.from(now));
      note.setObject(3, answer.status());
      note.setInt(4, answer.millis());
      note.setString(5, reason == null ? null : reason.name());
      note.setObject(6, delivery.id());
      return note.executeUpdate();
    }
  }

  /** Values for the question marks before those of the claim. */
  private static int update(
      Connection transaction, String sql, Claim claim, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement update = transaction.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      update.setObject(values.length + 1, claim.subscription());
      update.setString(values.length + 2, claim.subject());
      update.setObject(values.length + 3, claim.id());
      return update.executeUpdate();
    }
  }

  private static PreparedStatement ofClaim(Connection transaction, String sql, Claim claim)
      throws SQLException {
    PreparedStatement statement = transaction.prepareStatement(sql);
    statement.setObject(1, claim.subscription());
    statement.setString(2, claim.subject());
    statement.setObject(3, claim.id());
    return statement;
  }

  private static Array array(Connection transaction, String type, Stream<?> values)
      throws SQLException {
    return transaction.createArrayOf(type, values.toArray());
  }
}
