package uk.onevoice.relationships.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.domain.ContactId;
import uk.onevoice.relationships.domain.ContactKind;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.SlotKind;
import uk.onevoice.relationships.domain.counterpart.Counterpart.Authority;

/** What callers send, and how new things are called in the answer. */
final class SlotBodies {
  private SlotBodies() {}

  record DefineSlot(PlaceId placeId, SlotKind kind, OrganisationId organisationId) {}

  record WithdrawSlot(LocalDate on) {}

  /**
   * @param counterpartRefs with whom of the other side; null where that is not said
   */
  record OpenRelationship(
      PersonId holderId,
      OrganisationId actingFor,
      @Nullable List<CounterpartRef> counterpartRefs) {}

  /**
   * @param topicId the topic of the ICS's list that they talked about, null where none is named
   * @param counterpartRefs who of the other side took part; null where that is not said
   * @param words what was said; null where nothing was typed
   * @param minutes how long it took; null where nobody said
   */
  record Contact(
      RelationshipId relationshipId,
      LocalDate on,
      ContactKind kind,
      boolean twoWay,
      @Nullable UUID topicId,
      @Nullable List<CounterpartRef> counterpartRefs,
      @Nullable String words,
      @Nullable Integer minutes) {}

  /** The same of a talk that is named already. */
  record Correction(
      LocalDate on,
      ContactKind kind,
      boolean twoWay,
      @Nullable UUID topicId,
      @Nullable List<CounterpartRef> counterpartRefs,
      @Nullable String words,
      @Nullable Integer minutes) {}

  record Closing(RelationshipId relationshipId, LocalDate on) {}

  /**
   * @param authority null where nobody knows
   */
  record CounterpartWish(
      String name,
      String roleTitle,
      @Nullable LocalDate inRoleSince,
      @Nullable String sitsOn,
      @Nullable String signsFor,
      @Nullable Authority authority) {}

  record NameCounterpart(CounterpartRef counterpartRef) {}

  record Leaving(LocalDate on) {}

  record Link(PersonId personId) {}

  record Search(String name) {}

  record TeamMember(PersonId personId) {}

  record SlotRef(SlotId slotId) {}

  record RelationshipRef(SlotId slotId, RelationshipId relationshipId) {}

  record ContactRef(SlotId slotId, RelationshipId relationshipId, ContactId contactId) {}

  record CounterpartNamedRef(SlotId slotId, CounterpartRef counterpartRef) {}
}
