package uk.onevoice.projection.freshness;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.Applied;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.projection.served.Served;

/** How far each log has been heard, written with the facts it led to. */
@ApplicationScoped
public class Freshness {
  /** The log of which everybody may know how far it has come. */
  public static final String REGISTRY = "organisations";

  /** What is wrong exactly is in the service's log, not in answers. */
  private static final String TROUBLE = "not getting on";

  /** Two that write for the same partitions wait for each other in one order. */
  private static final Comparator<Partition> BY_NAME =
      Comparator.comparing(Partition::log).thenComparing(Partition::number);

  private final DataSource database;
  private final Served served;

  Freshness(DataSource database, Served served) {
    this.database = database;
    this.served = served;
  }

  /** The marks of partitions, which nobody else can set until the transaction ends. */
  public static Map<Partition, Mark> hold(Connection transaction, Collection<Partition> partitions)
      throws SQLException {
    try (PreparedStatement query =
        transaction.prepareStatement(
            """
            select f.log, f.partition, f.position, f.applied_at
            from freshness f
            join unnest(?::text[], ?::int[]) x (log, partition) using (log, partition)
            order by f.log collate "C", f.partition
            for update of f\
            """)) {
      query.setArray(
          1, transaction.createArrayOf("text", partitions.stream().map(Partition::log).toArray()));
      query.setArray(
          2,
          transaction.createArrayOf("int", partitions.stream().map(Partition::number).toArray()));
      return marks(query);
    }
  }

  /** Notes events that are applied in this transaction; the marks that it sets. */
  public static Map<Partition, Mark> note(Connection transaction, List<HeardEvent> events)
      throws SQLException {
    Map<Partition, HeardEvent> last = new TreeMap<>(BY_NAME);
    for (HeardEvent event : events) {
      last.merge(
          Partition.of(event),
          event,
          (one, other) -> one.position() >= other.position() ? one : other);
    }
    try (PreparedStatement upsert =
        transaction.prepareStatement(
            """
            insert into freshness (log, partition, position, recorded_at, applied_at)
            select x.log, x.partition, x.position, x.recorded_at::timestamptz, clock_timestamp()
            from unnest(?::text[], ?::int[], ?::bigint[], ?::text[])
              x (log, partition, position, recorded_at)
            on conflict (log, partition) do update
            set position = greatest(freshness.position, excluded.position),
              recorded_at = greatest(freshness.recorded_at, excluded.recorded_at),
              applied_at = excluded.applied_at
            returning log, partition, position, applied_at\
            """)) {
      upsert.setArray(
          1,
          transaction.createArrayOf("text", last.keySet().stream().map(Partition::log).toArray()));
      upsert.setArray(
          2,
          transaction.createArrayOf(
              "int", last.keySet().stream().map(Partition::number).toArray()));
      upsert.setArray(
          3,
          transaction.createArrayOf(
              "bigint", last.values().stream().map(HeardEvent::position).toArray()));
      upsert.setArray(
          4,
          transaction.createArrayOf(
              "text", last.values().stream().map(one -> one.recordedAt().toString()).toArray()));
      return marks(upsert);
    }
  }

