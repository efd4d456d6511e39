package uk.onevoice.projection.reading;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;

/** Facts of a test's own database, asked as a view asks them. */
public final class Snapshots {
  private Snapshots() {}

  public static Snapshot of(Connection connection, LocalDate asOf, Instant knownAt) {
    return new Snapshot(connection, new PointInTime(asOf, knownAt, false), "");
  }
}
