package uk.onevoice.relationships.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.Slot;
import uk.onevoice.relationships.domain.Slot.Defined;
import uk.onevoice.relationships.domain.SlotCommand;
import uk.onevoice.relationships.domain.SlotCommand.HandOver;
import uk.onevoice.relationships.domain.SlotEvent;
import uk.onevoice.relationships.domain.SlotRejection;
import uk.onevoice.relationships.domain.handover.Handover;
import uk.onevoice.relationships.domain.handover.Handover.Completed;
import uk.onevoice.relationships.domain.handover.HandoverCommand;
import uk.onevoice.relationships.domain.handover.HandoverEvent;
import uk.onevoice.relationships.domain.handover.HandoverId;
import uk.onevoice.relationships.domain.handover.HandoverRejection;

/** What follows for a slot from handovers that a successor has accepted. */
@ApplicationScoped
public class HandedOver {
  private final CommandHandler<HandoverCommand, Handover, HandoverEvent, HandoverRejection>
      handovers;
  private final CommandHandler<SlotCommand, Slot, SlotEvent, SlotRejection> slots;
  private final Clock clock;

  HandedOver(
      CommandHandler<HandoverCommand, Handover, HandoverEvent, HandoverRejection> handovers,
      CommandHandler<SlotCommand, Slot, SlotEvent, SlotRejection> slots,
      Clock clock) {
    this.handovers = handovers;
    this.slots = slots;
    this.clock = clock;
  }

  /**
   * Lets the successor hold the slot, if they have accepted. What is so already stays so: this may
   * be done again after it was broken off.
   */
  public void finish(HandoverId id, Metadata by) {
    if (handovers.current(HandoverLog.stream(id)).state() instanceof Completed over) {
      var opening = over.opening();
      var completion = over.completion();
      slots.handle(
          Envelope.of(
              SlotLog.stream(opening.slotId()),
              new HandOver(
                  opening.slotId(),
                  opening.relationshipId(),
                  completion.successorRelationshipId(),
                  completion.successorId(),
                  completion.actingFor(),
                  completion.on()),
              by,
              clock.instant()));
    }
  }

  /**
   * The opinions that their authors let somebody read who came to the slot by a handover.
   *
   * @param records all of the reader's
   */
  public Set<UUID> consents(Defined slot, Set<PersonId> records) {
    return slot.relationships().keySet().stream()
        .map(HandedOver::stream)
        .map(stream -> handovers.current(stream).state())
        .filter(Completed.class::isInstance)
        .map(Completed.class::cast)
        .filter(over -> records.contains(over.completion().successorId()))
        .flatMap(over -> over.consents().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a relationship went over to this one, at once or by several handovers. */
  public boolean wentTo(Relationship held, RelationshipId successor) {
    RelationshipId now = held.relationshipId();
    Set<RelationshipId> seen = new HashSet<>();
    while (seen.add(now) && handovers.current(stream(now)).state() instanceof Completed over) {
      now = over.completion().successorRelationshipId();
      if (now.equals(successor)) {
        return true;
      }
    }
    return false;
  }

  private static String stream(RelationshipId relationship) {
    return HandoverLog.stream(HandoverId.of(relationship));
  }
}
