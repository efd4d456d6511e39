package uk.onevoice.relationships.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.relationships.domain.PeopleEvent.CounterpartNoted;
import uk.onevoice.relationships.domain.PeopleEvent.TeamMemberAdded;
import uk.onevoice.relationships.domain.PeopleEvent.TeamMemberRemoved;
import uk.onevoice.relationships.domain.SlotEvent.RelationshipClosed;
import uk.onevoice.relationships.domain.SlotEvent.RelationshipOpened;

/** Moments are the places of the events in the order in which they are given: 1, 2, 3 … */
class TeamHistoryTest {
  private static final SlotId ID = new SlotId(uuid(1));
  private static final PersonId NADIA = new PersonId(uuid(5));
  private static final PersonId OWEN = new PersonId(uuid(6));
  private static final PersonId OWEN_TOO = new PersonId(uuid(7));
  private static final PersonId COLM = new PersonId(uuid(8));
  private static final RelationshipId FIRST = new RelationshipId(uuid(11));
  private static final RelationshipId SECOND = new RelationshipId(uuid(12));
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  /** Something that happens to the slot and to nobody's being of its team. */
  private static final SlotEvent ELSE = new CounterpartNoted(ID, new CounterpartRef(uuid(21)));

  @Test
  void an_opinion_is_its_authors_own_for_good() {
    var history = given(holds(NADIA, FIRST), ELSE, closed(FIRST));
    assertThat(history.opens(2, Set.of(NADIA), Set.of(NADIA))).isTrue();
    assertThat(history.opens(4, Set.of(NADIA), Set.of(NADIA))).isTrue();
    assertThat(history.opens(2, Set.of(OWEN, OWEN_TOO), Set.of(COLM, OWEN_TOO))).isTrue();
  }

  @Test
  void who_was_of_the_team_when_it_was_written_reads_it_then_and_after() {
    var history =
        given(holds(NADIA, FIRST), holds(OWEN, SECOND), ELSE, closed(FIRST), ELSE, closed(SECOND));
    assertThat(history.opens(3, Set.of(NADIA), Set.of(OWEN))).isTrue();
    assertThat(history.opens(2, Set.of(NADIA), Set.of(OWEN))).as("as they came").isTrue();
    assertThat(history.opens(1, Set.of(NADIA), Set.of(OWEN))).as("before").isFalse();
    assertThat(history.opens(5, Set.of(COLM), Set.of(OWEN))).as("nobody's").isTrue();
    assertThat(history.opens(6, Set.of(COLM), Set.of(OWEN))).as("as they left").isFalse();
    assertThat(history.opens(3, Set.of(NADIA), Set.of(COLM))).as("never there").isFalse();
  }

  @Test
  void whom_the_team_lets_in_while_its_author_is_there_reads_what_they_wrote_before() {
    var history = given(holds(NADIA, FIRST), ELSE, added(OWEN), closed(FIRST), ELSE);
    assertThat(history.opens(2, Set.of(NADIA), Set.of(OWEN))).isTrue();
    assertThat(history.opens(5, Set.of(OWEN), Set.of(NADIA))).as("after one left").isFalse();
  }

  @Test
  void whom_the_team_lets_in_after_its_author_left_does_not() {
    var history = given(holds(NADIA, FIRST), added(COLM), ELSE, closed(FIRST), added(OWEN));
    assertThat(history.opens(3, Set.of(NADIA), Set.of(OWEN))).isFalse();
    assertThat(history.opens(3, Set.of(NADIA), Set.of(COLM))).isTrue();
    assertThat(history.opens(3, Set.of(COLM), Set.of(OWEN))).as("still there").isTrue();
    // As they left: the same moment is too late.
    var atOnce =
        TeamHistory.NONE
            .after(1, holds(NADIA, FIRST))
            .after(3, closed(FIRST))
            .after(3, added(OWEN));
    assertThat(atOnce.opens(2, Set.of(NADIA), Set.of(OWEN))).isFalse();
  }

  @Test
  void who_takes_an_emptied_slot_anew_does_not() {
    var history = given(holds(NADIA, FIRST), ELSE, closed(FIRST), holds(OWEN, SECOND), ELSE);
    assertThat(history.opens(2, Set.of(NADIA), Set.of(OWEN))).isFalse();
  }

  @Test
  void who_takes_it_over_does_not_though_one_begins_before_the_other_ends() {
    var history = given(holds(NADIA, FIRST), ELSE, holds(OWEN, SECOND), closed(FIRST));
    assertThat(history.opens(2, Set.of(NADIA), Set.of(OWEN))).isFalse();
  }

