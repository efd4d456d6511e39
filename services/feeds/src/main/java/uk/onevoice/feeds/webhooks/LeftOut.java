package uk.onevoice.feeds.webhooks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** A held message that its people have left out, so that what waits behind it goes on. */
public final class LeftOut {
  /** As with all that somebody asks for, there may be somebody at the address again. */
  private static final String WAKE =
      "update webhook_progress set rests_until = '-infinity' where subscription_id = ?";

  private static final String LEAVE_OUT =
      """
      with left_out as (
        update webhook_delivery set state = 'LEFT_OUT', left_out_at = ?
        where state = 'WAITING' and id = (select id from webhook_log
          where subscription_id = ? and id = ? and state = 'HELD')
        returning subscription_id, subject)
      update webhook_queue queue set added = queue.added + 1, held = false, tries = 0,
        due_at = case when queue.claim is null then clock_timestamp() else queue.due_at end
      from left_out
      where queue.subscription_id = left_out.subscription_id and queue.subject = left_out.subject\
      """;

  private LeftOut() {}

  /**
   * Notes that it is left out. Nothing where it is not held: it was told, or asked for once more.
   * Rung is what follows as soon as somebody looks what is due.
   *
   * @param transaction in which it is
   * @param at when it was left out
   */
  public static void note(Connection transaction, UUID subscription, UUID delivery, Instant at)
      throws SQLException {
    // In the order of those who ask for deliveries again, so that two do not wait for each other.
    try (PreparedStatement wake = transaction.prepareStatement(WAKE);
        PreparedStatement leaveOut = transaction.prepareStatement(LEAVE_OUT)) {
      wake.setObject(1, subscription);
      wake.executeUpdate();
      leaveOut.setTimestamp(1, Timestamp.from(at));
      leaveOut.setObject(2, subscription);
      leaveOut.setObject(3, delivery);
      leaveOut.executeUpdate();
    }
  }
}
