package uk.onevoice.relationships.domain;

import java.time.LocalDate;

/** What can be asked about those who belong to a slot. Whoever asks is of its team. */
public sealed interface PeopleCommand extends SlotCommand {
  record NoteCounterpart(SlotId slotId, CounterpartRef counterpartRef) implements PeopleCommand {}

  record ReviseCounterpart(SlotId slotId, CounterpartRef counterpartRef) implements PeopleCommand {}

  record LinkCounterpart(SlotId slotId, CounterpartRef counterpartRef) implements PeopleCommand {}

  record UnlinkCounterpart(SlotId slotId, CounterpartRef counterpartRef) implements PeopleCommand {}

  record NameCounterpart(
      SlotId slotId, RelationshipId relationshipId, CounterpartRef counterpartRef)
      implements PeopleCommand {}

  record CounterpartLeaves(
      SlotId slotId,
      RelationshipId relationshipId,
      CounterpartRef counterpartRef,
      LocalDate on,
      LocalDate today)
      implements PeopleCommand {}

  /**
   * @param ofThePlace whether they hold a role in general practice of the place today
   * @param actsForTheCounterpart whether they hold one at the organisation on the other side
   */
  record AddTeamMember(
      SlotId slotId, PersonId personId, boolean ofThePlace, boolean actsForTheCounterpart)
      implements PeopleCommand {}

  record RemoveTeamMember(SlotId slotId, PersonId personId) implements PeopleCommand {}
}