  @Test
  void who_holds_it_beside_its_author_reads_what_is_written_from_then_on() {
    var history = given(holds(NADIA, FIRST), ELSE, holds(OWEN, SECOND), ELSE, added(OWEN), ELSE);
    assertThat(history.opens(2, Set.of(NADIA), Set.of(OWEN)))
        .as("nor by making themself a deputy")
        .isFalse();
    assertThat(history.opens(4, Set.of(NADIA), Set.of(OWEN))).isTrue();
    assertThat(history.opens(2, Set.of(NADIA), Set.of(OWEN, OWEN_TOO))).isFalse();
  }

  @Test
  void a_deputy_who_takes_over_was_let_in_before() {
    var history = given(holds(NADIA, FIRST), ELSE, added(OWEN), holds(OWEN, SECOND), closed(FIRST));
    assertThat(history.opens(2, Set.of(NADIA), Set.of(OWEN))).isTrue();
  }

  @Test
  void an_author_who_stays_as_something_else_has_not_left() {
    var history =
        given(holds(NADIA, FIRST), ELSE, added(NADIA), closed(FIRST), added(OWEN), removed(NADIA));
    assertThat(history.opens(2, Set.of(NADIA), Set.of(OWEN))).isTrue();
    var touching =
        TeamHistory.NONE
            .after(1, holds(NADIA, FIRST))
            .after(3, closed(FIRST))
            .after(3, holds(NADIA, SECOND))
            .after(4, added(OWEN));
    assertThat(touching.opens(2, Set.of(NADIA), Set.of(OWEN))).isTrue();
    var gap = given(holds(NADIA, FIRST), closed(FIRST), holds(NADIA, SECOND), added(OWEN));
    assertThat(gap.opens(1, Set.of(NADIA), Set.of(OWEN))).isFalse();
    assertThat(gap.opens(3, Set.of(NADIA), Set.of(OWEN))).isTrue();
  }

  @Test
  void a_shorter_stay_within_a_longer_one_ends_nothing() {
    var history = given(holds(NADIA, FIRST), added(NADIA), removed(NADIA), ELSE, added(OWEN));
    assertThat(history.opens(1, Set.of(NADIA), Set.of(OWEN))).isTrue();
    assertThat(history.opens(4, Set.of(OWEN), Set.of(NADIA))).isTrue();
  }

  @Test
  void who_comes_back_reads_nothing_of_the_time_between() {
    var history =
        given(
            holds(NADIA, FIRST),
            added(OWEN),
            removed(OWEN),
            ELSE,
            closed(FIRST),
            added(OWEN),
            removed(OWEN));
    assertThat(history.opens(4, Set.of(NADIA), Set.of(OWEN))).isFalse();
    assertThat(history.opens(2, Set.of(NADIA), Set.of(OWEN))).isTrue();
  }

  @Test
  void what_ends_is_theirs_and_once() {
    var history =
        given(holds(NADIA, FIRST), added(OWEN), added(COLM), closed(SECOND), removed(COLM));
    assertThat(history.stays())
        .containsExactly(
            new TeamHistory.Stay(NADIA, FIRST, 1, Long.MAX_VALUE),
            new TeamHistory.Stay(OWEN, null, 2, Long.MAX_VALUE),
            new TeamHistory.Stay(COLM, null, 3, 5));
    assertThat(history.after(6, removed(NADIA))).as("holds it").isEqualTo(history);
    assertThat(history.after(6, removed(COLM))).as("long gone").isEqualTo(history);
    assertThat(history.after(6, ELSE)).isEqualTo(history);
  }

  private static TeamHistory given(SlotEvent... events) {
    var history = TeamHistory.NONE;
    for (int i = 0; i < events.length; i++) {
      history = history.after(i + 1, events[i]);
    }
    return history;
  }

  private static SlotEvent holds(PersonId person, RelationshipId relationship) {
    return new RelationshipOpened(ID, relationship, person, new OrganisationId(uuid(9).toString()));
  }

  private static SlotEvent closed(RelationshipId relationship) {
    return new RelationshipClosed(ID, relationship, TODAY);
  }

  private static SlotEvent added(PersonId person) {
    return new TeamMemberAdded(ID, person);
  }

  private static SlotEvent removed(PersonId person) {
    return new TeamMemberRemoved(ID, person);
  }

  private static UUID uuid(int number) {
    return new UUID(0, number);
  }
}
