package uk.onevoice.eventstore.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.onevoice.eventstore.EventJson;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.StoredEvent;

/**
 * Counts what went wrong between the journals and the log; all zeros, and nothing did.
 *
 * @param acknowledgedLost I1: acknowledged commands that are not stored
 * @param acknowledgedDoubled I1: acknowledged commands that are stored more than once
 * @param acknowledgedElsewhere I1: stored at another version or position than was answered
 * @param unacknowledgedDoubled I2: commands without an answer that are stored more than once
 * @param unintended events that no command asked for
 * @param gaps I3: versions or positions that are missing, or not in their order
 */
record Oracle(
    long acknowledgedLost,
    long acknowledgedDoubled,
    long acknowledgedElsewhere,
    long unacknowledgedDoubled,
    long unintended,
    long gaps) {
  static final Oracle NOTHING_WRONG = new Oracle(0, 0, 0, 0, 0, 0);

  private static final int PAGE = 10_000;

  static Oracle ask(Journal.Read journal, EventStore store) throws JsonProcessingException {
    Map<UUID, Integer> times = new HashMap<>();
    Map<UUID, StoredEvent> stored = new HashMap<>();
    Map<String, Long> versions = new HashMap<>();
    long gaps = 0;
    long position = 0;
    long unintended = 0;
    for (List<StoredEvent> page = store.log(0, PAGE);
        !page.isEmpty();
        page = store.log(position, PAGE)) {
      for (StoredEvent event : page) {
        gaps += event.position() == position + 1 ? 0 : 1;
        position = event.position();
        gaps += event.version() == versions.merge(event.stream(), 1L, Long::sum) ? 0 : 1;
        UUID command =
            UUID.fromString(EventJson.mapper().readTree(event.payload()).get("command").asText());
        unintended += event.stream().equals(journal.intended().get(command)) ? 0 : 1;
        times.merge(command, 1, Integer::sum);
        stored.put(command, event);
      }
    }
    gaps += store.head() == position ? 0 : 1;
    long lost = 0;
    long elsewhere = 0;
    for (var answer : journal.acknowledged().entrySet()) {
      StoredEvent event = stored.get(answer.getKey());
      if (event == null) {
        lost++;
      } else if (event.version() != answer.getValue().version()
          || event.position() != answer.getValue().position()) {
        elsewhere++;
      }
    }
    long doubledOfAcknowledged =
        times.entrySet().stream()
            .filter(entry -> entry.getValue() > 1)
            .filter(entry -> journal.acknowledged().containsKey(entry.getKey()))
            .count();
    long doubled = times.values().stream().filter(count -> count > 1).count();
    return new Oracle(
        lost, doubledOfAcknowledged, elsewhere, doubled - doubledOfAcknowledged, unintended, gaps);
  }
}
