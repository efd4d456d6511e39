package uk.onevoice.relationships.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.keylist.KeyList;
import uk.onevoice.relationships.domain.keylist.KeyListCommand;
import uk.onevoice.relationships.domain.keylist.KeyListEvent;
import uk.onevoice.relationships.domain.keylist.KeyListId;
import uk.onevoice.relationships.domain.keylist.KeyListRejection;
import uk.onevoice.relationships.domain.keylist.KeySlots;
import uk.onevoice.relationships.domain.keylist.KeySlotsCommand;
import uk.onevoice.relationships.domain.keylist.KeySlotsEvent;
import uk.onevoice.relationships.domain.keylist.KeySlotsRejection;
import uk.onevoice.service.wiring.Ids;

/** Holds the rules of key lists, and of what a place wants on them, to their log. */
@ApplicationScoped
public class KeyListLog {
  public static String stream(KeyListId id) {
    return "key-list-" + id.value();
  }

  public static String stream(PlaceId place) {
    return "key-slots-" + place.value();
  }

  @Produces
  @Singleton
  CommandHandler<KeyListCommand, KeyList, KeyListEvent, KeyListRejection> lists(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, KeyList.DECIDER, EventTypes.of(KeyListEvent.class), ids);
  }

  @Produces
  @Singleton
  CommandHandler<KeySlotsCommand, KeySlots, KeySlotsEvent, KeySlotsRejection> slots(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, KeySlots.DECIDER, EventTypes.of(KeySlotsEvent.class), ids);
  }
}
