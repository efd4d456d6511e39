package uk.onevoice.feeds.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.feeds.log.Filter;
import uk.onevoice.feeds.subscriptions.domain.Subscription.State;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.DeliveryLeftOut;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.RateAllowed;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.RingingAsked;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.SigningKeyAdded;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.SigningKeyEnded;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.SubscriptionDeleted;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.SubscriptionFilterChanged;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.SubscriptionMade;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.SubscriptionPaused;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.SubscriptionResumed;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.SubscriptionVerified;
import uk.onevoice.feeds.webhooks.LeftOut;

/**
 * The log of subscriptions as tables. Whoever reads them brings them up to date first, so that what
 * a command has just appended is always found, by whichever replica it was.
 */
@ApplicationScoped
class SubscriptionTables {
  private static final int AT_ONCE = 500;

  private final DataSource database;
  private final EventStore store;

  SubscriptionTables(DataSource database, EventStore store) {
    this.database = database;
    this.store = store;
  }

  /** Until all is there that was in the log when this began. */
  void bringUpToDate() throws SQLException {
    while (isBehind()) {
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        try {
          takeOver(connection);
          connection.commit();
        } catch (SQLException | RuntimeException failed) {
          connection.rollback();
          throw failed;
        } finally {
          connection.setAutoCommit(true);
        }
      }
    }
  }

  private boolean isBehind() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select applied.position < head.position"
                    + " from subscription_applied applied, log_head head")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private void takeOver(Connection transaction) throws SQLException {
    long applied;
    try (Statement held = transaction.createStatement();
        ResultSet row = held.executeQuery("select position from subscription_applied for update")) {
      row.next();
      applied = row.getLong(1);
    }
    List<StoredEvent> events = store.log(applied, AT_ONCE);
    if (events.isEmpty()) {
      return;
    }
    for (StoredEvent stored : events) {
      if (SubscriptionLog.TYPES.names().contains(stored.type())) {
        apply(transaction, SubscriptionLog.TYPES.read(stored), stored.recordedAt());
      }
    }
    run(transaction, "update subscription_applied set position = ?", events.getLast().position());
    // Last, since replicas meet at this row: whoever rings looks again who is to be rung.
    run(transaction, "update feed_reader_changes set count = count + 1");
  }

  private static void apply(Connection transaction, SubscriptionEvent event, Instant at)
      throws SQLException {
    switch (event) {
      case SubscriptionMade made -> make(transaction, made, at);
      case SubscriptionVerified(var id) -> state(transaction, id, State.ACTIVE, null);
      case RateAllowed(var id, var perMinute) ->
          run(transaction, "update subscription set per_minute = ? where id = ?", perMinute, id);
      case SubscriptionResumed(var id) -> state(transaction, id, State.ACTIVE, null);
      case SubscriptionPaused(var id, var reason) ->
          state(transaction, id, State.PAUSED, reason.name());
      case SubscriptionFilterChanged(var id, var filter) ->
          run(
              transaction,
              "update subscription set types = ?, subject = ?, place = ?, topic = ? where id = ?",
              types(filter),
              filter.subject(),
              filter.place(),
              filter.topic(),
              id);
      case SigningKeyAdded(var id, var key, var older, var olderEndsAt) -> {
        key(transaction, id, key, at);
        ends(transaction, id, older, olderEndsAt);
      }
      case SigningKeyEnded(var id, var key, var endsAt) -> ends(transaction, id, key, endsAt);
      case RingingAsked _ -> {
        // Who asked for it stays in the log.
      }
      case DeliveryLeftOut(var id, var delivery) -> LeftOut.note(transaction, id, delivery, at);
      case SubscriptionDeleted(var id) ->
          run(transaction, "delete from subscription where id = ?", id);
    }
  }

  private static void make(Connection transaction, SubscriptionMade made, Instant at)
      throws SQLException {
    run(
        transaction,
        """
        insert into subscription (id, client_id, organisation_id, url, types, subject, place, topic,
          start_after, state, made_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        made.subscriptionId(),
        made.clientId(),
        made.organisationId(),
        made.url().toString(),
        types(made.filter()),
        made.filter().subject(),
        made.filter().place(),
        made.filter().topic(),
        made.startAfter(),
        State.UNVERIFIED.name(),
        Timestamp.from(at));
    key(transaction, made.subscriptionId(), made.keyId(), at);
  }

  private static void key(Connection transaction, Object id, Object key, Instant at)
      throws SQLException {
    run(
        transaction,
        "insert into subscription_key (subscription_id, key_id, made_at) values (?, ?, ?)",
        id,
        key,
        Timestamp.from(at));
  }

  private static void ends(Connection transaction, Object id, Object key, Instant at)
      throws SQLException {
    run(
        transaction,
        "update subscription_key set ends_at = ? where subscription_id = ? and key_id = ?",
        Timestamp.from(at),
        id,
        key);
  }

  private static void state(
      Connection transaction, Object id, State state, @Nullable String pausedFor)
      throws SQLException {
    run(
        transaction,
        "update subscription set state = ?, paused_for = ? where id = ?",
        state.name(),
        pausedFor,
        id);
  }

  private static String[] types(Filter filter) {
    return filter.types().toArray(String[]::new);
  }

  private static void run(Connection transaction, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = transaction.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] instanceof String[] texts) {
          statement.setArray(i + 1, transaction.createArrayOf("text", texts));
        } else {
          statement.setObject(i + 1, values[i]);
        }
      }
      statement.executeUpdate();
    }
  }
}
