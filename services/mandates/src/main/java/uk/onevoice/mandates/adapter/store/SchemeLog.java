package uk.onevoice.mandates.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.scheme.DelegationScheme;
import uk.onevoice.mandates.domain.scheme.SchemeCommand;
import uk.onevoice.mandates.domain.scheme.SchemeEvent;
import uk.onevoice.mandates.domain.scheme.SchemeRejection;
import uk.onevoice.service.wiring.Ids;

/** Holds the delegation schemes' rules to their log: one stream for each place. */
@ApplicationScoped
public class SchemeLog {
  private final EventTypes<SchemeEvent> types = EventTypes.of(SchemeEvent.class);

  public static String stream(PlaceId place) {
    return "delegation-scheme-" + place.value();
  }

  @Produces
  @Singleton
  CommandHandler<SchemeCommand, DelegationScheme, SchemeEvent, SchemeRejection> handler(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, DelegationScheme.DECIDER, types, ids);
  }
}
