package uk.onevoice.organisations.adapter.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import uk.onevoice.eventstore.Append;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.eventstore.Outcome;
import uk.onevoice.organisations.imports.StreamPlan;
import uk.onevoice.service.edge.Position;
import uk.onevoice.service.wiring.Ids;

/** Appends many streams, a batch at a time, and remembers how far the log has come. */
final class Writing {
  private static final int BATCH = 1_024;

  private final EventStore store;
  private final RegistryLog log;
  private final Ids ids;
  private final String logName;
  private final Metadata metadata;
  private final Map<Integer, Position> positions = new ConcurrentHashMap<>();

  Writing(EventStore store, RegistryLog log, Ids ids, String logName, Metadata metadata) {
    this.store = store;
    this.log = log;
    this.ids = ids;
    this.logName = logName;
    this.metadata = metadata;
  }

  /**
   * @param at when what the events tell was said
   * @param done called with how many streams are settled
   * @return how many streams somebody else had changed in the meantime; they are as they were
   */
  int append(List<StreamPlan> plans, Instant at, IntConsumer done) {
    int conflicts = 0;
    for (int from = 0; from < plans.size(); from += BATCH) {
      var batch = plans.subList(from, Math.min(from + BATCH, plans.size()));
      var answers = new ArrayList<CompletableFuture<Outcome>>(batch.size());
      for (var plan : batch) {
        answers.add(store.append(append(plan, at)));
      }
      for (int i = 0; i < batch.size(); i++) {
        conflicts += settled(batch.get(i).stream(), join(answers.get(i)));
      }
      done.accept(from + batch.size());
    }
    return conflicts;
  }

  private static Outcome join(CompletableFuture<Outcome> answer) {
    try {
      return answer.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  private int settled(String stream, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Appended(var lastPosition, _) -> {
        reached(stream, lastPosition);
        yield 0;
      }
      case Outcome.VersionConflict _ -> 1;
      case Outcome.Repeated _, Outcome.KeyReused _ ->
          throw new IllegalStateException("An append without a key was answered as a repeat.");
    };
  }

  void reached(String stream, long lastPosition) {
    var position = Position.of(logName, stream, lastPosition);
    positions.merge(
        position.partition(),
        position,
        (one, other) -> one.position() >= other.position() ? one : other);
  }

  Collection<Position> positions() {
    return positions.values();
  }

  private Append append(StreamPlan plan, Instant at) {
    var events = plan.events().stream().map(event -> log.write(ids.get(), event, at)).toList();
    return new Append(plan.stream(), plan.version(), events, metadata, null);
  }
}
