package uk.onevoice.messaging;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Partitions whose next events were tried in vain. */
final class VainTries {
  private static final int CONSTRAINTS_ARE_FINAL_AFTER = 3;

  private final Map<TopicPartition, Failed> failing = new HashMap<>();

  /**
   * @param offset where the events begin that were tried in vain
   * @param constraints how often it was a constraint that they broke
   */
  private record Failed(long offset, int constraints) {}

  void onceMore(Checkpoint from, SQLException why) {
    Failed before = failing.get(from.partition());
    int constraints =
        before != null && before.offset() == from.nextOffset() ? before.constraints() : 0;
    failing.put(
        from.partition(), new Failed(from.nextOffset(), constraints + (isConstraint(why) ? 1 : 0)));
  }

  /** Whether these very events have broken constraints so often that it is no accident. */
  boolean constraintsAreFinal(List<Slice> slices) {
    return slices.stream()
        .map(slice -> failing.get(slice.from().partition()))
        .anyMatch(failed -> failed != null && failed.constraints() >= CONSTRAINTS_ARE_FINAL_AFTER);
  }

  private static boolean isConstraint(SQLException failed) {
    return failed.getSQLState() != null && failed.getSQLState().startsWith("23");
  }

  /** Those before this place, or behind it, are none of this consumer's business. */
  void goOnAt(Checkpoint place) {
    failing.computeIfPresent(
        place.partition(), (_, failed) -> failed.offset() == place.nextOffset() ? failed : null);
  }

  void forget(TopicPartition partition) {
    failing.remove(partition);
  }

  void forget(Collection<TopicPartition> partitions) {
    partitions.forEach(failing::remove);
  }

  void forgetAll() {
    failing.clear();
  }

  boolean isEmpty() {
    return failing.isEmpty();
  }
}
