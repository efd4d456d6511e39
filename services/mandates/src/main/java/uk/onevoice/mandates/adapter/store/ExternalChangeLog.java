package uk.onevoice.mandates.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.mandates.domain.externalchange.ExternalChange;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeCommand;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeEvent;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeEvent.ExternalChangeRecorded;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeId;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeRejection;
import uk.onevoice.service.listing.FirstEvents;
import uk.onevoice.service.listing.FirstEvents.Order;
import uk.onevoice.service.wiring.Ids;

/** Holds the external changes' rules to their log. */
@ApplicationScoped
public class ExternalChangeLog {
  private static final String STREAM = "external-change-";

  private final EventTypes<ExternalChangeEvent> types = EventTypes.of(ExternalChangeEvent.class);

  public static String stream(ExternalChangeId id) {
    return STREAM + id.value();
  }

  @Produces
  @Singleton
  CommandHandler<
          ExternalChangeCommand, ExternalChange, ExternalChangeEvent, ExternalChangeRejection>
      handler(EventStore store, Ids ids) {
    return new CommandHandler<>(store, ExternalChange.DECIDER, types, ids);
  }

  @Produces
  @Singleton
  FirstEvents<ExternalChangeRecorded> ofIcs(DataSource database) {
    return new FirstEvents<>(
        database, types, ExternalChangeRecorded.class, "icsId", STREAM, Order.descending("on"));
  }
}
