package uk.onevoice.feeds.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.log.Filter;
import uk.onevoice.feeds.readers.Reader;
import uk.onevoice.feeds.subscriptions.StoredSubscription.Key;
import uk.onevoice.feeds.subscriptions.domain.PauseReason;
import uk.onevoice.feeds.subscriptions.domain.Subscription.State;

/** Reads subscriptions, each with whether its system may hear the feed at this moment. */
@ApplicationScoped
class StoredSubscriptions {
  /** As {@code Readers} lets a system read, with the organisation that it subscribed for. */
  private static final String APPROVED =
      """
      exists (select from directory_client client
        where client.client_id = subscription.client_id
          and client.organisation_id = subscription.organisation_id
          and client.state = 'APPROVED'
          and exists (select from feed_approval approval
            where approval.client_id = client.client_id))\
      """;

  private static final String SELECT =
      """
      select id, client_id, organisation_id, url, types, subject, place, topic, start_after, state,
        paused_for, subscription.made_at, %s, key.key_id, key.made_at, key.ends_at,
        per_minute
      from (select * from subscription where %s) subscription
      left join subscription_key key
        on key.subscription_id = id and (key.ends_at is null or key.ends_at > ?)
      order by id desc, key.made_at desc, key.ends_at desc nulls first\
      """;

  private static final String ONE = SELECT.formatted(APPROVED, "id = ?");
  private static final String RUNG = SELECT.formatted(APPROVED, "state = 'ACTIVE' and " + APPROVED);
  private static final String PART =
      SELECT.formatted(
          APPROVED,
          "organisation_id = any (?) and (?::uuid is null or id < ?::uuid)"
              + " order by id desc limit ?");

  private final DataSource database;
  private final SubscriptionTables tables;
  private final Clock clock;

  StoredSubscriptions(DataSource database, SubscriptionTables tables, Clock clock) {
    this.database = database;
    this.tables = tables;
    this.clock = clock;
  }

  Optional<StoredSubscription> find(UUID id) throws SQLException {
    return read(ONE, select -> select.setObject(1, id), 2).stream().findFirst();
  }

  /** Those that are to be rung now. */
  List<StoredSubscription> rung() throws SQLException {
    return read(RUNG, _ -> {}, 1);
  }

  /**
   * Those of these organisations, the newest first.
   *
   * @param before the last one of the part before; null for the first part
   */
  List<StoredSubscription> of(Collection<String> organisations, @Nullable UUID before, int limit)
      throws SQLException {
    return read(
        PART,
        select -> {
          select.setArray(1, select.getConnection().createArrayOf("text", organisations.toArray()));
          select.setObject(2, before);
          select.setObject(3, before);
          select.setInt(4, limit);
        },
        5);
  }

  /** How many a system has. */
  int countOf(Reader reader) throws SQLException {
    tables.bringUpToDate();
    try (Connection connection = database.getConnection();
        PreparedStatement count =
            connection.prepareStatement(
                "select count(*) from subscription where organisation_id = ? and client_id = ?")) {
      count.setString(1, reader.organisation());
      count.setString(2, reader.client());
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private interface Asking {
    void fill(PreparedStatement select) throws SQLException;
  }

  /**
   * @param now where in the query the time stands at which keys have to sign
   */
  private List<StoredSubscription> read(String sql, Asking asking, int now) throws SQLException {
    tables.bringUpToDate();
    Map<UUID, StoredSubscription> found = new LinkedHashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      asking.fill(select);
      select.setTimestamp(now, Timestamp.from(clock.instant()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          UUID id = row.getObject(1, UUID.class);
          StoredSubscription before = found.get(id);
          found.put(id, subscription(id, row, before == null ? List.of() : before.keys()));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static StoredSubscription subscription(UUID id, ResultSet row, List<Key> before)
      throws SQLException {
    String pausedFor = row.getString(11);
    return new StoredSubscription(
        id,
        new Reader(row.getString(2), row.getString(3)),
        URI.create(row.getString(4)),
        new Filter(
            new TreeSet<>(Arrays.asList((String[]) row.getArray(5).getArray())),
            row.getString(6),
            row.getString(7),
            row.getString(8)),
        row.getLong(9),
        State.valueOf(row.getString(10)),
        pausedFor == null ? null : PauseReason.valueOf(pausedFor),
        row.getBoolean(13),
        row.getTimestamp(12).toInstant(),
        withKeyOf(row, before),
        row.getObject(17, Integer.class));
  }

  private static List<Key> withKeyOf(ResultSet row, List<Key> before) throws SQLException {
    UUID key = row.getObject(14, UUID.class);
    if (key == null) {
      return before;
    }
    Timestamp ends = row.getTimestamp(16);
    List<Key> keys = new ArrayList<>(before);
    keys.add(
        new Key(key, row.getTimestamp(15).toInstant(), ends == null ? null : ends.toInstant()));
    return keys;
  }
}
