package uk.onevoice.organisations.adapter.store;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.StoredEvent;

/**
 * What a log comes to, in this process's memory, brought up to the log's head before each use. A
 * plain cursor over the log, so any replica has the same.
 */
final class LogCopy<T> {
  private static final int BATCH = 2_000;

  private final EventStore store;
  private final BiConsumer<T, StoredEvent> apply;
  private final ReentrantLock lock = new ReentrantLock();
  private final T copy;
  private long position;

  /**
   * @param copy of an empty log; nobody else may have it
   */
  LogCopy(EventStore store, T copy, BiConsumer<T, StoredEvent> apply) {
    this.store = store;
    this.copy = copy;
    this.apply = apply;
  }

  /** Asks as the log is now; one at a time. */
  <R> R ask(Function<T, R> question) {
    lock.lock();
    try {
      catchUp();
      return question.apply(copy);
    } finally {
      lock.unlock();
    }
  }

  private void catchUp() {
    List<StoredEvent> events = store.log(position, BATCH);
    while (!events.isEmpty()) {
      for (var event : events) {
        apply.accept(copy, event);
        position = event.position();
      }
      events = store.log(position, BATCH);
    }
  }
}
