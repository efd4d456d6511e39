package uk.onevoice.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One service's log. Reads block: call them on a virtual thread. Any failure but an {@link Outcome}
 * completes exceptionally: an outage with {@link EventStoreException}, what can never be stored
 * with {@link EventRefused} or {@link EventTooLarge}. The events are then stored or not, never in
 * part.
 */
public interface EventStore {
  /**
   * Appends when the stream is at the expected version. Completes after the commit, or after a
   * bounded time without one.
   *
   * <p>Concurrent repeats of one request wait for the first and get its answer.
   */
  CompletableFuture<Outcome> append(Append append);

  /** The stream's events after this version, in order; all of them for 0. */
  List<StoredEvent> stream(String stream, long afterVersion);

  /** Committed events after this position in commit order, at most so many, no gap between. */
  List<StoredEvent> log(long afterPosition, int limit);

  /** Position of the last committed event, 0 when there is none. */
  long head();

  /**
   * What an earlier request with this key was answered: {@link Outcome.Repeated}, or {@link
   * Outcome.KeyReused} when the fingerprint is another.
   */
  Optional<Outcome> earlier(String client, String key, String fingerprint);
}
