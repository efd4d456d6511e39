package uk.onevoice.relationships.domain;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.LinkedHashSet;
import java.util.Set;
import uk.onevoice.kernel.Decision;
import uk.onevoice.relationships.domain.PeopleCommand.AddTeamMember;
import uk.onevoice.relationships.domain.PeopleCommand.CounterpartLeaves;
import uk.onevoice.relationships.domain.PeopleCommand.LinkCounterpart;
import uk.onevoice.relationships.domain.PeopleCommand.NameCounterpart;
import uk.onevoice.relationships.domain.PeopleCommand.NoteCounterpart;
import uk.onevoice.relationships.domain.PeopleCommand.RemoveTeamMember;
import uk.onevoice.relationships.domain.PeopleCommand.ReviseCounterpart;
import uk.onevoice.relationships.domain.PeopleCommand.UnlinkCounterpart;
import uk.onevoice.relationships.domain.PeopleEvent.CounterpartLeft;
import uk.onevoice.relationships.domain.PeopleEvent.CounterpartLinked;
import uk.onevoice.relationships.domain.PeopleEvent.CounterpartNamed;
import uk.onevoice.relationships.domain.PeopleEvent.CounterpartNoted;
import uk.onevoice.relationships.domain.PeopleEvent.CounterpartRevised;
import uk.onevoice.relationships.domain.PeopleEvent.CounterpartUnlinked;
import uk.onevoice.relationships.domain.PeopleEvent.TeamMemberAdded;
import uk.onevoice.relationships.domain.PeopleEvent.TeamMemberRemoved;
import uk.onevoice.relationships.domain.Slot.Defined;
import uk.onevoice.relationships.domain.SlotRejection.AlreadyClosed;
import uk.onevoice.relationships.domain.SlotRejection.AlreadyLinked;
import uk.onevoice.relationships.domain.SlotRejection.DayInTheFuture;
import uk.onevoice.relationships.domain.SlotRejection.MemberActsForTheCounterpart;
import uk.onevoice.relationships.domain.SlotRejection.MemberNotOfThePlace;
import uk.onevoice.relationships.domain.SlotRejection.NoSuchCounterpart;
import uk.onevoice.relationships.domain.SlotRejection.NotLinked;

/** The rules of who belongs to a slot. */
final class SlotPeople {
  private SlotPeople() {}

  static Decision<SlotEvent, SlotRejection> decide(PeopleCommand command, Defined slot) {
    return switch (command) {
      case NoteCounterpart(var id, var counterpart) ->
          slot.counterparts().contains(counterpart)
              ? accept()
              : accept(new CounterpartNoted(id, counterpart));
      case ReviseCounterpart(var id, var counterpart) ->
          slot.counterparts().contains(counterpart)
              ? accept(new CounterpartRevised(id, counterpart))
              : reject(new NoSuchCounterpart(counterpart));
      case LinkCounterpart link -> link(link, slot);
      case UnlinkCounterpart(var id, var counterpart) ->
          slot.linked().contains(counterpart)
              ? accept(new CounterpartUnlinked(id, counterpart))
              : reject(new NotLinked(counterpart));
      case NameCounterpart name ->
          Slot.in(slot, name.relationshipId(), held -> name(name, held, slot));
      case CounterpartLeaves leaves ->
          Slot.in(slot, leaves.relationshipId(), held -> leave(leaves, held));
      case AddTeamMember add -> add(add, slot);
      case RemoveTeamMember(var id, var person) ->
          slot.deputies().contains(person) ? accept(new TeamMemberRemoved(id, person)) : accept();
    };
  }

  /**
   * Once, until it is undone: words about one person are not to be taken for another's because
   * somebody tried again.
   */
  private static Decision<SlotEvent, SlotRejection> link(LinkCounterpart wish, Defined slot) {
    if (!slot.counterparts().contains(wish.counterpartRef())) {
      return reject(new NoSuchCounterpart(wish.counterpartRef()));
    }
    return slot.linked().contains(wish.counterpartRef())
        ? reject(new AlreadyLinked(wish.counterpartRef()))
        : accept(new CounterpartLinked(wish.slotId(), wish.counterpartRef()));
  }

  private static Decision<SlotEvent, SlotRejection> name(
      NameCounterpart wish, Relationship held, Defined slot) {
    if (!slot.counterparts().contains(wish.counterpartRef())) {
      return reject(new NoSuchCounterpart(wish.counterpartRef()));
    }
    if (held.closedOn() != null) {
      return reject(new AlreadyClosed(wish.relationshipId(), held.closedOn()));
    }
    return held.counterparts().contains(wish.counterpartRef())
        ? accept()
        : accept(new CounterpartNamed(wish.slotId(), wish.relationshipId(), wish.counterpartRef()));
  }

  private static Decision<SlotEvent, SlotRejection> leave(
      CounterpartLeaves wish, Relationship held) {
    if (wish.on().isAfter(wish.today())) {
      return reject(new DayInTheFuture(wish.on()));
    }
    if (wish.on().equals(held.before().get(wish.counterpartRef()))) {
      return accept();
    }
    return held.counterparts().contains(wish.counterpartRef())
        ? accept(
            new CounterpartLeft(
                wish.slotId(), wish.relationshipId(), wish.counterpartRef(), wish.on()))
        : reject(new NoSuchCounterpart(wish.counterpartRef()));
  }

  /** Whoever works for the other side would read there what is written about colleagues. */
  private static Decision<SlotEvent, SlotRejection> add(AddTeamMember wish, Defined slot) {
    if (!wish.ofThePlace()) {
      return reject(new MemberNotOfThePlace(wish.personId()));
    }
    if (wish.actsForTheCounterpart()) {
      return reject(new MemberActsForTheCounterpart(wish.personId()));
    }
    return slot.deputies().contains(wish.personId())
        ? accept()
        : accept(new TeamMemberAdded(wish.slotId(), wish.personId()));
  }

  static Slot evolve(Defined slot, PeopleEvent event) {
    return switch (event) {
      case CounterpartNoted(_, var counterpart) ->
          new Defined(
              slot.terms(),
              slot.relationships(),
              and(slot.counterparts(), counterpart),
              slot.linked(),
              slot.deputies());
      case CounterpartRevised _ -> slot;
      case CounterpartLinked(_, var counterpart) ->
          withLinked(slot, and(slot.linked(), counterpart));
      case CounterpartUnlinked(_, var counterpart) ->
          withLinked(slot, without(slot.linked(), counterpart));
      case CounterpartNamed(_, var id, var counterpart) ->
          slot.change(id, held -> held.naming(counterpart));
      case CounterpartLeft(_, var id, var counterpart, var on) ->
          slot.change(id, held -> held.leaving(counterpart, on));
      case TeamMemberAdded(_, var person) -> withDeputies(slot, and(slot.deputies(), person));
      case TeamMemberRemoved(_, var person) -> withDeputies(slot, without(slot.deputies(), person));
    };
  }

  private static Defined withLinked(Defined slot, Set<CounterpartRef> linked) {
    return new Defined(
        slot.terms(), slot.relationships(), slot.counterparts(), linked, slot.deputies());
  }

  private static Defined withDeputies(Defined slot, Set<PersonId> deputies) {
    return new Defined(
        slot.terms(), slot.relationships(), slot.counterparts(), slot.linked(), deputies);
  }

  private static <T> Set<T> without(Set<T> those, T one) {
    var left = new LinkedHashSet<>(those);
    left.remove(one);
    return left;
  }

  private static <T> Set<T> and(Set<T> those, T another) {
    var all = new LinkedHashSet<>(those);
    all.add(another);
    return all;
  }
}
