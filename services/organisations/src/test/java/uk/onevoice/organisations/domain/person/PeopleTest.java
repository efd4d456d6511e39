package uk.onevoice.organisations.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.person.People.Held;
import uk.onevoice.organisations.domain.person.People.Whole;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonErased;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonMergeUndone;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonMerged;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonRegistered;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleAppointed;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleEnded;
import uk.onevoice.organisations.domain.person.PersonEvent.WorkContactSet;

class PeopleTest {
  private static final PersonId ONE = person(1);
  private static final PersonId TWO = person(2);
  private static final PersonId THREE = person(3);
  private static final OrganisationId BODY = new OrganisationId(new UUID(0, 9).toString());
  private static final LocalDate START = LocalDate.of(2026, 4, 1);

  private final People people = new People();

  @Test
  void roles_of_merged_records_are_those_of_the_one_that_stands_and_return_when_it_is_undone() {
    registered(ONE, TWO, THREE);
    appointed(ONE, 11, Role.FEDERATION_LEAD);
    appointed(TWO, 12, Role.LMC_OFFICER);
    appointed(THREE, 13, Role.ICB_GP_LEAD);
    var before = people.all();

    people.apply(ONE, new PersonMerged(ONE, TWO));
    people.apply(TWO, new PersonMerged(TWO, THREE));

    assertThat(people.standing(ONE)).isEqualTo(THREE);
    assertThat(people.whole(ONE)).isEmpty();
    assertThat(people.all())
        .singleElement()
        .satisfies(whole -> {
          assertThat(whole.id()).isEqualTo(THREE);
          assertThat(whole.holdings())
              .extracting(Held::record)
              .containsExactlyInAnyOrder(ONE, TWO, THREE);
        });

    assertThat(people.otherRecords(TWO)).containsExactlyInAnyOrder(ONE, THREE);

    people.apply(TWO, new PersonMergeUndone(TWO, THREE));
    assertThat(people.standing(ONE)).isEqualTo(TWO);
    people.apply(ONE, new PersonMergeUndone(ONE, TWO));
    assertThat(people.all()).isEqualTo(before);
  }

  @Test
  void what_two_records_hold_at_one_body_at_one_time_is_held_twice() {
    registered(ONE, TWO, THREE);
    appointed(ONE, 11, Role.FEDERATION_LEAD);
    appointed(TWO, 12, Role.LMC_OFFICER);
    appointed(THREE, 13, Role.FEDERATION_LEAD);
    assertThat(people.heldTwice(ONE, TWO)).isEmpty();
    assertThat(people.heldTwice(ONE, THREE)).extracting(Held::id).containsExactly(holding(11));

    people.apply(ONE, new PersonMerged(ONE, TWO));
    assertThat(people.heldElsewhere(TWO)).extracting(Held::id).containsExactly(holding(11));
    assertThat(people.heldTwice(TWO, THREE)).extracting(Held::id).containsExactly(holding(11));

    people.apply(
        ONE, new RoleEnded(holding(11), ONE, START, Role.FEDERATION_LEAD, BODY, null, null));
    assertThat(people.heldTwice(TWO, THREE)).isEmpty();
  }

  @Test
  void all_records_of_somebody_are_known_after_one_of_them_was_erased() {
    registered(ONE, TWO, THREE);
    people.apply(ONE, new PersonMerged(ONE, TWO));
    people.apply(TWO, new PersonMerged(TWO, THREE));
    people.apply(TWO, new PersonErased(TWO));
    assertThat(people.records(ONE)).containsExactly(THREE, ONE, TWO);
    assertThat(people.otherRecords(THREE)).containsExactly(ONE, TWO);
  }

  @Test
  void a_hand_over_is_unfinished_until_the_successor_is_appointed() {
    registered(ONE, TWO);
    appointed(ONE, 11, Role.FEDERATION_LEAD);
    var ended =
        new RoleEnded(holding(11), ONE, START, Role.FEDERATION_LEAD, BODY, TWO, holding(12));
    people.apply(ONE, ended);
    assertThat(people.unfinished()).containsExactly(ended);
    appointed(TWO, 12, Role.FEDERATION_LEAD);
    assertThat(people.unfinished()).isEmpty();
  }

  @Test
  void only_who_is_of_general_practice_and_wants_it_is_found_by_others() {
    registered(ONE, TWO);
    appointed(ONE, 11, Role.FEDERATION_LEAD);
    appointed(TWO, 12, Role.TRUST_EXECUTIVE);
    assertThat(people.all()).noneMatch(Whole::wantsToBeFound);
    people.apply(ONE, new WorkContactSet(ONE, null, null, true));
    people.apply(TWO, new WorkContactSet(TWO, null, null, true));
    assertThat(people.all())
        .filteredOn(Whole::wantsToBeFound)
        .extracting(Whole::id)
        .containsExactly(ONE);
  }

  private void registered(PersonId... some) {
    for (var each : some) {
      people.apply(each, new PersonRegistered(each));
    }
  }

  private void appointed(PersonId who, int holding, Role role) {
    people.apply(who, new RoleAppointed(holding(holding), who, role, BODY, START, null, true));
  }

  private static RoleHoldingId holding(int number) {
    return new RoleHoldingId(new UUID(0, number));
  }

  private static PersonId person(int number) {
    return new PersonId(new UUID(0, number));
  }
}
