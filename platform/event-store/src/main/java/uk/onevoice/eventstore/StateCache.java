package uk.onevoice.eventstore;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The folded states of the streams used last, so that a command costs what is new and not the whole
 * history. May lag behind the store; the append's expected version finds that out.
 */
final class StateCache<S> {
  /**
   * A stream's state at a version.
   *
   * @param lastPosition position of the stream's last event, 0 when it has none
   */
  record Known<S>(S state, long version, long lastPosition) {}

  private final Map<String, Known<S>> byStream;

  StateCache(int capacity) {
    byStream =
        new LinkedHashMap<>(64, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Known<S>> eldest) {
            return size() > capacity;
          }
        };
  }

  synchronized Optional<Known<S>> get(String stream) {
    return Optional.ofNullable(byStream.get(stream));
  }

  /** Never replaces a newer state by an older one. */
  synchronized void put(String stream, Known<S> known) {
    byStream.merge(stream, known, (old, now) -> now.version() >= old.version() ? now : old);
  }

  synchronized void forget(String stream) {
    byStream.remove(stream);
  }
}
