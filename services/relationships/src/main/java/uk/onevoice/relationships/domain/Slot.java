package uk.onevoice.relationships.domain;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.relationships.domain.SlotCommand.CloseRelationship;
import uk.onevoice.relationships.domain.SlotCommand.Define;
import uk.onevoice.relationships.domain.SlotCommand.LogContact;
import uk.onevoice.relationships.domain.SlotCommand.OpenRelationship;
import uk.onevoice.relationships.domain.SlotEvent.ContactLogged;
import uk.onevoice.relationships.domain.SlotEvent.RelationshipClosed;
import uk.onevoice.relationships.domain.SlotEvent.RelationshipOpened;
import uk.onevoice.relationships.domain.SlotEvent.SlotDefined;
import uk.onevoice.relationships.domain.SlotRejection.AlreadyClosed;
import uk.onevoice.relationships.domain.SlotRejection.AlreadyDefined;
import uk.onevoice.relationships.domain.SlotRejection.AlreadyHeld;
import uk.onevoice.relationships.domain.SlotRejection.ContactAfterClosing;
import uk.onevoice.relationships.domain.SlotRejection.CounterpartDoesNotFit;
import uk.onevoice.relationships.domain.SlotRejection.DayInTheFuture;
import uk.onevoice.relationships.domain.SlotRejection.HolderActsForTheCounterpart;
import uk.onevoice.relationships.domain.SlotRejection.HolderDoesNotActForIt;
import uk.onevoice.relationships.domain.SlotRejection.NoSuchRelationship;
import uk.onevoice.relationships.domain.SlotRejection.NotABodyOfGeneralPractice;
import uk.onevoice.relationships.domain.SlotRejection.NotDefined;

/**
 * A key relationship that general practice of a place should have: one organisation, and the people
 * who keep in touch with it.
 */
public sealed interface Slot {
  Decider<SlotCommand, Slot, SlotEvent, SlotRejection> DECIDER =
      new Decider<>(new Absent(), Slot::decide, Slot::evolve);

  record Absent() implements Slot {}

  record Defined(SlotDefined terms, Map<RelationshipId, Relationship> relationships)
      implements Slot {
    public Defined {
      relationships = Collections.unmodifiableMap(new LinkedHashMap<>(relationships));
    }
  }

  static Decision<SlotEvent, SlotRejection> decide(SlotCommand command, Slot slot) {
    return switch (slot) {
      case Absent _ ->
          switch (command) {
            case Define define -> define(define);
            case OpenRelationship(var id, _, _, _, _, _) -> reject(new NotDefined(id));
            case LogContact(var id, _, _, _, _, _, _) -> reject(new NotDefined(id));
            case CloseRelationship(var id, _, _, _) -> reject(new NotDefined(id));
          };
      case Defined defined ->
          switch (command) {
            case Define(var id, _, _, _, _) -> reject(new AlreadyDefined(id));
            case OpenRelationship open -> open(open, defined);
            case LogContact log -> in(defined, log.relationshipId(), held -> log(log, held));
            case CloseRelationship close ->
                in(defined, close.relationshipId(), held -> close(close, held));
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
    return accept(
        new RelationshipOpened(
            wish.slotId(), wish.relationshipId(), wish.holderId(), wish.actingFor()));
  }

  private static Decision<SlotEvent, SlotRejection> in(
      Defined slot,
      RelationshipId id,
      Function<Relationship, Decision<SlotEvent, SlotRejection>> rule) {
    @Nullable Relationship held = slot.relationships().get(id);
    return held == null ? reject(new NoSuchRelationship(id)) : rule.apply(held);
  }

  private static Decision<SlotEvent, SlotRejection> log(LogContact wish, Relationship held) {
    if (wish.on().isAfter(wish.today())) {
      return reject(new DayInTheFuture(wish.on()));
    }
    // A talk may be entered late, but it must have taken place while the relationship lasted.
    if (held.closedOn() != null && wish.on().isAfter(held.closedOn())) {
      return reject(new AlreadyClosed(wish.relationshipId(), held.closedOn()));
    }
    return accept(
        new ContactLogged(
            wish.slotId(),
            wish.relationshipId(),
            wish.on(),
            wish.kind(),
            wish.twoWay(),
            wish.topicId()));
  }

  private static Decision<SlotEvent, SlotRejection> close(
      CloseRelationship wish, Relationship held) {
    if (held.closedOn() != null) {
      return held.closedOn().equals(wish.on())
          ? accept()
          : reject(new AlreadyClosed(wish.relationshipId(), held.closedOn()));
    }
    if (wish.on().isAfter(wish.today())) {
      return reject(new DayInTheFuture(wish.on()));
    }
    if (held.lastContact() != null && held.lastContact().isAfter(wish.on())) {
      return reject(new ContactAfterClosing(wish.relationshipId(), held.lastContact()));
    }
    return accept(new RelationshipClosed(wish.slotId(), wish.relationshipId(), wish.on()));
  }

  static Slot evolve(Slot slot, SlotEvent event) {
    return switch (event) {
      case SlotDefined defined -> new Defined(defined, Map.of());
      case RelationshipOpened(_, var id, var holder, var actingFor) ->
          with(slot, new Relationship(id, holder, actingFor, null, null, null, Map.of()));
      case ContactLogged(_, var id, var on, _, var twoWay, var topic) ->
          change(slot, id, held -> held.withContact(on, twoWay, topic));
      case RelationshipClosed(_, var id, var on) -> change(slot, id, held -> held.closed(on));
    };
  }

  private static Slot change(Slot slot, RelationshipId id, UnaryOperator<Relationship> change) {
    return switch (slot) {
      case Absent absent -> absent;
      case Defined(_, var relationships) -> {
        @Nullable Relationship held = relationships.get(id);
        yield held == null ? slot : with(slot, change.apply(held));
      }
    };
  }

  private static Slot with(Slot slot, Relationship relationship) {
    return switch (slot) {
      case Absent absent -> absent;
      case Defined(var terms, var relationships) -> {
        var now = new LinkedHashMap<>(relationships);
        now.put(relationship.relationshipId(), relationship);
        yield new Defined(terms, now);
      }
    };
  }
}
