package uk.onevoice.relationships.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import uk.onevoice.relationships.domain.Slot.Defined;
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
import uk.onevoice.testkit.DeciderRules;

class SlotTest {
  private static final SlotId ID = new SlotId(uuid(1));
  private static final PlaceId PLACE = new PlaceId(uuid(2));
  private static final RelationshipId HELD = new RelationshipId(uuid(3));
  private static final RelationshipId SECOND = new RelationshipId(uuid(4));
  private static final PersonId NADIA = new PersonId(uuid(5));
  private static final PersonId OWEN = new PersonId(uuid(6));
  private static final OrganisationId TRUST = new OrganisationId("WYVT0001");
  private static final OrganisationId FEDERATION = new OrganisationId(uuid(7).toString());
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final LocalDate TOMORROW = TODAY.plusDays(1);

  private static final SlotDefined DEFINED = new SlotDefined(ID, PLACE, SlotKind.ACUTE, TRUST);
  private static final RelationshipOpened OPENED =
      new RelationshipOpened(ID, HELD, NADIA, FEDERATION);
  private static final RelationshipClosed CLOSED = new RelationshipClosed(ID, HELD, YESTERDAY);

  private final DeciderRules<SlotCommand, Slot, SlotEvent, SlotRejection> slot =
      DeciderRules.of(Slot.DECIDER);

  @ParameterizedTest
  @CsvSource({
    "ICB, ICB",
    "ACUTE, TRUST",
    "COMMUNITY, TRUST",
    "MENTAL_HEALTH, TRUST",
    "COUNCIL_ADULT_CARE, COUNCIL",
    "COUNCIL_PUBLIC_HEALTH, COUNCIL",
    "LMC, LMC",
    "OTHER_FEDERATION, FEDERATION"
  })
  void a_slot_names_an_organisation_that_sits_in_it(SlotKind kind, OrganisationKind registered) {
    slot.given()
        .when(new Define(ID, PLACE, kind, TRUST, Set.of(registered)))
        .then(new SlotDefined(ID, PLACE, kind, TRUST));
  }

  @ParameterizedTest
  @EnumSource(value = OrganisationKind.class, names = "TRUST", mode = Mode.EXCLUDE)
  void no_other_organisation_sits_in_the_slot_of_a_trust(OrganisationKind registered) {
    slot.given()
        .when(new Define(ID, PLACE, SlotKind.ACUTE, TRUST, Set.of(registered)))
        .thenRejected(new CounterpartDoesNotFit(SlotKind.ACUTE, TRUST));
  }

  @Test
  void a_slot_is_named_after_its_place_kind_and_organisation() {
    var place = new PlaceId(uuid(101));
    var elsewhere = new PlaceId(uuid(102));
    var trust = new OrganisationId("WYVT0001");
    var slot = SlotId.of(place, SlotKind.ACUTE, trust);
    assertThat(SlotId.of(new PlaceId(uuid(101)), SlotKind.ACUTE, trust)).isEqualTo(slot);
    assertThat(
            List.of(
                SlotId.of(elsewhere, SlotKind.ACUTE, trust),
                SlotId.of(place, SlotKind.COMMUNITY, trust),
                SlotId.of(place, SlotKind.ACUTE, new OrganisationId("WYVT0002"))))
        .doesNotContain(slot);
  }

  @Test
  void an_organisation_nobody_knows_sits_in_no_slot() {
    slot.given()
        .when(new Define(ID, PLACE, SlotKind.ICB, TRUST, Set.of()))
        .thenRejected(new CounterpartDoesNotFit(SlotKind.ICB, TRUST));
  }

  @Test
  void a_slot_is_defined_once() {
    slot.given(DEFINED)
        .when(new Define(ID, PLACE, SlotKind.ACUTE, TRUST, Set.of(OrganisationKind.TRUST)))
        .thenRejected(new AlreadyDefined(ID));
  }

  @Test
  void what_was_never_defined_is_not_held() {
    slot.given().when(open(NADIA, HELD)).thenRejected(new NotDefined(ID));
    slot.given().when(contact(TODAY, true)).thenRejected(new NotDefined(ID));
    slot.given().when(close(TODAY)).thenRejected(new NotDefined(ID));
  }

  @Test
  void a_person_who_acts_for_a_body_of_general_practice_holds_it() {
    slot.given(DEFINED).when(open(NADIA, HELD)).then(OPENED);
  }

  @Test
  void nobody_holds_it_for_another_body() {
    slot.given(DEFINED)
        .when(new OpenRelationship(ID, HELD, NADIA, FEDERATION, false, true))
        .thenRejected(new NotABodyOfGeneralPractice(FEDERATION));
  }

  @Test
  void nobody_holds_it_for_a_body_in_which_they_have_no_role() {
    slot.given(DEFINED)
        .when(new OpenRelationship(ID, HELD, NADIA, FEDERATION, true, false))
        .thenRejected(new HolderDoesNotActForIt(NADIA, FEDERATION));
  }

  @Test
  void nobody_holds_it_for_the_organisation_on_the_other_side() {
    slot.given(new SlotDefined(ID, PLACE, SlotKind.OTHER_FEDERATION, FEDERATION))
        .when(open(NADIA, HELD))
        .thenRejected(new HolderActsForTheCounterpart(FEDERATION));
  }

