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
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.PeopleEvent.CounterpartLeft;
import uk.onevoice.relationships.domain.PeopleEvent.CounterpartLinked;
import uk.onevoice.relationships.domain.PeopleEvent.CounterpartNamed;
import uk.onevoice.relationships.domain.PeopleEvent.CounterpartNoted;
import uk.onevoice.relationships.domain.PeopleEvent.CounterpartRevised;
import uk.onevoice.relationships.domain.PeopleEvent.CounterpartUnlinked;
import uk.onevoice.relationships.domain.PeopleEvent.TeamMemberAdded;
import uk.onevoice.relationships.domain.PeopleEvent.TeamMemberRemoved;
import uk.onevoice.relationships.domain.Slot.Defined;
import uk.onevoice.relationships.domain.SlotCommand.CloseRelationship;
import uk.onevoice.relationships.domain.SlotCommand.CorrectContact;
import uk.onevoice.relationships.domain.SlotCommand.Define;
import uk.onevoice.relationships.domain.SlotCommand.LogContact;
import uk.onevoice.relationships.domain.SlotCommand.OpenRelationship;
import uk.onevoice.relationships.domain.SlotCommand.Talked;
import uk.onevoice.relationships.domain.SlotCommand.Withdraw;
import uk.onevoice.relationships.domain.SlotCommand.WithdrawContact;
import uk.onevoice.relationships.domain.SlotEvent.ContactLogged;
import uk.onevoice.relationships.domain.SlotEvent.ContactWithdrawn;
import uk.onevoice.relationships.domain.SlotEvent.RelationshipClosed;
import uk.onevoice.relationships.domain.SlotEvent.RelationshipOpened;
import uk.onevoice.relationships.domain.SlotEvent.SlotDefined;
import uk.onevoice.relationships.domain.SlotEvent.SlotWithdrawn;
import uk.onevoice.relationships.domain.SlotRejection.AlreadyClosed;
import uk.onevoice.relationships.domain.SlotRejection.AlreadyDefined;
import uk.onevoice.relationships.domain.SlotRejection.AlreadyHeld;
import uk.onevoice.relationships.domain.SlotRejection.ContactAfterClosing;
import uk.onevoice.relationships.domain.SlotRejection.CounterpartDoesNotFit;
import uk.onevoice.relationships.domain.SlotRejection.DayInTheFuture;
import uk.onevoice.relationships.domain.SlotRejection.HeldUntil;
import uk.onevoice.relationships.domain.SlotRejection.HolderActsForTheCounterpart;
import uk.onevoice.relationships.domain.SlotRejection.HolderDoesNotActForIt;
import uk.onevoice.relationships.domain.SlotRejection.NoSuchContact;
import uk.onevoice.relationships.domain.SlotRejection.NoSuchCounterpart;
import uk.onevoice.relationships.domain.SlotRejection.NoSuchRelationship;
import uk.onevoice.relationships.domain.SlotRejection.NotABodyOfGeneralPractice;
import uk.onevoice.relationships.domain.SlotRejection.NotDefined;
import uk.onevoice.relationships.domain.SlotRejection.StillHeld;
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

  private static final ContactId TALK = new ContactId(uuid(10));
  private static final CounterpartRef PELLOW = new CounterpartRef(uuid(11));
  private static final WordsRef WORDS = new WordsRef(uuid(12));
  private static final CounterpartNoted NOTED = new CounterpartNoted(ID, PELLOW);

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
        .when(new OpenRelationship(ID, HELD, NADIA, FEDERATION, List.of(), false, true))
        .thenRejected(new NotABodyOfGeneralPractice(FEDERATION));
  }

  @Test
  void nobody_holds_it_for_a_body_in_which_they_have_no_role() {
    slot.given(DEFINED)
        .when(new OpenRelationship(ID, HELD, NADIA, FEDERATION, List.of(), true, false))
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
    Relationship later = folded(DEFINED, OPENED, unnamed(YESTERDAY, true), unnamed(TODAY, false));
    assertThat(later.lastContact()).contains(TODAY);
    assertThat(later.lastTwoWayContact()).contains(YESTERDAY);
    Relationship late = folded(DEFINED, OPENED, unnamed(TODAY, true), unnamed(YESTERDAY, true));
    assertThat(late.lastContact()).contains(TODAY);
    assertThat(late.lastTwoWayContact()).contains(TODAY);
    assertThat(folded(DEFINED, OPENED).lastContact()).isEmpty();
  }

  @Test
  void a_talk_may_be_about_a_topic_of_the_list_and_the_last_one_on_it_is_known() {
    UUID topic = uuid(9);
    slot.given(DEFINED, OPENED)
        .when(new LogContact(ID, HELD, TALK, talked(TODAY, ContactKind.ASK, true, topic), TODAY))
        .then(about(topic, TODAY));
    assertThat(folded(DEFINED, OPENED, unnamed(topic, TODAY), unnamed(topic, YESTERDAY)).topics())
        .isEqualTo(Map.of(topic, TODAY));
  }

  private static ContactLogged about(UUID topic, LocalDate on) {
    return new ContactLogged(ID, HELD, on, ContactKind.ASK, true, topic, TALK, null, null, null);
  }

  /** As they were logged before talks had ids. */
  private static ContactLogged unnamed(LocalDate on, boolean twoWay) {
    return new ContactLogged(
        ID, HELD, on, ContactKind.LISTENING, twoWay, null, null, null, null, null);
  }

  private static ContactLogged unnamed(UUID topic, LocalDate on) {
    return new ContactLogged(ID, HELD, on, ContactKind.ASK, true, topic, null, null, null, null);
  }

  @Test
  void a_talk_is_corrected_under_its_id_or_withdrawn() {
    slot.given(DEFINED, OPENED, logged(TODAY, true))
        .when(
            new CorrectContact(
                ID, HELD, TALK, talked(YESTERDAY, ContactKind.ASK, true, null), TODAY))
        .then(
            new ContactWithdrawn(ID, HELD, TALK),
            new ContactLogged(
                ID, HELD, YESTERDAY, ContactKind.ASK, true, null, TALK, null, null, null));
    slot.given(DEFINED, OPENED, logged(TODAY, true))
        .when(new WithdrawContact(ID, HELD, TALK))
        .then(new ContactWithdrawn(ID, HELD, TALK));
    assertThat(
            folded(DEFINED, OPENED, logged(TODAY, true), new ContactWithdrawn(ID, HELD, TALK))
                .talks())
        .isEmpty();
  }

  @Test
  void a_talk_that_is_not_there_or_has_no_id_is_not_changed() {
    slot.given(DEFINED, OPENED)
        .when(new WithdrawContact(ID, HELD, TALK))
        .thenRejected(new NoSuchContact(TALK));
    slot.given(DEFINED, OPENED)
        .when(new CorrectContact(ID, HELD, TALK, talked(TODAY, ContactKind.ASK, true, null), TODAY))
        .thenRejected(new NoSuchContact(TALK));
    ContactId derived =
        folded(DEFINED, OPENED, unnamed(TODAY, true)).talks().keySet().iterator().next();
    slot.given(DEFINED, OPENED, unnamed(TODAY, true))
        .when(new WithdrawContact(ID, HELD, derived))
        .thenRejected(new NoSuchContact(derived));
  }

  @Test
  void a_correction_is_held_to_the_same_rules() {
    slot.given(DEFINED, OPENED, logged(TODAY, true))
        .when(
            new CorrectContact(
                ID, HELD, TALK, talked(TOMORROW, ContactKind.ASK, true, null), TODAY))
        .thenRejected(new DayInTheFuture(TOMORROW));
  }

  @Test
  void a_talk_is_with_people_whom_the_team_knows() {
    var with = new Talked(TODAY, ContactKind.SOCIAL, true, null, List.of(PELLOW), WORDS, 20);
    slot.given(DEFINED, OPENED)
        .when(new LogContact(ID, HELD, TALK, with, TODAY))
        .thenRejected(new NoSuchCounterpart(PELLOW));
    slot.given(DEFINED, OPENED, NOTED)
        .when(new LogContact(ID, HELD, TALK, with, TODAY))
        .then(
            new ContactLogged(
                ID, HELD, TODAY, ContactKind.SOCIAL, true, null, TALK, List.of(PELLOW), WORDS, 20));
  }

  @Test
  void a_slot_nobody_holds_is_taken_back_and_defined_again_with_all_that_was_in_it() {
    var withdrawn = new SlotWithdrawn(ID, TODAY);
    slot.given(DEFINED).when(new Withdraw(ID, TODAY, TODAY)).then(withdrawn);
    slot.given(DEFINED, OPENED)
        .when(new Withdraw(ID, TODAY, TODAY))
        .thenRejected(new StillHeld(ID));
    slot.given(DEFINED, OPENED, CLOSED)
        .when(new Withdraw(ID, YESTERDAY.minusDays(1), TODAY))
        .thenRejected(new HeldUntil(ID, YESTERDAY));
    slot.given(DEFINED, OPENED, CLOSED)
        .when(new Withdraw(ID, YESTERDAY, TODAY))
        .then(new SlotWithdrawn(ID, YESTERDAY));
    slot.given(DEFINED)
        .when(new Withdraw(ID, TOMORROW, TODAY))
        .thenRejected(new DayInTheFuture(TOMORROW));
    slot.given(DEFINED, withdrawn).when(new Withdraw(ID, TODAY, TODAY)).then();
    slot.given(DEFINED, withdrawn)
        .when(new Withdraw(ID, YESTERDAY, TODAY))
        .thenRejected(new NotDefined(ID));
    slot.given(DEFINED, withdrawn).when(open(NADIA, HELD)).thenRejected(new NotDefined(ID));
    slot.given(DEFINED, withdrawn)
        .when(new Define(ID, PLACE, SlotKind.ACUTE, TRUST, Set.of(OrganisationKind.TRUST)))
        .then(DEFINED);
    assertThat(folded(DEFINED, OPENED, CLOSED, withdrawn, DEFINED).closedOn()).isEqualTo(YESTERDAY);
  }

  @Test
  void the_lmc_and_other_federations_are_peers() {
    assertThat(
            java.util.Arrays.stream(SlotKind.values())
                .filter(kind -> kind.relation() == Relation.PEER))
        .containsExactly(SlotKind.LMC, SlotKind.OTHER_FEDERATION);
  }

  @Test
  void what_has_happened_is_never_refused() {
    slot.evolvesEvery(
        SlotEvent.class,
        DEFINED,
        OPENED,
        logged(TODAY, true),
        new ContactWithdrawn(ID, HELD, TALK),
        NOTED,
        new CounterpartRevised(ID, PELLOW),
        new CounterpartLinked(ID, PELLOW),
        new CounterpartUnlinked(ID, PELLOW),
        new CounterpartNamed(ID, HELD, PELLOW),
        new CounterpartLeft(ID, HELD, PELLOW, TODAY),
        new TeamMemberAdded(ID, OWEN),
        new TeamMemberRemoved(ID, OWEN),
        CLOSED,
        new SlotWithdrawn(ID, TODAY));
  }

  private static Relationship folded(SlotEvent... events) {
    Slot slot = new Slot.Absent();
    for (SlotEvent event : events) {
      slot = Slot.evolve(slot, event);
    }
    return ((Defined) slot).relationships().get(HELD);
  }

  private static Talked talked(LocalDate on, ContactKind kind, boolean twoWay, UUID topic) {
    return new Talked(on, kind, twoWay, topic, List.of(), null, null);
  }

  private static OpenRelationship open(PersonId holder, RelationshipId relationship) {
    return new OpenRelationship(ID, relationship, holder, FEDERATION, List.of(), true, true);
  }

  private static LogContact contact(LocalDate on, boolean twoWay) {
    return new LogContact(ID, HELD, TALK, talked(on, ContactKind.LISTENING, twoWay, null), TODAY);
  }

  private static CloseRelationship close(LocalDate on) {
    return new CloseRelationship(ID, HELD, on, TODAY);
  }

  private static ContactLogged logged(LocalDate on, boolean twoWay) {
    return new ContactLogged(
        ID, HELD, on, ContactKind.LISTENING, twoWay, null, TALK, null, null, null);
  }

  private static UUID uuid(int n) {
    return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
  }
}
