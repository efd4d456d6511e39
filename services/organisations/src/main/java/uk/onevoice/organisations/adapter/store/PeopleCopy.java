package uk.onevoice.organisations.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.organisations.domain.person.People;
import uk.onevoice.organisations.domain.person.PersonEvent;
import uk.onevoice.organisations.domain.person.PersonId;

/**
 * Everybody in this process's memory, by reference only, as new as the log each time it is asked: a
 * list has what a command has just appended. Names stay in the vault and are asked for each time,
 * so that an erased one is nowhere.
 */
@ApplicationScoped
public class PeopleCopy {
  private static final String STREAMS = RegistryLog.stream(new PersonId(new UUID(0, 0)));
  private static final String PREFIX = STREAMS.substring(0, STREAMS.indexOf('-') + 1);

  private final LogCopy<People> copy;

  PeopleCopy(EventStore store, RegistryLog log) {
    this.copy = new LogCopy<>(store, new People(), (people, event) -> apply(log, people, event));
  }

  /** Asks about people as the log has them now; one at a time. */
  public <T> T ask(Function<People, T> question) {
    return copy.ask(question);
  }

  private static void apply(RegistryLog log, People people, StoredEvent event) {
    if (event.stream().startsWith(PREFIX) && log.read(event) instanceof PersonEvent happened) {
      people.apply(
          new PersonId(UUID.fromString(event.stream().substring(PREFIX.length()))), happened);
    }
  }
}
