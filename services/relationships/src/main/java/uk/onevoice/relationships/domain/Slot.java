package uk.onevoice.relationships.domain;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.relationships.domain.PeopleEvent.CounterpartNamed;
import uk.onevoice.relationships.domain.SlotCommand.CloseRelationship;
import uk.onevoice.relationships.domain.SlotCommand.CorrectContact;
import uk.onevoice.relationships.domain.SlotCommand.Define;
import uk.onevoice.relationships.domain.SlotCommand.LogContact;
import uk.onevoice.relationships.domain.SlotCommand.OpenRelationship;
import uk.onevoice.relationships.domain.SlotCommand.Withdraw;
import uk.onevoice.relationships.domain.SlotCommand.WithdrawContact;
import uk.onevoice.relationships.domain.SlotEvent.ContactLogged;
import uk.onevoice.relationships.domain.SlotEvent.ContactWithdrawn;
import uk.onevoice.relationships.domain.SlotEvent.RelationshipClosed;
import uk.onevoice.relationships.domain.SlotEvent.RelationshipOpened;
import uk.onevoice.relationships.domain.SlotEvent.SlotDefined;
import uk.onevoice.relationships.domain.SlotEvent.SlotWithdrawn;
import uk.onevoice.relationships.domain.SlotRejection.AlreadyDefined;
import uk.onevoice.relationships.domain.SlotRejection.AlreadyHeld;
import uk.onevoice.relationships.domain.SlotRejection.CounterpartDoesNotFit;
import uk.onevoice.relationships.domain.SlotRejection.DayInTheFuture;
import uk.onevoice.relationships.domain.SlotRejection.HeldUntil;
import uk.onevoice.relationships.domain.SlotRejection.HolderActsForTheCounterpart;
import uk.onevoice.relationships.domain.SlotRejection.HolderDoesNotActForIt;
import uk.onevoice.relationships.domain.SlotRejection.NoSuchCounterpart;
import uk.onevoice.relationships.domain.SlotRejection.NoSuchRelationship;
import uk.onevoice.relationships.domain.SlotRejection.NotABodyOfGeneralPractice;
import uk.onevoice.relationships.domain.SlotRejection.NotDefined;
import uk.onevoice.relationships.domain.SlotRejection.StillHeld;

/**
 * A key relationship that general practice of a place should have: one organisation, and the people
 * who keep in touch with it.
 */
public sealed interface Slot {
  Decider<SlotCommand, Slot, SlotEvent, SlotRejection> DECIDER =
      new Decider<>(new Absent(), Slot::decide, Slot::evolve);

  record Absent() implements Slot {}

  /**
   * @param counterparts people of the other side whom the team knows by name
   * @param linked those of them who are known to be somebody registered
   * @param deputies who is of the team without holding the slot
   */
  record Defined(
      SlotDefined terms,
      Map<RelationshipId, Relationship> relationships,
      Set<CounterpartRef> counterparts,
      Set<CounterpartRef> linked,
      Set<PersonId> deputies)
      implements Slot {
    public Defined {
      relationships = Collections.unmodifiableMap(new LinkedHashMap<>(relationships));
      counterparts = Collections.unmodifiableSet(new LinkedHashSet<>(counterparts));
      linked = Set.copyOf(linked);
      deputies = Collections.unmodifiableSet(new LinkedHashSet<>(deputies));
    }

    Defined with(Relationship relationship) {
      var now = new LinkedHashMap<>(relationships);
      now.put(relationship.relationshipId(), relationship);
      return new Defined(terms, now, counterparts, linked, deputies);
    }

    Defined change(RelationshipId id, UnaryOperator<Relationship> change) {
      @Nullable Relationship held = relationships.get(id);
      return held == null ? this : with(change.apply(held));
    }
  }

  /** For everybody it is not there until it is defined again; what was in it is kept. */
  record Withdrawn(Defined slot, LocalDate on) implements Slot {}

  static Decision<SlotEvent, SlotRejection> decide(SlotCommand command, Slot slot) {
    return switch (slot) {
      case Absent _ ->
          command instanceof Define define
              ? define(define)
              : reject(new NotDefined(command.slotId()));
      case Withdrawn(_, var on) ->
          switch (command) {
            case Define define -> define(define);
            case Withdraw withdraw when withdraw.on().equals(on) -> accept();
            default -> reject(new NotDefined(command.slotId()));
          };
      case Defined defined ->
          switch (command) {
            case Define(var id, _, _, _, _) -> reject(new AlreadyDefined(id));
            case Withdraw withdraw -> withdraw(withdraw, defined);
            case OpenRelationship open -> open(open, defined);
            case LogContact log ->
                in(defined, log.relationshipId(), held -> Talks.log(log, held, defined));
            case CorrectContact correct ->
                in(
                    defined,
                    correct.relationshipId(),
                    held -> Talks.correct(correct, held, defined));
            case WithdrawContact withdraw ->
                in(defined, withdraw.relationshipId(), held -> Talks.withdraw(withdraw, held));
            case CloseRelationship close ->
                in(defined, close.relationshipId(), held -> Talks.close(close, held));
            case PeopleCommand people -> SlotPeople.decide(people, defined);
          };
    };
  }

