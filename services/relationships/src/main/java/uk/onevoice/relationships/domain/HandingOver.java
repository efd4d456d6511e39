package uk.onevoice.relationships.domain;

import static uk.onevoice.kernel.Decision.accept;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.onevoice.kernel.Decision;
import uk.onevoice.relationships.domain.PeopleEvent.CounterpartNamed;
import uk.onevoice.relationships.domain.Slot.Defined;
import uk.onevoice.relationships.domain.SlotCommand.HandOver;
import uk.onevoice.relationships.domain.SlotEvent.RelationshipClosed;
import uk.onevoice.relationships.domain.SlotEvent.RelationshipOpened;

/**
 * What a handover that was accepted does to the slot. It was agreed already, so nothing is refused
 * here, and doing it again changes nothing.
 */
final class HandingOver {
  private HandingOver() {}

  static Decision<SlotEvent, SlotRejection> decide(HandOver wish, Relationship held, Defined slot) {
    List<SlotEvent> events = new ArrayList<>();
    boolean done = slot.relationships().containsKey(wish.successorRelationshipId());
    Optional<Relationship> theirs = theirs(wish, slot);
    RelationshipId goesOn =
        theirs.map(Relationship::relationshipId).orElse(wish.successorRelationshipId());
    if (theirs.isEmpty() && !done) {
      events.add(
          new RelationshipOpened(wish.slotId(), goesOn, wish.successorId(), wish.actingFor()));
    }
    if (held.isLive()) {
      // Whom it is with goes along; once it has, the successor may leave somebody out again.
      held.counterparts().stream()
          .filter(each -> theirs.filter(own -> own.counterparts().contains(each)).isEmpty())
          .forEach(each -> events.add(new CounterpartNamed(wish.slotId(), goesOn, each)));
      events.add(new RelationshipClosed(wish.slotId(), wish.relationshipId(), lastDay(wish, held)));
    }
    return accept(events);
  }

  private static Optional<Relationship> theirs(HandOver wish, Defined slot) {
    return slot.relationships().values().stream()
        .filter(Relationship::isLive)
        .filter(each -> !each.relationshipId().equals(wish.relationshipId()))
        .filter(each ->
            each.relationshipId().equals(wish.successorRelationshipId())
                || each.holderId().equals(wish.successorId()))
        .findFirst();
  }

  /** A relationship does not end before a talk that took place in it. */
  private static LocalDate lastDay(HandOver wish, Relationship held) {
    return held.lastContact().filter(last -> last.isAfter(wish.on())).orElse(wish.on());
  }
}
