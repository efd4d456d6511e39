package uk.onevoice.mandates.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.mandates.domain.DraftEvent.MandateDrafted;
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
  static final String PREFIX = "mandate-";

  private final EventTypes<MandateEvent> types = EventTypes.of(MandateEvent.class);
  private final EventStore store;

  MandateLog(EventStore store) {
    this.store = store;
  }

  public static String stream(MandateId id) {
    return PREFIX + id.value();
  }

  /** All that has happened to a mandate, oldest first. */
  public List<MandateEvent> history(MandateId id) {
    return types.readAll(store.stream(stream(id), 0));
  }

  /** The mandate as far as these events tell it. */
  public Mandate of(MandateId id, Predicate<StoredEvent> recorded, Predicate<MandateEvent> said) {
    return Mandate.DECIDER.fold(
        store.stream(stream(id), 0).stream()
            .filter(recorded)
            .map(types::read)
            .filter(said)
            .toList());
  }

  @Produces
  @Singleton
  CommandHandler<MandateCommand, Mandate, MandateEvent, MandateRejection> handler(
      EventStore events, Ids ids) {
    return new CommandHandler<>(events, Mandate.DECIDER, types, ids);
  }

  @Produces
  @Singleton
  FirstEvents<MandateOpened> ofPlaces(DataSource database) {
    // What is still to come and what began last stands first.
    return new FirstEvents<>(
        database, types, MandateOpened.class, "placeId", PREFIX, Order.descending("start"));
  }

  @Produces
  @Singleton
  FirstEvents<MandateDrafted> drafts(DataSource database) {
    return new FirstEvents<>(
        database, types, MandateDrafted.class, "placeId", PREFIX, Order.ascending("on"));
  }
}
