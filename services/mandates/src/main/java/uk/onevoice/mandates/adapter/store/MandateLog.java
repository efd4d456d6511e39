package uk.onevoice.mandates.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.mandates.domain.Mandate;
import uk.onevoice.mandates.domain.MandateCommand;
import uk.onevoice.mandates.domain.MandateEvent;
import uk.onevoice.mandates.domain.MandateEvent.MandateOpened;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.MandateRejection;
import uk.onevoice.service.listing.FirstEvents;
import uk.onevoice.service.listing.FirstEvents.Order;
import uk.onevoice.service.wiring.Ids;

/** Holds the mandates' rules to their log. */
@ApplicationScoped
public class MandateLog {
  private static final String STREAM = "mandate-";

  private final EventTypes<MandateEvent> types = EventTypes.of(MandateEvent.class);

  public static String stream(MandateId id) {
    return STREAM + id.value();
  }

  @Produces
  @Singleton
  CommandHandler<MandateCommand, Mandate, MandateEvent, MandateRejection> handler(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Mandate.DECIDER, types, ids);
  }

  @Produces
  @Singleton
  FirstEvents<MandateOpened> ofPlaces(DataSource database) {
    // What is still to come and what began last stands first.
    return new FirstEvents<>(
        database, types, MandateOpened.class, "placeId", STREAM, Order.descending("start"));
  }
}
