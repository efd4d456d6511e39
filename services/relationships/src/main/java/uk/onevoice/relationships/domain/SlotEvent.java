package uk.onevoice.relationships.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;

/** What has happened to a slot. The schemas are in contracts/events/relationships. */
public sealed interface SlotEvent
    permits SlotEvent.SlotDefined,
        SlotEvent.SlotWithdrawn,
        SlotEvent.RelationshipOpened,
        SlotEvent.ContactLogged,
        SlotEvent.ContactWithdrawn,
        SlotEvent.RelationshipClosed,
        PeopleEvent {
  /** Also of a slot that was withdrawn: it is expected again, with the relationships it had. */
  record SlotDefined(SlotId slotId, PlaceId placeId, SlotKind kind, OrganisationId organisationId)
      implements SlotEvent {}

  /**
   * @param on from this day on the slot is not expected to be held
   */
  record SlotWithdrawn(SlotId slotId, LocalDate on) implements SlotEvent {}

  record RelationshipOpened(
      SlotId slotId, RelationshipId relationshipId, PersonId holderId, OrganisationId actingFor)
      implements SlotEvent {}

  /**
   * @param topicId the topic of the ICS's list that they talked about; null where none is named
   * @param contactId null in events of before talks could be corrected
   * @param counterpartRefs who of the other side took part; null where that was not said
   * @param wordsRef what was said; null where nothing was typed
   * @param minutes how long it took; null where nobody said
   */
  record ContactLogged(
      SlotId slotId,
      RelationshipId relationshipId,
      LocalDate on,
      ContactKind kind,
      boolean twoWay,
      @Nullable UUID topicId,
      @Nullable ContactId contactId,
      @Nullable List<CounterpartRef> counterpartRefs,
      @Nullable WordsRef wordsRef,
      @Nullable Integer minutes)
      implements SlotEvent {
    public ContactLogged {
      counterpartRefs = counterpartRefs == null ? null : List.copyOf(counterpartRefs);
    }

    List<CounterpartRef> refs() {
      return counterpartRefs == null ? List.of() : counterpartRefs;
    }
  }

  /** It was entered by mistake, or as it was not; a corrected one is logged again right after. */
  record ContactWithdrawn(SlotId slotId, RelationshipId relationshipId, ContactId contactId)
      implements SlotEvent {}

  record RelationshipClosed(SlotId slotId, RelationshipId relationshipId, LocalDate on)
      implements SlotEvent {}
}
