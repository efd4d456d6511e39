package uk.onevoice.relationships.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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
import uk.onevoice.relationships.domain.SlotCommand.OpenRelationship;
import uk.onevoice.relationships.domain.SlotEvent.RelationshipClosed;
import uk.onevoice.relationships.domain.SlotEvent.RelationshipOpened;
import uk.onevoice.relationships.domain.SlotEvent.SlotDefined;
import uk.onevoice.relationships.domain.SlotRejection.AlreadyClosed;
import uk.onevoice.relationships.domain.SlotRejection.AlreadyLinked;
import uk.onevoice.relationships.domain.SlotRejection.DayInTheFuture;
import uk.onevoice.relationships.domain.SlotRejection.MemberActsForTheCounterpart;
import uk.onevoice.relationships.domain.SlotRejection.MemberNotOfThePlace;
import uk.onevoice.relationships.domain.SlotRejection.NoSuchCounterpart;
import uk.onevoice.relationships.domain.SlotRejection.NoSuchRelationship;
import uk.onevoice.relationships.domain.SlotRejection.NotLinked;
import uk.onevoice.relationships.policy.Team;
import uk.onevoice.testkit.DeciderRules;

class SlotPeopleTest {
  private static final SlotId ID = new SlotId(uuid(1));
  private static final RelationshipId HELD = new RelationshipId(uuid(3));
  private static final PersonId NADIA = new PersonId(uuid(5));
  private static final PersonId OWEN = new PersonId(uuid(6));
  private static final CounterpartRef PELLOW = new CounterpartRef(uuid(7));
  private static final CounterpartRef OAKENSEA = new CounterpartRef(uuid(8));
  private static final OrganisationId FEDERATION = new OrganisationId(uuid(9).toString());
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final SlotDefined DEFINED =
      new SlotDefined(ID, new PlaceId(uuid(2)), SlotKind.ACUTE, new OrganisationId("WYVT0001"));
  private static final RelationshipOpened OPENED =
      new RelationshipOpened(ID, HELD, NADIA, FEDERATION);
  private static final CounterpartNoted NOTED = new CounterpartNoted(ID, PELLOW);
  private static final CounterpartNamed NAMED = new CounterpartNamed(ID, HELD, PELLOW);
  private static final TeamMemberAdded ADDED = new TeamMemberAdded(ID, OWEN);

  private final DeciderRules<SlotCommand, Slot, SlotEvent, SlotRejection> slot =
      DeciderRules.of(Slot.DECIDER);

  @Test
  void somebody_is_noted_once_and_revised_after() {
    slot.given(DEFINED).when(new NoteCounterpart(ID, PELLOW)).then(NOTED);
    slot.given(DEFINED, NOTED).when(new NoteCounterpart(ID, PELLOW)).then();
    slot.given(DEFINED, NOTED)
        .when(new ReviseCounterpart(ID, PELLOW))
        .then(new CounterpartRevised(ID, PELLOW));
    slot.given(DEFINED, NOTED)
        .when(new ReviseCounterpart(ID, OAKENSEA))
        .thenRejected(new NoSuchCounterpart(OAKENSEA));
  }

  @Test
  void somebody_is_linked_once() {
    var linked = new CounterpartLinked(ID, PELLOW);
    slot.given(DEFINED, NOTED).when(new LinkCounterpart(ID, PELLOW)).then(linked);
    slot.given(DEFINED, NOTED, linked)
        .when(new LinkCounterpart(ID, PELLOW))
        .thenRejected(new AlreadyLinked(PELLOW));
    slot.given(DEFINED, NOTED)
        .when(new LinkCounterpart(ID, OAKENSEA))
        .thenRejected(new NoSuchCounterpart(OAKENSEA));
  }

  @Test
  void a_link_to_the_wrong_person_is_undone_and_made_again() {
    var linked = new CounterpartLinked(ID, PELLOW);
    var unlinked = new CounterpartUnlinked(ID, PELLOW);
    slot.given(DEFINED, NOTED, linked).when(new UnlinkCounterpart(ID, PELLOW)).then(unlinked);
    slot.given(DEFINED, NOTED)
        .when(new UnlinkCounterpart(ID, PELLOW))
        .thenRejected(new NotLinked(PELLOW));
    slot.given(DEFINED, NOTED, linked)
        .when(new UnlinkCounterpart(ID, OAKENSEA))
        .thenRejected(new NotLinked(OAKENSEA));
    slot.given(DEFINED, NOTED, linked, unlinked)
        .when(new UnlinkCounterpart(ID, PELLOW))
        .thenRejected(new NotLinked(PELLOW));
    slot.given(DEFINED, NOTED, linked, unlinked).when(new LinkCounterpart(ID, PELLOW)).then(linked);
  }

