package uk.onevoice.eventstore;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A log without a database, for tests of what stands above it. Keeps every promise of {@link
 * EventStore} but the one to remember after the process has ended.
 */
public final class InMemoryEventStore implements EventStore {
  private record Key(String client, String key) {}

  private record Kept(String fingerprint, Outcome.Repeated outcome) {}

  private final InstantSource clock;
  private final List<StoredEvent> log = new ArrayList<>();
  private final Map<String, List<StoredEvent>> streams = new HashMap<>();
  private final Map<Key, Kept> requests = new HashMap<>();

  public InMemoryEventStore(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized CompletableFuture<Outcome> append(Append append) {
    try {
      return CompletableFuture.completedFuture(appendNow(append));
    } catch (RuntimeException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  private Outcome appendNow(Append append) {
    Request request = append.request();
    if (request != null) {
      Optional<Outcome> earlier = earlier(request.client(), request.key(), request.fingerprint());
      if (earlier.isPresent()) {
        return earlier.get();
      }
    }
    List<StoredEvent> stream = streams.getOrDefault(append.stream(), List.of());
    if (stream.size() != append.expectedVersion()) {
      return new Outcome.VersionConflict(stream.size());
    }
    List<StoredEvent> stored = store(append);
    List<StoredEvent> now = stored.isEmpty() ? stream : stored;
    long lastPosition = now.isEmpty() ? 0 : now.getLast().position();
    long version = append.expectedVersion() + stored.size();
    if (request != null) {
      requests.put(
          new Key(request.client(), request.key()),
          new Kept(
              request.fingerprint(),
              new Outcome.Repeated(request.answer(), append.stream(), version, lastPosition)));
    }
    return new Outcome.Appended(lastPosition, version);
  }

  private List<StoredEvent> store(Append append) {
    List<StoredEvent> stored = new ArrayList<>();
    Instant recorded = recorded(append);
    for (NewEvent event : append.events()) {
      requireJson(event);
      stored.add(
          new StoredEvent(
              log.size() + stored.size() + 1L,
              append.stream(),
              append.expectedVersion() + stored.size() + 1,
              event.id(),
              event.type(),
              event.schemaVersion(),
              event.payload(),
              event.occurredAt(),
              recorded,
              append.metadata()));
    }
    log.addAll(stored);
    streams.computeIfAbsent(append.stream(), _ -> new ArrayList<>()).addAll(stored);
    return stored;
  }

  private Instant recorded(Append append) {
    Instant now = clock.instant();
    Instant told = append.recordedAt();
    if (told == null || told.isAfter(now)) {
      return now;
    }
    List<StoredEvent> before = streams.getOrDefault(append.stream(), List.of());
    return before.isEmpty() || before.getLast().recordedAt().isBefore(told)
        ? told
        : before.getLast().recordedAt();
  }

  private static void requireJson(NewEvent event) {
    try {
      EventJson.mapper().readTree(event.payload());
    } catch (JsonProcessingException cause) {
      throw new EventRefused("An event of type " + event.type() + " is not JSON.", cause);
    }
  }

  @Override
  public synchronized List<StoredEvent> stream(String stream, long afterVersion) {
    List<StoredEvent> events = streams.getOrDefault(stream, List.of());
    return List.copyOf(events.subList((int) Math.min(afterVersion, events.size()), events.size()));
  }

  @Override
  public synchronized List<StoredEvent> log(long afterPosition, int limit) {
    int from = (int) Math.min(afterPosition, log.size());
    return List.copyOf(log.subList(from, Math.min(from + limit, log.size())));
  }

  @Override
  public synchronized long head() {
    return log.size();
  }

  @Override
  public synchronized Optional<Outcome> earlier(String client, String key, String fingerprint) {
    return Optional.ofNullable(requests.get(new Key(client, key)))
        .map(kept ->
            kept.fingerprint().equals(fingerprint) ? kept.outcome() : new Outcome.KeyReused());
  }
}
