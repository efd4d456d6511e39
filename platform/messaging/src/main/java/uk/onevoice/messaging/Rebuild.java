package uk.onevoice.messaging;

import java.sql.Connection;
import java.sql.SQLException;

/** Hearing a log again from its first event. */
public final class Rebuild {
  private Rebuild() {}

  /**
   * Sets a consumer back to a topic's first event, in the transaction that empties what it had
   * written from that topic; what was parked of it is heard again too. A consumer that runs notices
   * by itself within seconds. After a new epoch of the log, events of the time that was set back
   * are passed over.
   */
  public static void from(Connection transaction, String consumer, String topic)
      throws SQLException {
    new Checkpoints(consumer).restart(transaction, topic);
    new Parking(consumer).releaseAll(transaction, topic);
  }
}