  @Test
  void a_relationship_is_with_people_who_are_known_and_several_of_them() {
    slot.given(DEFINED, NOTED, OPENED).when(new NameCounterpart(ID, HELD, PELLOW)).then(NAMED);
    slot.given(DEFINED, NOTED, OPENED, NAMED).when(new NameCounterpart(ID, HELD, PELLOW)).then();
    slot.given(DEFINED, NOTED, OPENED)
        .when(new NameCounterpart(ID, HELD, OAKENSEA))
        .thenRejected(new NoSuchCounterpart(OAKENSEA));
    slot.given(DEFINED, NOTED)
        .when(new NameCounterpart(ID, HELD, PELLOW))
        .thenRejected(new NoSuchRelationship(HELD));
    slot.given(DEFINED, NOTED, OPENED, new RelationshipClosed(ID, HELD, YESTERDAY))
        .when(new NameCounterpart(ID, HELD, PELLOW))
        .thenRejected(new AlreadyClosed(HELD, YESTERDAY));
    Relationship both =
        folded(
                DEFINED,
                NOTED,
                new CounterpartNoted(ID, OAKENSEA),
                OPENED,
                NAMED,
                new CounterpartNamed(ID, HELD, OAKENSEA))
            .relationships()
            .get(HELD);
    assertThat(both.counterparts()).containsExactly(PELLOW, OAKENSEA);
  }

  @Test
  void it_may_be_opened_with_them() {
    slot.given(DEFINED, NOTED).when(open(PELLOW)).then(OPENED, NAMED);
    slot.given(DEFINED, NOTED).when(open(OAKENSEA)).thenRejected(new NoSuchCounterpart(OAKENSEA));
  }

  @Test
  void who_left_is_remembered_with_the_day_and_may_come_back() {
    var left = new CounterpartLeft(ID, HELD, PELLOW, YESTERDAY);
    slot.given(DEFINED, NOTED, OPENED, NAMED).when(leaves(YESTERDAY)).then(left);
    slot.given(DEFINED, NOTED, OPENED, NAMED)
        .when(leaves(TODAY.plusDays(1)))
        .thenRejected(new DayInTheFuture(TODAY.plusDays(1)));
    slot.given(DEFINED, NOTED, OPENED, NAMED, left).when(leaves(YESTERDAY)).then();
    slot.given(DEFINED, NOTED, OPENED, NAMED, left)
        .when(leaves(TODAY))
        .thenRejected(new NoSuchCounterpart(PELLOW));
    Relationship gone = folded(DEFINED, NOTED, OPENED, NAMED, left).relationships().get(HELD);
    assertThat(gone.counterparts()).isEmpty();
    assertThat(gone.before()).containsEntry(PELLOW, YESTERDAY);
    Relationship back =
        folded(DEFINED, NOTED, OPENED, NAMED, left, NAMED).relationships().get(HELD);
    assertThat(back.counterparts()).containsExactly(PELLOW);
    assertThat(back.before()).isEmpty();
  }

  @Test
  void a_deputy_is_of_the_place_and_not_of_the_other_side() {
    slot.given(DEFINED).when(new AddTeamMember(ID, OWEN, true, false)).then(ADDED);
    slot.given(DEFINED, ADDED).when(new AddTeamMember(ID, OWEN, true, false)).then();
    slot.given(DEFINED)
        .when(new AddTeamMember(ID, OWEN, false, false))
        .thenRejected(new MemberNotOfThePlace(OWEN));
    slot.given(DEFINED)
        .when(new AddTeamMember(ID, OWEN, true, true))
        .thenRejected(new MemberActsForTheCounterpart(OWEN));
    slot.given(DEFINED, ADDED)
        .when(new RemoveTeamMember(ID, OWEN))
        .then(new TeamMemberRemoved(ID, OWEN));
    slot.given(DEFINED).when(new RemoveTeamMember(ID, OWEN)).then();
  }

  @Test
  void the_team_is_who_holds_the_slot_today_and_their_deputies() {
    Team team = Team.of(folded(DEFINED, OPENED, ADDED));
    assertThat(team).isEqualTo(new Team(Set.of(NADIA), Set.of(OWEN)));
    assertThat(team.has(Set.of(NADIA))).isTrue();
    assertThat(team.has(Set.of(new PersonId(uuid(99)), OWEN))).isTrue();
    assertThat(team.has(Set.of(new PersonId(uuid(99))))).isFalse();
    Team later = Team.of(folded(DEFINED, OPENED, ADDED, new RelationshipClosed(ID, HELD, TODAY)));
    assertThat(later.has(Set.of(NADIA))).isFalse();
    assertThat(later.has(Set.of(OWEN))).isTrue();
    assertThat(Team.of(folded(DEFINED, ADDED, new TeamMemberRemoved(ID, OWEN))).has(Set.of(OWEN)))
        .isFalse();
  }

  private static Defined folded(SlotEvent... events) {
    Slot folded = new Slot.Absent();
    for (SlotEvent event : events) {
      folded = Slot.evolve(folded, event);
    }
    return (Defined) folded;
  }

  private static OpenRelationship open(CounterpartRef with) {
    return new OpenRelationship(ID, HELD, NADIA, FEDERATION, List.of(with), true, true);
  }

  private static CounterpartLeaves leaves(LocalDate on) {
    return new CounterpartLeaves(ID, HELD, PELLOW, on, TODAY);
  }

  private static UUID uuid(int n) {
    return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
  }
}
