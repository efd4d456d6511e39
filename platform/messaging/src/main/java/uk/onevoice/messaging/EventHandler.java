package uk.onevoice.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What a consumer does with the events it hears. */
public interface EventHandler {
  /** The types it applies. */
  Set<String> applies();

  /** The types it knows and does nothing with; every other type is parked. */
  Set<String> ignores();

  /**
   * Whether it knows a type and does nothing with it. One that listens for a few types of a
   * protocol, whatever else a log tells, says so here instead of naming all the others.
   */
  default boolean ignores(String type) {
    return ignores().contains(type);
  }

  /** The newest schema version of a type that it can read; an event of a later one is parked. */
  default int newestVersion(String type) {
    return 1;
  }

  /**
   * Empties what it has written from a log, in the transaction that sets the consumer back to the
   * log's first event: the log was set back to an earlier time, and is heard again from its
   * beginning.
   *
   * @return false where nothing was emptied; nothing more of the log is applied then until somebody
   *     rebuilds what was written, see {@link Rebuild}
   */
  default boolean startOver(Connection transaction, String log) throws SQLException {
    return false;
  }

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
