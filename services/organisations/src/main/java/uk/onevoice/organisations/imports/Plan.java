package uk.onevoice.organisations.imports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What taking a file over comes to.
 *
 * @param streams in the order in which they should be appended
 * @param changes what a person is shown
 * @param counts events by type, and rows read, refused and passed over
 */
public record Plan(List<StreamPlan> streams, List<Change> changes, Map<String, Integer> counts) {
  public Plan {
    streams = List.copyOf(streams);
    changes = List.copyOf(changes);
    counts = new TreeMap<>(counts);
  }

  public boolean isEmpty() {
    return streams.isEmpty();
  }

  public int events() {
    return streams.stream().mapToInt(stream -> stream.events().size()).sum();
  }
}