  private static Decision<SlotEvent, SlotRejection> define(Define wish) {
    if (!wish.organisationKinds().contains(wish.kind().counterpart())) {
      return reject(new CounterpartDoesNotFit(wish.kind(), wish.organisationId()));
    }
    return accept(
        new SlotDefined(wish.slotId(), wish.placeId(), wish.kind(), wish.organisationId()));
  }

  /** While somebody holds it, it is no mistake: the relationship is closed first. */
  private static Decision<SlotEvent, SlotRejection> withdraw(Withdraw wish, Defined slot) {
    if (slot.relationships().values().stream().anyMatch(Relationship::isLive)) {
      return reject(new StillHeld(wish.slotId()));
    }
    if (wish.on().isAfter(wish.today())) {
      return reject(new DayInTheFuture(wish.on()));
    }
    Optional<LocalDate> heldUntil =
        slot.relationships().values().stream()
            .flatMap(held -> Optional.ofNullable(held.closedOn()).stream())
            .max(LocalDate::compareTo);
    return heldUntil.filter(until -> until.isAfter(wish.on())).isPresent()
        ? reject(new HeldUntil(wish.slotId(), heldUntil.get()))
        : accept(new SlotWithdrawn(wish.slotId(), wish.on()));
  }

  private static Decision<SlotEvent, SlotRejection> open(OpenRelationship wish, Defined slot) {
    if (!wish.speaksForPractices()) {
      return reject(new NotABodyOfGeneralPractice(wish.actingFor()));
    }
    if (wish.actingFor().equals(slot.terms().organisationId())) {
      return reject(new HolderActsForTheCounterpart(wish.actingFor()));
    }
    if (!wish.holderActsForIt()) {
      return reject(new HolderDoesNotActForIt(wish.holderId(), wish.actingFor()));
    }
    for (var held : slot.relationships().values()) {
      if (held.isLive() && held.holderId().equals(wish.holderId())) {
        return reject(new AlreadyHeld(wish.holderId(), held.relationshipId()));
      }
    }
    var events = new ArrayList<SlotEvent>();
    events.add(
        new RelationshipOpened(
            wish.slotId(), wish.relationshipId(), wish.holderId(), wish.actingFor()));
    for (CounterpartRef counterpart : wish.counterparts()) {
      if (!slot.counterparts().contains(counterpart)) {
        return reject(new NoSuchCounterpart(counterpart));
      }
      events.add(new CounterpartNamed(wish.slotId(), wish.relationshipId(), counterpart));
    }
    return accept(events);
  }

  static Decision<SlotEvent, SlotRejection> in(
      Defined slot,
      RelationshipId id,
      Function<Relationship, Decision<SlotEvent, SlotRejection>> rule) {
    @Nullable Relationship held = slot.relationships().get(id);
    return held == null ? reject(new NoSuchRelationship(id)) : rule.apply(held);
  }

  static Slot evolve(Slot slot, SlotEvent event) {
    return switch (slot) {
      case Absent absent ->
          event instanceof SlotDefined defined
              ? new Defined(defined, Map.of(), Set.of(), Set.of(), Set.of())
              : absent;
      case Withdrawn(var before, _) -> event instanceof SlotDefined ? before : slot;
      case Defined defined -> evolve(defined, event);
    };
  }

  private static Slot evolve(Defined slot, SlotEvent event) {
    return switch (event) {
      case SlotDefined _ -> slot;
      case SlotWithdrawn(_, var on) -> new Withdrawn(slot, on);
      case RelationshipOpened(_, var id, var holder, var actingFor) ->
          slot.with(Relationship.opened(id, holder, actingFor));
      case ContactLogged logged ->
          slot.change(logged.relationshipId(), held -> held.withTalk(logged));
      case ContactWithdrawn(_, var id, var contact) ->
          slot.change(id, held -> held.withoutTalk(contact));
      case RelationshipClosed(_, var id, var on) -> slot.change(id, held -> held.closed(on));
      case PeopleEvent people -> SlotPeople.evolve(slot, people);
    };
  }
}
