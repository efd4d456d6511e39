package uk.onevoice.relationships.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.relationships.domain.PeopleEvent.CounterpartNamed;
import uk.onevoice.relationships.domain.PeopleEvent.CounterpartNoted;
import uk.onevoice.relationships.domain.SlotCommand.HandOver;
import uk.onevoice.relationships.domain.SlotEvent.ContactLogged;
import uk.onevoice.relationships.domain.SlotEvent.RelationshipClosed;
import uk.onevoice.relationships.domain.SlotEvent.RelationshipOpened;
import uk.onevoice.relationships.domain.SlotEvent.SlotDefined;
import uk.onevoice.relationships.domain.SlotRejection.NoSuchRelationship;
import uk.onevoice.testkit.DeciderRules;

class HandingOverTest {
  private static final SlotId ID = new SlotId(new UUID(0, 1));
  private static final RelationshipId HELD = new RelationshipId(new UUID(0, 2));
  private static final RelationshipId NEXT = new RelationshipId(new UUID(0, 3));
  private static final RelationshipId OTHER = new RelationshipId(new UUID(0, 4));
  private static final PersonId NADIA = new PersonId(new UUID(0, 5));
  private static final PersonId OWEN = new PersonId(new UUID(0, 6));
  private static final OrganisationId FEDERATION = new OrganisationId("WYVF0001");
  private static final OrganisationId NETWORK = new OrganisationId("WYVN0001");
  private static final CounterpartRef PELLOW = new CounterpartRef(new UUID(0, 7));
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static final SlotDefined DEFINED =
      new SlotDefined(
          ID, new PlaceId(new UUID(0, 8)), SlotKind.ACUTE, new OrganisationId("WYVT0001"));
  private static final RelationshipOpened OPENED =
      new RelationshipOpened(ID, HELD, NADIA, FEDERATION);
  private static final RelationshipOpened SUCCESSOR =
      new RelationshipOpened(ID, NEXT, OWEN, NETWORK);
  private static final RelationshipClosed CLOSED = new RelationshipClosed(ID, HELD, TODAY);
  private static final CounterpartNoted NOTED = new CounterpartNoted(ID, PELLOW);
  private static final CounterpartNamed NAMED = new CounterpartNamed(ID, HELD, PELLOW);
  private static final HandOver HAND_OVER = new HandOver(ID, HELD, NEXT, OWEN, NETWORK, TODAY);

  private final DeciderRules<SlotCommand, Slot, SlotEvent, SlotRejection> slot =
      DeciderRules.of(Slot.DECIDER);

  @Test
  void the_successor_holds_the_slot_and_the_one_before_no_longer() {
    slot.given(DEFINED, OPENED).when(HAND_OVER).then(SUCCESSOR, CLOSED);
  }

  @Test
  void whom_it_is_with_goes_along() {
    slot.given(DEFINED, OPENED, NOTED, NAMED)
        .when(HAND_OVER)
        .then(SUCCESSOR, new CounterpartNamed(ID, NEXT, PELLOW), CLOSED);
  }

  @Test
  void done_again_it_changes_nothing() {
    slot.given(DEFINED, OPENED, SUCCESSOR, CLOSED).when(HAND_OVER).then();
    slot.given(DEFINED, OPENED, SUCCESSOR, CLOSED, new RelationshipClosed(ID, NEXT, TODAY))
        .when(HAND_OVER)
        .then();
  }

  @Test
  void what_was_broken_off_is_finished() {
    slot.given(DEFINED, OPENED, SUCCESSOR).when(HAND_OVER).then(CLOSED);
    slot.given(DEFINED, OPENED, CLOSED).when(HAND_OVER).then(SUCCESSOR);
  }

  @Test
  void who_holds_it_already_goes_on_in_their_own() {
    var own = new RelationshipOpened(ID, OTHER, OWEN, NETWORK);
    slot.given(DEFINED, OPENED, own, NOTED, NAMED)
        .when(new HandOver(ID, HELD, OTHER, OWEN, NETWORK, TODAY))
        .then(new CounterpartNamed(ID, OTHER, PELLOW), CLOSED);
    slot.given(DEFINED, OPENED, own, NOTED, NAMED, new CounterpartNamed(ID, OTHER, PELLOW))
        .when(HAND_OVER)
        .then(CLOSED);
  }

  @Test
  void it_does_not_end_before_the_last_talk() {
    var tomorrow = TODAY.plusDays(1);
    slot.given(
            DEFINED,
            OPENED,
            new ContactLogged(
                ID, HELD, tomorrow, ContactKind.ASK, true, null, null, null, null, null))
        .when(HAND_OVER)
        .then(SUCCESSOR, new RelationshipClosed(ID, HELD, tomorrow));
    slot.given(
            DEFINED,
            OPENED,
            new ContactLogged(
                ID, HELD, TODAY.minusDays(1), ContactKind.ASK, true, null, null, null, null, null))
        .when(HAND_OVER)
        .then(SUCCESSOR, CLOSED);
  }

  @Test
  void what_is_not_there_is_not_handed_over() {
    slot.given(DEFINED).when(HAND_OVER).thenRejected(new NoSuchRelationship(HELD));
  }
}
