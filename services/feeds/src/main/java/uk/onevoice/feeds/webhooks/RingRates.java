package uk.onevoice.feeds.webhooks;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import uk.onevoice.feeds.subscriptions.Webhook;

/**
 * Holds ringing to what addresses allow, for all replicas together. What is counted is kept
 * whatever happens: who crashes has rung, as far as this knows.
 */
final class RingRates {
  private static final String BEGIN =
      "insert into webhook_rate (subscription_id) values (?) on conflict do nothing";
  private static final String COUNTED =
      "select seconds, rings from webhook_rate where subscription_id = ? for update";
  private static final String COUNT =
      "update webhook_rate set seconds = ?, rings = ? where subscription_id = ?";
  private static final String REST =
      """
      update webhook_progress
      set rests_until = greatest(rests_until, clock_timestamp() + ? * interval '1 ms')
      where subscription_id = ?\
      """;

  private final Ledger ledger;

  RingRates(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Counts a ring, if there may be one now. Where there may not, the subscription rests until there
   * may, so that nobody looks at what waits for it.
   *
   * @return empty where it may be rung, and is to be; else when it may be again
   */
  Optional<Instant> take(Webhook webhook, Instant now) throws SQLException {
    Integer perMinute = webhook.perMinute();
    if (perMinute == null) {
      return Optional.empty();
    }
    return ledger.commit(transaction -> {
      RecentRings recent = counted(transaction, webhook.id());
      Optional<Instant> next = recent.nextAfter(now, perMinute);
      if (next.isPresent()) {
        rest(transaction, webhook.id(), Duration.between(now, next.get()));
      } else {
        count(transaction, webhook.id(), recent.with(now));
      }
      return next;
    });
  }

  private static RecentRings counted(Connection transaction, UUID subscription)
      throws SQLException {
    try (PreparedStatement begin = transaction.prepareStatement(BEGIN)) {
      begin.setObject(1, subscription);
      begin.executeUpdate();
    }
    try (PreparedStatement select = transaction.prepareStatement(COUNTED)) {
      select.setObject(1, subscription);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? recent(row.getArray(1), row.getArray(2)) : RecentRings.NONE;
      }
    }
  }

  private static RecentRings recent(Array seconds, Array rings) throws SQLException {
    Long[] second = (Long[]) seconds.getArray();
    Integer[] rung = (Integer[]) rings.getArray();
    SortedMap<Long, Integer> bySecond = new TreeMap<>();
    for (int i = 0; i < second.length; i++) {
      bySecond.put(second[i], rung[i]);
    }
    return new RecentRings(bySecond);
  }

  private static void count(Connection transaction, UUID subscription, RecentRings recent)
      throws SQLException {
    try (PreparedStatement update = transaction.prepareStatement(COUNT)) {
      update.setArray(1, transaction.createArrayOf("bigint", recent.bySecond().keySet().toArray()));
      update.setArray(2, transaction.createArrayOf("int", recent.bySecond().values().toArray()));
      update.setObject(3, subscription);
      update.executeUpdate();
    }
  }

  private static void rest(Connection transaction, UUID subscription, Duration rest)
      throws SQLException {
    try (PreparedStatement update = transaction.prepareStatement(REST)) {
      update.setLong(1, rest.toMillis());
      update.setObject(2, subscription);
      update.executeUpdate();
    }
  }
}
