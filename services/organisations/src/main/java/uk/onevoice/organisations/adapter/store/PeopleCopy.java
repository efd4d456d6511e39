package uk.onevoice.organisations.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.organisations.domain.person.People;
import uk.onevoice.organisations.domain.person.PersonEvent;
import uk.onevoice.organisations.domain.person.PersonId;

/**
 * Everybody in this process's memory, by reference only, brought up to the log's head before each
 * use: a list has what a command has just appended. Names stay in the vault and are asked for each
 * time, so that an erased one is nowhere.
 */
@ApplicationScoped
public class PeopleCopy {
  private static final int BATCH = 2_000;
  private static final String STREAMS = RegistryLog.stream(new PersonId(new UUID(0, 0)));
  private static final String PREFIX = STREAMS.substring(0, STREAMS.indexOf('-') + 1);

  private final EventStore store;
  private final RegistryLog log;
  private final ReentrantLock lock = new ReentrantLock();
  private final People people = new People();
  private long position;

  PeopleCopy(EventStore store, RegistryLog log) {
    this.store = store;
    this.log = log;
  }

  /** Asks about people as the log has them now; one at a time. */
  public <T> T ask(Function<People, T> question) {
    lock.lock();
    try {
      catchUp();
      return question.apply(people);
    } finally {
      lock.unlock();
    }
  }

  private void catchUp() {
    List<StoredEvent> events = store.log(position, BATCH);
    while (!events.isEmpty()) {
      for (var event : events) {
        if (event.stream().startsWith(PREFIX) && log.read(event) instanceof PersonEvent happened) {
          people.apply(
              new PersonId(UUID.fromString(event.stream().substring(PREFIX.length()))), happened);
        }
        position = event.position();
      }
      events = store.log(position, BATCH);
    }
  }
}
