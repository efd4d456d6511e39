package uk.onevoice.relationships.domain;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
import uk.onevoice.relationships.domain.Slot.Defined;
import uk.onevoice.relationships.domain.SlotCommand.CloseRelationship;
import uk.onevoice.relationships.domain.SlotCommand.CorrectContact;
import uk.onevoice.relationships.domain.SlotCommand.LogContact;
import uk.onevoice.relationships.domain.SlotCommand.Talked;
import uk.onevoice.relationships.domain.SlotCommand.WithdrawContact;
import uk.onevoice.relationships.domain.SlotEvent.ContactLogged;
import uk.onevoice.relationships.domain.SlotEvent.ContactWithdrawn;
import uk.onevoice.relationships.domain.SlotEvent.RelationshipClosed;
import uk.onevoice.relationships.domain.SlotRejection.AlreadyClosed;
import uk.onevoice.relationships.domain.SlotRejection.ContactAfterClosing;
import uk.onevoice.relationships.domain.SlotRejection.DayInTheFuture;
import uk.onevoice.relationships.domain.SlotRejection.NoSuchContact;
import uk.onevoice.relationships.domain.SlotRejection.NoSuchCounterpart;

/** The rules of a relationship's talks, and of its end. */
final class Talks {
  private Talks() {}

  static Decision<SlotEvent, SlotRejection> log(LogContact wish, Relationship held, Defined slot) {
    @Nullable SlotRejection no = no(wish.talked(), held, slot, wish.today());
    return no == null
        ? accept(logged(wish.slotId(), wish.relationshipId(), wish.contactId(), wish.talked()))
        : reject(no);
  }

  /** Who has heard of the talk hears that it was not so, and how it was: under the same id. */
  static Decision<SlotEvent, SlotRejection> correct(
      CorrectContact wish, Relationship held, Defined slot) {
    Optional<Talk> before = talk(held, wish.contactId());
    if (before.isEmpty()) {
      return reject(new NoSuchContact(wish.contactId()));
    }
    @Nullable SlotRejection no = no(wish.talked(), held, slot, wish.today());
    if (no != null) {
      return reject(no);
    }
    return accept(
        new ContactWithdrawn(wish.slotId(), wish.relationshipId(), wish.contactId()),
        logged(wish.slotId(), wish.relationshipId(), wish.contactId(), wish.talked()));
  }

  static Decision<SlotEvent, SlotRejection> withdraw(WithdrawContact wish, Relationship held) {
    return talk(held, wish.contactId()).isEmpty()
        ? reject(new NoSuchContact(wish.contactId()))
        : accept(new ContactWithdrawn(wish.slotId(), wish.relationshipId(), wish.contactId()));
  }

  private static Optional<Talk> talk(Relationship held, ContactId contact) {
    return Optional.ofNullable(held.talks().get(contact)).filter(Talk::named);
  }

  private static @Nullable SlotRejection no(
      Talked talked, Relationship held, Defined slot, LocalDate today) {
    if (talked.on().isAfter(today)) {
      return new DayInTheFuture(talked.on());
    }
    // A talk may be entered late, but it must have taken place while the relationship lasted.
    if (held.closedOn() != null && talked.on().isAfter(held.closedOn())) {
      return new AlreadyClosed(held.relationshipId(), held.closedOn());
    }
    return talked.counterparts().stream()
        .filter(counterpart -> !slot.counterparts().contains(counterpart))
        .findFirst()
        .map(NoSuchCounterpart::new)
        .orElse(null);
  }

  private static ContactLogged logged(
      SlotId slot, RelationshipId relationship, ContactId contact, Talked talked) {
    return new ContactLogged(
        slot,
        relationship,
        talked.on(),
        talked.kind(),
        talked.twoWay(),
        talked.topicId(),
        contact,
        talked.counterparts().isEmpty() ? null : talked.counterparts(),
        talked.wordsRef(),
        talked.minutes());
  }

  static Decision<SlotEvent, SlotRejection> close(CloseRelationship wish, Relationship held) {
    if (held.closedOn() != null) {
      return held.closedOn().equals(wish.on())
          ? accept()
          : reject(new AlreadyClosed(wish.relationshipId(), held.closedOn()));
    }
    if (wish.on().isAfter(wish.today())) {
      return reject(new DayInTheFuture(wish.on()));
    }
    Optional<LocalDate> last = held.lastContact();
    if (last.isPresent() && last.get().isAfter(wish.on())) {
      return reject(new ContactAfterClosing(wish.relationshipId(), last.get()));
    }
    return accept(new RelationshipClosed(wish.slotId(), wish.relationshipId(), wish.on()));
  }
}
