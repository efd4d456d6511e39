package uk.onevoice.relationships.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import javax.sql.DataSource;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.relationships.domain.Slot;
import uk.onevoice.relationships.domain.SlotCommand;
import uk.onevoice.relationships.domain.SlotEvent;
import uk.onevoice.relationships.domain.SlotEvent.SlotDefined;
import uk.onevoice.relationships.domain.SlotEvent.SlotWithdrawn;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.SlotRejection;
import uk.onevoice.service.listing.FirstEvents;
import uk.onevoice.service.listing.FirstEvents.Order;
import uk.onevoice.service.wiring.Ids;

/** Holds the slots' rules to their log. */
@ApplicationScoped
public class SlotLog {
  private static final String STREAM = "slot-";

  private final EventTypes<SlotEvent> types = EventTypes.of(SlotEvent.class);

  public static String stream(SlotId id) {
    return STREAM + id.value();
  }

  /** Whose stream it is. */
  static SlotId idOf(String stream) {
    return new SlotId(UUID.fromString(stream.substring(STREAM.length())));
  }

  @Produces
  @Singleton
  CommandHandler<SlotCommand, Slot, SlotEvent, SlotRejection> handler(EventStore store, Ids ids) {
    return new CommandHandler<>(store, Slot.DECIDER, types, ids);
  }

  @Produces
  @Singleton
  FirstEvents<SlotDefined> ofPlaces(DataSource database) {
    return new FirstEvents<>(
        database,
        types,
        SlotDefined.class,
        "placeId",
        STREAM,
        Order.ascending("kind", "organisationId"),
        SlotWithdrawn.class.getSimpleName());
  }
}
