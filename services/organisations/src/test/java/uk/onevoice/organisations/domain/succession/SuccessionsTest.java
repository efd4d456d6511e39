package uk.onevoice.organisations.domain.succession;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.person.Role;

class SuccessionsTest {
  private static final LocalDate Y2022 = LocalDate.of(2022, 7, 1);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);
  private static final LocalDate Y2028 = LocalDate.of(2028, 4, 1);
  private static final OrganisationId OLD = new OrganisationId("WQO");
  private static final OrganisationId ONE = new OrganisationId("WQA");
  private static final OrganisationId TWO = new OrganisationId("WQB");
  private static final OrganisationId MEMBER = new OrganisationId("W1A");

  private final Map<OrganisationId, Body> registry = new HashMap<>();

  @Test
  void with_one_successor_there_is_a_suggestion_and_with_several_none() {
    given(OLD, APRIL, Map.of(APRIL, List.of(ONE)));
    givenOpen(ONE, TWO, MEMBER);
    assertThat(unresolved(member(Y2022), APRIL))
        .hasValueSatisfying(open -> {
          assertThat(open.since()).isEqualTo(APRIL);
          assertThat(open.candidates()).containsExactly(ONE);
          assertThat(open.suggestion()).isEqualTo(ONE);
        });
    given(OLD, APRIL, Map.of(APRIL, List.of(ONE, TWO)));
    assertThat(unresolved(member(Y2022), APRIL))
        .hasValueSatisfying(open -> {
          assertThat(open.candidates()).containsExactly(ONE, TWO);
          assertThat(open.suggestion()).isNull();
        });
  }

  @Test
  void the_day_before_nobody_waits() {
    given(OLD, APRIL, Map.of(APRIL, List.of(ONE)));
    givenOpen(ONE, MEMBER);
    assertThat(unresolved(member(Y2022), MARCH)).isEmpty();
  }

  @Test
  void where_nobody_followed_they_wait_without_a_candidate() {
    given(OLD, APRIL, Map.of());
    givenOpen(MEMBER);
    assertThat(unresolved(member(Y2022), AUGUST))
        .hasValueSatisfying(open -> {
          assertThat(open.since()).isEqualTo(APRIL);
          assertThat(open.candidates()).isEmpty();
        });
  }

  @Test
  void of_a_body_that_lives_on_those_wait_who_came_before_it_gave_a_part_away() {
    given(OLD, null, Map.of(APRIL, List.of(OLD, ONE)));
    givenOpen(ONE, MEMBER);
    assertThat(unresolved(member(Y2022), AUGUST))
        .hasValueSatisfying(open -> assertThat(open.candidates()).containsExactly(ONE, OLD));
    assertThat(unresolved(member(APRIL), AUGUST)).as("said to stay, or came later").isEmpty();
  }

  @Test
  void reopening_puts_nobody_back_silently() {
    given(OLD, null, Map.of(APRIL, List.of(ONE)));
    givenOpen(ONE, MEMBER);
    assertThat(unresolved(member(Y2022), AUGUST))
        .hasValueSatisfying(open -> assertThat(open.candidates()).containsExactly(ONE, OLD));
  }

  @Test
  void an_old_succession_says_nothing_of_who_came_after_it() {
    given(OLD, Y2028, Map.of(APRIL, List.of(ONE)));
    givenOpen(ONE, MEMBER);
    assertThat(unresolved(member(AUGUST), Y2028))
        .hasValueSatisfying(open -> {
          assertThat(open.since()).isEqualTo(Y2028);
          assertThat(open.candidates()).isEmpty();
        });
  }

  @Test
  void a_succession_that_was_taken_back_leaves_nothing_open() {
    given(OLD, null, Map.of(APRIL, List.of()));
    givenOpen(MEMBER);
    assertThat(unresolved(member(Y2022), AUGUST)).isEmpty();
  }

  @Test
  void a_successor_that_was_followed_itself_is_none_any_more() {
    given(OLD, APRIL, Map.of(APRIL, List.of(ONE)));
    given(ONE, AUGUST, Map.of(AUGUST, List.of(TWO)));
    givenOpen(TWO, MEMBER);
    assertThat(unresolved(member(Y2022), APRIL).map(Unresolved::candidates)).hasValue(List.of(ONE));
    assertThat(unresolved(member(Y2022), AUGUST).map(Unresolved::candidates))
        .hasValue(List.of(TWO));
  }

  @Test
  void two_that_follow_each_other_do_not_turn_in_a_circle() {
    given(OLD, APRIL, Map.of(APRIL, List.of(ONE)));
    given(ONE, APRIL, Map.of(APRIL, List.of(OLD)));
    givenOpen(MEMBER);
    assertThat(unresolved(member(Y2022), APRIL).map(Unresolved::candidates)).hasValue(List.of());
  }

  @Test
  void first_seen_at_a_closed_body_it_waits_since_then_for_those_who_followed() {
    given(OLD, APRIL, Map.of(APRIL, List.of(ONE)));
    givenOpen(ONE, MEMBER);
    assertThat(unresolved(member(AUGUST), AUGUST))
        .hasValueSatisfying(open -> {
          assertThat(open.since()).isEqualTo(AUGUST);
          assertThat(open.suggestion()).isEqualTo(ONE);
        });
  }

  @Test
  void a_closed_member_does_not_wait_and_an_ended_belonging_neither() {
    given(OLD, APRIL, Map.of(APRIL, List.of(ONE)));
    given(MEMBER, Y2022, Map.of());
    givenOpen(ONE);
    assertThat(unresolved(member(Y2022), APRIL)).isEmpty();
    givenOpen(MEMBER);
    var ended =
        new Child(
            Child.Kind.MEMBER,
            "id",
            MEMBER.value(),
            OLD,
            AffiliationKind.COMMISSIONED_BY,
            null,
            new Period(Y2022, APRIL));
    assertThat(unresolved(ended, APRIL)).isEmpty();
  }

  @Test
  void a_practice_that_closed_leaves_its_own_memberships_and_one_that_is_open_keeps_them() {
    var own =
        new Child(
            Child.Kind.OWN_MEMBERSHIP,
            "id",
            "0190163d-8694-739b-aea5-966c26f8ad91",
            OLD,
            AffiliationKind.PLACE,
            null,
            Period.from(Y2022));
    given(OLD, APRIL, Map.of(APRIL, List.of(ONE)));
    givenOpen(ONE);
    assertThat(unresolved(own, APRIL).map(Unresolved::candidates)).hasValue(List.of(ONE));
    given(OLD, null, Map.of(APRIL, List.of(OLD, ONE)));
    assertThat(unresolved(own, APRIL)).isEmpty();
  }

  @Test
  void what_somebody_made_sure_of_since_waits_only_where_its_body_is_closed() {
    given(OLD, null, Map.of(APRIL, List.of(OLD, ONE)));
    givenOpen(ONE);
    assertThat(unresolved(role(null), APRIL).map(Unresolved::candidates))
        .hasValue(List.of(ONE, OLD));
    assertThat(unresolved(role(MARCH), APRIL)).as("checked before").isPresent();
    assertThat(unresolved(role(APRIL), APRIL)).as("checked since").isEmpty();
    given(OLD, APRIL, Map.of(APRIL, List.of(ONE)));
    assertThat(unresolved(role(AUGUST), AUGUST))
        .hasValueSatisfying(open -> {
          assertThat(open.since()).isEqualTo(APRIL);
          assertThat(open.suggestion()).isEqualTo(ONE);
        });
  }

  private static Child role(@Nullable LocalDate checked) {
    return new Child(
        Child.Kind.ROLE_HOLDING,
        "id",
        "person",
        OLD,
        null,
        Role.ICB_OFFICER,
        Period.from(Y2022),
        checked);
  }

  @Test
  void lists_of_an_icb_that_closed_wait_and_one_that_lives_on_keeps_its_own() {
    for (var kind : List.of(Child.Kind.TOPIC, Child.Kind.FORUM)) {
      var entry = new Child(kind, "id", "id", OLD, null, null, Period.from(Y2022));
      given(OLD, APRIL, Map.of(APRIL, List.of(ONE)));
      givenOpen(ONE);
      assertThat(unresolved(entry, MARCH)).isEmpty();
      assertThat(unresolved(entry, APRIL).map(Unresolved::candidates)).hasValue(List.of(ONE));
      given(OLD, null, Map.of(APRIL, List.of(OLD, ONE)));
      assertThat(unresolved(entry, APRIL)).isEmpty();
    }
  }

  private Optional<Unresolved> unresolved(Child child, LocalDate asOf) {
    return new Successions(id -> Optional.ofNullable(registry.get(id)), asOf).unresolved(child);
  }

  private static Child member(LocalDate start) {
    return new Child(
        Child.Kind.MEMBER,
        "id",
        MEMBER.value(),
        OLD,
        AffiliationKind.COMMISSIONED_BY,
        null,
        Period.from(start));
  }

  private void givenOpen(OrganisationId... ids) {
    for (var id : ids) {
      given(id, null, Map.of());
    }
  }

  private void given(
      OrganisationId id, @Nullable LocalDate end, Map<LocalDate, List<OrganisationId>> successors) {
    registry.put(id, new Body(id, end, successors));
  }
}
