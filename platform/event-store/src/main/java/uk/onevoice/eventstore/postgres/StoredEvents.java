package uk.onevoice.eventstore.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.kernel.ActorRef;

/** Rows of the table {@code event}. */
public final class StoredEvents {
  static final String SELECT =
      "select position, stream, version, id, type, schema_version, payload, occurred_at,"
          + " recorded_at, actor, acting_for, tenant, correlation_id, causation_id, traceparent"
          + " from event";

  /** Parameters: the position, and how many at most. */
  public static final String AFTER_POSITION =
      SELECT + " where position > ? order by position limit ?";

  /**
   * Parameters: names of streams, and the last position. Each stream is whole from its first event.
   */
  public static final String STREAMS_UNTIL =
      SELECT + " where stream = any (?) and position <= ? order by stream, version";

  private StoredEvents() {}

  /** The event in the row that the result stands on. */
  public static StoredEvent read(ResultSet row) throws SQLException {
    return new StoredEvent(
        row.getLong(1),
        row.getString(2),
        row.getLong(3),
        row.getObject(4, UUID.class),
        row.getString(5),
        row.getInt(6),
        row.getString(7),
        instant(row, 8),
        instant(row, 9),
        new Metadata(
            new ActorRef(row.getString(10)),
            row.getString(11),
            row.getString(12),
            row.getObject(13, UUID.class),
            row.getObject(14, UUID.class),
            row.getString(15)));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