  private static Map<Partition, Mark> marks(PreparedStatement query) throws SQLException {
    Map<Partition, Mark> marks = new HashMap<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        marks.put(
            new Partition(row.getString(1), row.getInt(2)),
            new Mark(row.getLong(3), row.getObject(4, OffsetDateTime.class).toInstant()));
      }
    }
    return marks;
  }

  /**
   * A log as far as it was heard.
   *
   * @param position of the last event that was applied
   * @param recordedAt when that event was recorded; null before the first
   * @param delayMillis from then until it was applied
   * @param lag events that wait in Kafka for this replica
   * @param trouble why it is not getting on; null while it is
   * @param upToDateTo all that was published by then is applied; null until that was so once
   */
  public record Log(
      String log,
      long position,
      @Nullable Instant recordedAt,
      @Nullable Instant appliedAt,
      @Nullable Long delayMillis,
      long lag,
      @Nullable String trouble,
      @Nullable Instant upToDateTo) {}

  /** Every log that is listened to, by name. */
  public List<Log> logs() {
    Map<String, Noted> noted = noted();
    Map<String, Instant> until = served.heardUntil();
    return heard().stream()
        .map(log -> fresh(log, noted.get(log.log()), until.get(log.log())))
        .toList();
  }

  private List<Applied.Freshness> heard() {
    return served.version().map(version -> version.applied().freshness()).orElse(List.of());
  }

  /**
   * Up to when all that was published is applied; of a quiet log, too, that is a moment ago. Empty
   * where a log has not been heard to its end once.
   *
   * @param everyLog whether of all logs, else of the registry's
   */
  public Optional<Instant> heardUntil(boolean everyLog) {
    Map<String, Instant> until = served.heardUntil();
    List<String> logs =
        everyLog ? heard().stream().map(Applied.Freshness::log).toList() : List.of(REGISTRY);
    return until.keySet().containsAll(logs)
        ? logs.stream().map(until::get).min(Comparator.naturalOrder())
        : Optional.empty();
  }

  private record Noted(long position, Instant recordedAt, Instant appliedAt) {}

  private static Log fresh(
      Applied.Freshness log, @Nullable Noted noted, @Nullable Instant upToDateTo) {
    boolean well = log.trouble() == null;
    return noted == null
        ? new Log(
            log.log(),
            log.position(),
            null,
            null,
            null,
            log.lag(),
            well ? null : TROUBLE,
            upToDateTo)
        : new Log(
            log.log(),
            noted.position(),
            noted.recordedAt(),
            noted.appliedAt(),
            Math.max(0, Duration.between(noted.recordedAt(), noted.appliedAt()).toMillis()),
            log.lag(),
            well ? null : TROUBLE,
            upToDateTo);
  }

  private Map<String, Noted> noted() {
    return read(connection -> {
      try (PreparedStatement query =
              connection.prepareStatement(
                  """
                  select distinct on (log) log, position, recorded_at, applied_at
                  from freshness order by log, position desc\
                  """);
          ResultSet row = query.executeQuery()) {
        Map<String, Noted> logs = new HashMap<>();
        while (row.next()) {
          logs.put(
              row.getString(1),
              new Noted(
                  row.getLong(2),
                  row.getObject(3, OffsetDateTime.class).toInstant(),
                  row.getObject(4, OffsetDateTime.class).toInstant()));
        }
        return logs;
      }
    });
  }

  /** Another one whenever an event has been applied. */
  public String token() {
    return token(null);
  }

  /** Another one whenever an event of the log, or of any when it is null, has been applied. */
  public String token(@Nullable String log) {
    return read(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              """
              select md5(coalesce(string_agg(
                concat_ws(':', log, partition, position, applied_at), ','
                order by log, partition), ''))
              from freshness
              where ?::text is null or log = ?\
              """)) {
        query.setString(1, log);
        query.setString(2, log);
        try (ResultSet row = query.executeQuery()) {
          row.next();
          return row.getString(1);
        }
      }
    });
  }

  /**
   * Another one whenever something was applied that may change the measures of a place, or when the
   * copy of who is who has heard anything: by that callers are told more or less.
   */
  public String tokenOfPlace(String placeId) {
    return tokenOf("\"%s\".token_of_place(?)", placeId);
  }

  /** The same of an ICS: of all places that ever lay in it. */
  public String tokenOfIcs(String odsCode) {
    return tokenOf("\"%s\".token_of_ics(?)", odsCode);
  }

  /** The same of all places: of a body whose practices may lie in any. */
  public String tokenOfAllPlaces() {
    return tokenOf(
        """
        (select md5(coalesce(string_agg(
           concat_ws(':', t.place_id, t.log, t.partition, t.changes, t.applied_at), ','
           order by t.place_id, t.log, t.partition), ''))
         from "%s".touched t
         where ?::text is null)\
        """,
        null);
  }

  /**
   * @param token in SQL, from a schema and an area
   */
  private String tokenOf(String token, @Nullable String area) {
    String schema = served.schema();
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                """
                select %s
                  || (select coalesce(sum(position), 0) from checkpoint
                      where consumer like '%%.directory%%')\
                """
                    .formatted(token.formatted(schema)))) {
      query.setString(1, area);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return schema + row.getString(1);
      }
    } catch (SQLException cause) {
      throw new FreshnessUnknown(cause);
    }
  }

  private interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }

  private <T> T read(Reading<T> reading) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        served.inTransaction(connection);
        return reading.from(connection);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException cause) {
      throw new FreshnessUnknown(cause);
    }
  }
}
