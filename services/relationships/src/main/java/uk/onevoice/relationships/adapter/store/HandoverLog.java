package uk.onevoice.relationships.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.relationships.domain.handover.Handover;
import uk.onevoice.relationships.domain.handover.HandoverCommand;
import uk.onevoice.relationships.domain.handover.HandoverEvent;
import uk.onevoice.relationships.domain.handover.HandoverEvent.HandoverOpened;
import uk.onevoice.relationships.domain.handover.HandoverId;
import uk.onevoice.relationships.domain.handover.HandoverRejection;
import uk.onevoice.service.listing.FirstEvents;
import uk.onevoice.service.listing.FirstEvents.Order;
import uk.onevoice.service.wiring.Ids;

/** Holds the handovers' rules to their log. */
@ApplicationScoped
public class HandoverLog {
  private static final String STREAM = "handover-";

  private final EventTypes<HandoverEvent> types = EventTypes.of(HandoverEvent.class);

  public static String stream(HandoverId id) {
    return STREAM + id.value();
  }

  @Produces
  @Singleton
  CommandHandler<HandoverCommand, Handover, HandoverEvent, HandoverRejection> handler(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Handover.DECIDER, types, ids);
  }

  /** The latest first; one that was called off and began again may come twice in a page. */
  @Produces
  @Singleton
  FirstEvents<HandoverOpened> ofPlaces(DataSource database) {
    return new FirstEvents<>(
        database, types, HandoverOpened.class, "placeId", STREAM, Order.descending("on"));
  }
}
