package uk.onevoice.feeds.subscriptions;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is to be rung. Each call says how it is now; {@code FeedLog.Reach.changes} rises with
 * whatever changes the answers, and may be looked at instead of asking again.
 */
public interface Webhooks {
  /**
   * Those to be rung now: verified, not paused, not deleted, for a system that is approved, that
   * asks for the same organisation as when it subscribed, and that a body of general practice lets
   * hear the feed.
   */
  List<Webhook> live() throws SQLException;

  /** This one if it is among {@link #live}: look here just before each ring. */
  Optional<Webhook> live(UUID id) throws SQLException;

  /** This one as it was made, also while it is not to be rung; empty once it is deleted. */
  Optional<Webhook> find(UUID id) throws SQLException;

  /**
   * Whoever answers there said that it is gone for good (410): pauses it until its people resume
   * it. Nothing where it is paused or deleted already.
   */
  void gone(UUID id) throws SQLException;
}
