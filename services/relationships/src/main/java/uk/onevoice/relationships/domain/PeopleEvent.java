package uk.onevoice.relationships.domain;

import java.time.LocalDate;

/**
 * Who belongs to a slot on both sides. A person of the other side is named by their row in the
 * vault only: it may be erased, and nothing here breaks.
 */
public sealed interface PeopleEvent extends SlotEvent {
  /** Somebody of the organisation on the other side is known by name. */
  record CounterpartNoted(SlotId slotId, CounterpartRef counterpartRef) implements PeopleEvent {}

  /** What is known of them was changed. */
  record CounterpartRevised(SlotId slotId, CounterpartRef counterpartRef) implements PeopleEvent {}

  /** They are somebody who is registered; who, the vault knows. */
  record CounterpartLinked(SlotId slotId, CounterpartRef counterpartRef) implements PeopleEvent {}

  /** They were taken for the wrong one: they are nobody registered, as far as is known. */
  record CounterpartUnlinked(SlotId slotId, CounterpartRef counterpartRef) implements PeopleEvent {}

  /** A relationship is with them. */
  record CounterpartNamed(
      SlotId slotId, RelationshipId relationshipId, CounterpartRef counterpartRef)
      implements PeopleEvent {}

  /** A relationship is with them no longer, from this day on. */
  record CounterpartLeft(
      SlotId slotId, RelationshipId relationshipId, CounterpartRef counterpartRef, LocalDate on)
      implements PeopleEvent {}

  /** Somebody of general practice may read and write what the slot's team keeps. */
  record TeamMemberAdded(SlotId slotId, PersonId personId) implements PeopleEvent {}

  record TeamMemberRemoved(SlotId slotId, PersonId personId) implements PeopleEvent {}
}
