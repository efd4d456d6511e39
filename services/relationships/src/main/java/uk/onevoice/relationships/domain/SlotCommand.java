package uk.onevoice.relationships.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;

/** What can be asked of a slot, with the facts from elsewhere that its rules need. */
public sealed interface SlotCommand
    permits SlotCommand.Define,
        SlotCommand.Withdraw,
        SlotCommand.OpenRelationship,
        SlotCommand.LogContact,
        SlotCommand.CorrectContact,
        SlotCommand.WithdrawContact,
        SlotCommand.CloseRelationship,
        PeopleCommand {
  SlotId slotId();

  /**
   * Names an organisation with which general practice of a place has to keep in touch.
   *
   * @param organisationKinds what the registry says it is today, empty when it is not known
   */
  record Define(
      SlotId slotId,
      PlaceId placeId,
      SlotKind kind,
      OrganisationId organisationId,
      Set<OrganisationKind> organisationKinds)
      implements SlotCommand {
    public Define {
      organisationKinds = Set.copyOf(organisationKinds);
    }
  }

  /**
   * Takes back a slot that was defined by mistake or is not needed any more.
   *
   * @param on from this day on nobody is expected to hold it
   */
  record Withdraw(SlotId slotId, LocalDate on, LocalDate today) implements SlotCommand {}

  /**
   * Gives a slot to a person who acts for a body of general practice.
   *
   * @param counterparts of the slot with whom the relationship is; empty where that is not said
   * @param speaksForPractices whether that body is one of general practice today
   * @param holderActsForIt whether the person holds a role there today
   */
  record OpenRelationship(
      SlotId slotId,
      RelationshipId relationshipId,
      PersonId holderId,
      OrganisationId actingFor,
      List<CounterpartRef> counterparts,
      boolean speaksForPractices,
      boolean holderActsForIt)
      implements SlotCommand {
    public OpenRelationship {
      counterparts = List.copyOf(counterparts);
    }
  }

  /** A talk as it is entered: see {@link Talk}. */
  record Talked(
      LocalDate on,
      ContactKind kind,
      boolean twoWay,
      @Nullable UUID topicId,
      List<CounterpartRef> counterparts,
      @Nullable WordsRef wordsRef,
      @Nullable Integer minutes) {
    public Talked {
      counterparts = List.copyOf(counterparts);
    }
  }

  record LogContact(
      SlotId slotId,
      RelationshipId relationshipId,
      ContactId contactId,
      Talked talked,
      LocalDate today)
      implements SlotCommand {}

  /** It was otherwise than it was entered: the talk as it was, in the place of the one there is. */
  record CorrectContact(
      SlotId slotId,
      RelationshipId relationshipId,
      ContactId contactId,
      Talked talked,
      LocalDate today)
      implements SlotCommand {}

  /** It did not take place. */
  record WithdrawContact(SlotId slotId, RelationshipId relationshipId, ContactId contactId)
      implements SlotCommand {}

  /**
   * Ends a relationship.
   *
   * @param on the day it ended; it is live no longer on that day
   */
  record CloseRelationship(
      SlotId slotId, RelationshipId relationshipId, LocalDate on, LocalDate today)
      implements SlotCommand {}
}
