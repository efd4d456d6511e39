package uk.onevoice.relationships.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.relationships.domain.focal.FocalPoint;
import uk.onevoice.relationships.domain.focal.FocalPointCommand;
import uk.onevoice.relationships.domain.focal.FocalPointEvent;
import uk.onevoice.relationships.domain.focal.FocalPointId;
import uk.onevoice.relationships.domain.focal.FocalPointRejection;
import uk.onevoice.service.wiring.Ids;

/** Holds the focal points' rules to their log. */
@ApplicationScoped
public class FocalPointLog {
  public static String stream(FocalPointId id) {
    return "focal-point-" + id.value();
  }

  @Produces
  @Singleton
  CommandHandler<FocalPointCommand, FocalPoint, FocalPointEvent, FocalPointRejection> handler(
      EventStore store, Ids ids) {
    return new CommandHandler<>(
        store, FocalPoint.DECIDER, EventTypes.of(FocalPointEvent.class), ids);
  }
}
