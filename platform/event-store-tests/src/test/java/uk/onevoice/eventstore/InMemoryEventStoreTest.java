package uk.onevoice.eventstore;

import java.time.Clock;

class InMemoryEventStoreTest extends EventStoreContract {
  private final EventStore store = new InMemoryEventStore(Clock.systemUTC());

  @Override
  protected EventStore store() {
    return store;
  }
}
