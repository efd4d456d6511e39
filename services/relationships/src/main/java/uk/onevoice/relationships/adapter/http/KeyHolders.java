package uk.onevoice.relationships.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.relationships.adapter.http.SlotView.KeyView;
import uk.onevoice.relationships.adapter.store.KeyListLog;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.Slot.Defined;
import uk.onevoice.relationships.domain.keylist.KeyList;
import uk.onevoice.relationships.domain.keylist.KeyListCommand;
import uk.onevoice.relationships.domain.keylist.KeyListEvent;
import uk.onevoice.relationships.domain.keylist.KeyListId;
import uk.onevoice.relationships.domain.keylist.KeyListRejection;

/**
 * Who keeps a slot on their key list: only somebody who holds it can, and a relationship that has
 * ended is on nobody's.
 */
@ApplicationScoped
class KeyHolders {
  private final CommandHandler<KeyListCommand, KeyList, KeyListEvent, KeyListRejection> lists;
  private final SlotDesk desk;

  KeyHolders(
      CommandHandler<KeyListCommand, KeyList, KeyListEvent, KeyListRejection> lists,
      SlotDesk desk) {
    this.lists = lists;
    this.desk = desk;
  }

  List<KeyView> of(Defined slot) {
    return slot.relationships().values().stream()
        .filter(Relationship::isLive)
        .flatMap(held -> of(slot, held))
        .toList();
  }

  /** A list has the record of its leader in its name, and that may have been merged away since. */
  private Stream<KeyView> of(Defined slot, Relationship held) {
    return desk.records(held.holderId()).stream()
        .map(record -> KeyListId.of(slot.terms().placeId(), record))
        .flatMap(id -> lists.current(KeyListLog.stream(id)).state().keys().stream())
        .filter(key -> key.relationshipId().equals(held.relationshipId()))
        .map(key -> new KeyView(desk.standing(held.holderId()), key.markedOn()));
  }
}
