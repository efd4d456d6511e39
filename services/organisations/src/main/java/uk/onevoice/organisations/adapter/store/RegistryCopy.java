package uk.onevoice.organisations.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.organisations.imports.Registry;

/** The whole registry in this process's memory, as new as the log each time it is asked. */
@ApplicationScoped
public class RegistryCopy {
  private final LogCopy<Registry> copy;

  RegistryCopy(EventStore store, RegistryLog log) {
    this.copy =
        new LogCopy<>(
            store,
            new Registry(),
            (registry, event) -> registry.apply(event.stream(), event.version(), log.read(event)));
  }

  /** Asks the registry as the log has it now; one at a time. */
  public <T> T ask(Function<Registry, T> question) {
    return copy.ask(question);
  }
}
