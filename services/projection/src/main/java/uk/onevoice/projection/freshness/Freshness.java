package uk.onevoice.projection.freshness;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.Applied;
import uk.onevoice.messaging.HeardEvent;

/** How far each log has been heard, written with the facts it led to. */
@ApplicationScoped
public class Freshness {
  /** The log of which everybody may know how far it has come. */
  public static final String REGISTRY = "organisations";

  /** What is wrong exactly is in the service's log, not in answers. */
  private static final String TROUBLE = "not getting on";

  private final DataSource database;
  private final Applied applied;

  Freshness(DataSource database, Applied applied) {
    this.database = database;
    this.applied = applied;
  }

  private record Partition(String log, int number) {}

  /** Notes events that are applied in this transaction. */
  public static void note(Connection transaction, List<HeardEvent> events) throws SQLException {
    Map<Partition, HeardEvent> last = new HashMap<>();
    for (HeardEvent event : events) {
      last.merge(
          new Partition(event.log(), event.partition()),
          event,
          (one, other) -> one.position() >= other.position() ? one : other);
    }
    try (PreparedStatement upsert =
        transaction.prepareStatement(
            """
            insert into freshness (log, partition, position, recorded_at, applied_at)
            values (?, ?, ?, ?::timestamptz, clock_timestamp())
            on conflict (log, partition) do update
            set position = greatest(freshness.position, excluded.position),
              recorded_at = greatest(freshness.recorded_at, excluded.recorded_at),
              applied_at = excluded.applied_at\
            """)) {
      for (Map.Entry<Partition, HeardEvent> entry : last.entrySet()) {
        upsert.setString(1, entry.getKey().log());
        upsert.setInt(2, entry.getKey().number());
        upsert.setLong(3, entry.getValue().position());
        upsert.setString(4, entry.getValue().recordedAt().toString());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  /**
   * A log as far as it was heard.
   *
   * @param position of the last event that was applied
   * @param recordedAt when that event was recorded; null before the first
   * @param delayMillis from then until it was applied
   * @param lag events that wait in Kafka for this replica
   * @param trouble why it is not getting on; null while it is
   */
  public record Log(
      String log,
      long position,
      @Nullable Instant recordedAt,
      @Nullable Instant appliedAt,
      @Nullable Long delayMillis,
      long lag,
      @Nullable String trouble) {}

  /** Every log that is listened to, by name. */
  public List<Log> logs() {
    Map<String, Noted> noted = noted();
    return applied.freshness().stream().map(log -> fresh(log, noted.get(log.log()))).toList();
  }

  private record Noted(long position, Instant recordedAt, Instant appliedAt) {}

  private static Log fresh(Applied.Freshness log, @Nullable Noted noted) {
    boolean well = log.trouble() == null;
    return noted == null
        ? new Log(log.log(), log.position(), null, null, null, log.lag(), well ? null : TROUBLE)
        : new Log(
            log.log(),
            noted.position(),
            noted.recordedAt(),
            noted.appliedAt(),
            Math.max(0, Duration.between(noted.recordedAt(), noted.appliedAt()).toMillis()),
            log.lag(),
            well ? null : TROUBLE);
  }

  private Map<String, Noted> noted() {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
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
    } catch (SQLException cause) {
      throw new FreshnessUnknown(cause);
    }
  }

  /** Another one whenever an event has been applied. */
  public String token() {
    return token(null);
  }

  /** Another one whenever an event of the log, or of any when it is null, has been applied. */
  public String token(@Nullable String log) {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
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
    } catch (SQLException cause) {
      throw new FreshnessUnknown(cause);
    }
  }
}
