package uk.onevoice.relationships.domain;

import java.time.LocalDate;

/** The rule that said no. */
public sealed interface SlotRejection {
  record AlreadyDefined(SlotId slotId) implements SlotRejection {}

  record NotDefined(SlotId slotId) implements SlotRejection {}

  /** The organisation is of another kind than sits in this slot. */
  record CounterpartDoesNotFit(SlotKind kind, OrganisationId organisationId)
      implements SlotRejection {}

  record NotABodyOfGeneralPractice(OrganisationId actingFor) implements SlotRejection {}

  record HolderActsForTheCounterpart(OrganisationId actingFor) implements SlotRejection {}

  record HolderDoesNotActForIt(PersonId holderId, OrganisationId actingFor)
      implements SlotRejection {}

  record AlreadyHeld(PersonId holderId, RelationshipId relationshipId) implements SlotRejection {}

  record NoSuchRelationship(RelationshipId relationshipId) implements SlotRejection {}

  record DayInTheFuture(LocalDate on) implements SlotRejection {}

  record AlreadyClosed(RelationshipId relationshipId, LocalDate on) implements SlotRejection {}

  /** A relationship cannot have ended before a talk that took place in it. */
  record ContactAfterClosing(RelationshipId relationshipId, LocalDate lastContact)
      implements SlotRejection {}

  /** Somebody holds the slot, so it is not taken back. */
  record StillHeld(SlotId slotId) implements SlotRejection {}

  /** It was held until this day, so it was expected to be. */
  record HeldUntil(SlotId slotId, LocalDate until) implements SlotRejection {}

  /** No such talk, or one of before talks could be corrected. */
  record NoSuchContact(ContactId contactId) implements SlotRejection {}

  record NoSuchCounterpart(CounterpartRef counterpartRef) implements SlotRejection {}

  record AlreadyLinked(CounterpartRef counterpartRef) implements SlotRejection {}

  record NotLinked(CounterpartRef counterpartRef) implements SlotRejection {}

  record MemberNotOfThePlace(PersonId personId) implements SlotRejection {}

  record MemberActsForTheCounterpart(PersonId personId) implements SlotRejection {}
}
