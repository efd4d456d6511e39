package uk.onevoice.projection.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import uk.onevoice.messaging.HeardEvent;

/** Ways in which events may reach a consumer. */
public final class Batches {
  private Batches() {}

  /** Streams mix at random; the order within each stays. */
  public static List<HeardEvent> shuffleTopics(List<HeardEvent> events, Random random) {
    Map<String, List<HeardEvent>> streams = new LinkedHashMap<>();
    for (HeardEvent event : events) {
      streams
          .computeIfAbsent(event.log() + "/" + event.stream(), _ -> new ArrayList<>())
          .add(event);
    }
    List<List<HeardEvent>> waiting = new ArrayList<>(streams.values());
    List<HeardEvent> mixed = new ArrayList<>(events.size());
    while (!waiting.isEmpty()) {
      int next = random.nextInt(waiting.size());
      List<HeardEvent> stream = waiting.get(next);
      mixed.add(stream.removeFirst());
      if (stream.isEmpty()) {
        waiting.remove(next);
      }
    }
    return mixed;
  }

  static List<List<HeardEvent>> cut(List<HeardEvent> events, Random random) {
    List<List<HeardEvent>> batches = new ArrayList<>();
    int from = 0;
    while (from < events.size()) {
      int to = Math.min(events.size(), from + 1 + random.nextInt(120));
      batches.add(events.subList(from, to));
      from = to;
    }
    return batches;
  }
}
