package uk.onevoice.organisations.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.organisations.imports.Registry;

/**
 * The whole registry in this process's memory, brought up to the log's head before each use. A
 * plain cursor over the log, so any replica has the same.
 */
@ApplicationScoped
public class RegistryCopy {
  private static final int BATCH = 2_000;

  private final EventStore store;
  private final RegistryLog log;
  private final ReentrantLock lock = new ReentrantLock();
  private final Registry registry = new Registry();
  private long position;

  RegistryCopy(EventStore store, RegistryLog log) {
    this.store = store;
    this.log = log;
  }

  /** Asks the registry as the log has it now; one at a time. */
  public <T> T ask(Function<Registry, T> question) {
    lock.lock();
    try {
      catchUp();
      return question.apply(registry);
    } finally {
      lock.unlock();
    }
  }

  private void catchUp() {
    List<StoredEvent> events = store.log(position, BATCH);
    while (!events.isEmpty()) {
      for (var event : events) {
        registry.apply(event.stream(), event.version(), log.read(event));
        position = event.position();
      }
      events = store.log(position, BATCH);
    }
  }
}