  @Test
  void a_slot_may_have_several_holders_each_once() {
    slot.given(DEFINED, OPENED)
        .when(open(OWEN, SECOND))
        .then(new RelationshipOpened(ID, SECOND, OWEN, FEDERATION));
    slot.given(DEFINED, OPENED)
        .when(open(NADIA, SECOND))
        .thenRejected(new AlreadyHeld(NADIA, HELD));
  }

  @Test
  void whoever_gave_it_up_may_take_it_again() {
    slot.given(DEFINED, OPENED, CLOSED)
        .when(open(NADIA, SECOND))
        .then(new RelationshipOpened(ID, SECOND, NADIA, FEDERATION));
  }

  @Test
  void a_talk_is_logged_on_its_day_each_time() {
    slot.given(DEFINED, OPENED).when(contact(TODAY, true)).then(logged(TODAY, true));
    slot.given(DEFINED, OPENED, logged(TODAY, true))
        .when(contact(TODAY, true))
        .then(logged(TODAY, true));
    slot.given(DEFINED, OPENED, logged(TODAY, true))
        .when(contact(YESTERDAY, false))
        .then(logged(YESTERDAY, false));
  }

  @Test
  void no_talk_is_logged_before_it_has_taken_place() {
    slot.given(DEFINED, OPENED)
        .when(contact(TOMORROW, true))
        .thenRejected(new DayInTheFuture(TOMORROW));
  }

  @Test
  void a_talk_after_the_day_it_ended_belongs_to_no_closed_relationship() {
    slot.given(DEFINED, OPENED, CLOSED)
        .when(contact(TODAY, true))
        .thenRejected(new AlreadyClosed(HELD, YESTERDAY));
    slot.given(DEFINED, OPENED, CLOSED)
        .when(contact(YESTERDAY, true))
        .then(logged(YESTERDAY, true));
  }

  @Test
  void a_relationship_nobody_opened_is_neither_talked_in_nor_closed() {
    slot.given(DEFINED).when(contact(TODAY, true)).thenRejected(new NoSuchRelationship(HELD));
    slot.given(DEFINED).when(close(TODAY)).thenRejected(new NoSuchRelationship(HELD));
  }

  @Test
  void a_relationship_is_closed_once() {
    slot.given(DEFINED, OPENED).when(close(YESTERDAY)).then(CLOSED);
    slot.given(DEFINED, OPENED, CLOSED).when(close(YESTERDAY)).then();
    slot.given(DEFINED, OPENED, CLOSED)
        .when(close(TODAY))
        .thenRejected(new AlreadyClosed(HELD, YESTERDAY));
  }

  @Test
  void a_relationship_is_not_closed_in_advance() {
    slot.given(DEFINED, OPENED).when(close(TOMORROW)).thenRejected(new DayInTheFuture(TOMORROW));
  }

  @Test
  void a_relationship_did_not_end_before_its_last_talk() {
    slot.given(DEFINED, OPENED, logged(TODAY, false))
        .when(close(YESTERDAY))
        .thenRejected(new ContactAfterClosing(HELD, TODAY));
    slot.given(DEFINED, OPENED, logged(YESTERDAY, true)).when(close(YESTERDAY)).then(CLOSED);
  }

  @Test
  void the_last_talk_is_known_and_the_last_in_which_both_sides_spoke() {
    slot.given(DEFINED, OPENED, logged(YESTERDAY, true), logged(TODAY, false))
        .thenState(held(TODAY, YESTERDAY));
    slot.given(DEFINED, OPENED, logged(TODAY, true), logged(YESTERDAY, true))
        .thenState(held(TODAY, TODAY));
  }

  @Test
  void a_talk_may_be_about_a_topic_of_the_list_and_the_last_one_on_it_is_known() {
    UUID topic = uuid(9);
    slot.given(DEFINED, OPENED)
        .when(new LogContact(ID, HELD, TODAY, ContactKind.ASK, true, topic, TODAY))
        .then(about(topic, TODAY));
    slot.given(DEFINED, OPENED, about(topic, TODAY), about(topic, YESTERDAY))
        .thenState(held(TODAY, TODAY, Map.of(topic, TODAY)));
  }

  private static ContactLogged about(UUID topic, LocalDate on) {
    return new ContactLogged(ID, HELD, on, ContactKind.ASK, true, topic);
  }

  @Test
  void what_has_happened_is_never_refused() {
    slot.evolvesEvery(SlotEvent.class, DEFINED, OPENED, logged(TODAY, true), CLOSED);
  }

  private static Slot held(LocalDate lastContact, LocalDate lastTwoWay) {
    return held(lastContact, lastTwoWay, Map.of());
  }

  private static Slot held(
      LocalDate lastContact, LocalDate lastTwoWay, Map<UUID, LocalDate> topics) {
    return new Defined(
        DEFINED,
        Map.of(
            HELD,
            new Relationship(HELD, NADIA, FEDERATION, lastContact, lastTwoWay, null, topics)));
  }

  private static OpenRelationship open(PersonId holder, RelationshipId relationship) {
    return new OpenRelationship(ID, relationship, holder, FEDERATION, true, true);
  }

  private static LogContact contact(LocalDate on, boolean twoWay) {
    return new LogContact(ID, HELD, on, ContactKind.LISTENING, twoWay, null, TODAY);
  }

  private static CloseRelationship close(LocalDate on) {
    return new CloseRelationship(ID, HELD, on, TODAY);
  }

  private static ContactLogged logged(LocalDate on, boolean twoWay) {
    return new ContactLogged(ID, HELD, on, ContactKind.LISTENING, twoWay, null);
  }

  private static UUID uuid(int n) {
    return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
  }
}
