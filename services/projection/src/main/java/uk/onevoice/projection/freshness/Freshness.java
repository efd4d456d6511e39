package uk.onevoice.projection.freshness;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import uk.onevoice.messaging.HeardEvent;

/** How far each log has been heard, written with the facts it led to. */
@ApplicationScoped
public class Freshness {
  private final DataSource database;

  Freshness(DataSource database) {
    this.database = database;
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
   * @param lagMillis from when that event was recorded to when it was applied
   */
  public record Log(
      String log, long position, Instant recordedAt, Instant appliedAt, long lagMillis) {}

  public List<Log> logs() {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                """
                select distinct on (log) log, position, recorded_at, applied_at
                from freshness order by log, position desc\
                """);
        ResultSet row = query.executeQuery()) {
      List<Log> logs = new ArrayList<>();
      while (row.next()) {
        Instant recorded = row.getObject(3, OffsetDateTime.class).toInstant();
        Instant applied = row.getObject(4, OffsetDateTime.class).toInstant();
        logs.add(
            new Log(
                row.getString(1),
                row.getLong(2),
                recorded,
                applied,
                Math.max(0, Duration.between(recorded, applied).toMillis())));
      }
      return logs;
    } catch (SQLException cause) {
      throw new FreshnessUnknown(cause);
    }
  }

  /** Another one whenever an event has been applied. */
  public String token() {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                """
                select md5(coalesce(string_agg(
                  concat_ws(':', log, partition, position, applied_at), ','
                  order by log, partition), ''))
                from freshness\
                """);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getString(1);
    } catch (SQLException cause) {
      throw new FreshnessUnknown(cause);
    }
  }
}
