package uk.onevoice.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How much of what topics held a consumer has applied, over all its replicas.
 *
 * @param heard events applied or passed over, of those that were there
 * @param events that were there
 * @param whole logs of which everything that was there is applied; one without a topic is none, and
 *     neither is one that was set back to an earlier time and waits for a rebuild
 */
public record Progress(long heard, long events, Set<String> whole) {
  public Progress {
    whole = Set.copyOf(whole);
  }

  /** Compares a consumer's checkpoints as they are now with an earlier look at its topics. */
  public static Progress of(Connection connection, String consumer, TopicEnds.Look look)
      throws SQLException {
    return of(new Checkpoints(consumer).current(connection), look);
  }

  static Progress of(Map<TopicPartition, Checkpoint> reached, TopicEnds.Look look) {
    Set<String> logs = new HashSet<>();
    Set<String> open = new HashSet<>();
    long heard = 0;
    long events = 0;
    for (TopicEnds.End end : look.ends()) {
      long here = reached(reached.get(new TopicPartition(end.topic(), end.partition())), end);
      logs.add(end.log());
      if (here < end.offset()) {
        open.add(end.log());
      }
      heard += Math.min(Math.max(here, 0), end.offset());
      events += end.offset();
    }
    logs.removeAll(open);
    return new Progress(heard, events, logs);
  }

  /** −1 where nothing of the topic was placed yet, so that an empty one is not whole unasked. */
  private static long reached(@Nullable Checkpoint checkpoint, TopicEnds.End end) {
    return checkpoint == null || !checkpoint.topicId().equals(end.topicId())
        ? -1
        : checkpoint.nextOffset();
  }
}
