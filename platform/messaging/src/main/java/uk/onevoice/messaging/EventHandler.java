package uk.onevoice.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What a consumer does with the events of a batch. */
public interface EventHandler {
  /** The types it applies. */
  Set<String> applies();

  /** The types it knows and does nothing with; every other type is parked. */
  Set<String> ignores();

  /**
   * Applies events in the consumer's transaction. Events of one stream are in order; streams mix.
   * Hearing an event of another topic earlier or later must make no difference.
   *
   * @throws Unappliable when one of them can never be applied; the consumer then parks its stream
   *     and applies the others again without it
   * @throws SQLException when the database failed; the batch is tried again
   */
  void apply(Connection transaction, List<HeardEvent> events) throws SQLException;
}
