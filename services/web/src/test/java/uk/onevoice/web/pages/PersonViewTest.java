package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.People;
import uk.onevoice.web.api.People.Funded;
import uk.onevoice.web.api.People.Holding;

class PersonViewTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate START = LocalDate.of(2026, 4, 1);

  @Test
  void roles_of_today_stand_apart_from_those_that_have_ended() {
    var now = holding("LMC_OFFICER", null, null, null);
    var ended = holding("PRACTICE_PARTNER", TODAY, null, null);
    var view = PersonView.of(person(now, ended), TODAY);
    assertThat(view.now()).extracting(PersonView.RoleView::role).containsExactly("LMC officer");
    assertThat(view.past())
        .singleElement()
        .satisfies(role -> {
          assertThat(role.role()).isEqualTo("GP partner");
          assertThat(role.until()).isEqualTo("22 November 2026");
        });
    assertThat(view.sentence()).isEqualTo("LMC officer at Wyvern LMC.");
    assertThat(PersonView.of(person(ended), TODAY).sentence()).isEqualTo("No role today.");
    assertThat(PersonView.of(person(), TODAY).sentence()).isEqualTo("No role is written down.");
    assertThat(PersonView.of(person(now, now, now, now, now), TODAY).sentence())
        .isEqualTo(
            "LMC officer at Wyvern LMC, LMC officer at Wyvern LMC, LMC officer at Wyvern LMC and 2 other roles.");
  }

  @Test
  void a_check_that_is_due_is_marked_and_one_to_come_is_not() {
    var due = PersonView.role("p", holding("LMC_OFFICER", null, null, TODAY), TODAY);
    assertThat(due.due()).isTrue();
    assertThat(due.checked()).isEqualTo("Never checked. Check it: it was due on 23 November 2026.");
    var checked = new People.Checked(START, "k", "Kit Marlowe-Reed");
    var later =
        PersonView.role("p", holding("LMC_OFFICER", null, checked, TODAY.plusDays(1)), TODAY);
    assertThat(later.due()).isFalse();
    assertThat(later.checked())
        .isEqualTo("Checked on 1 April 2026 by Kit Marlowe-Reed. Next check 24 November 2026.");
  }

  @Test
  void the_time_given_is_that_of_today() {
    var sessions =
        List.of(
            new Funded(START, 2, 1),
            new Funded(TODAY, 2.5, 3),
            new Funded(TODAY.plusDays(1), 4, 4));
    assertThat(PersonView.sessions(sessions, TODAY))
        .isEqualTo("2.5 funded sessions a week, 3 protected hours from 23 November 2026");
    assertThat(PersonView.sessions(List.of(), TODAY)).isEqualTo("Not written down");
  }

  @Test
  void who_is_found_is_said_in_a_sentence() {
    assertThat(PeoplePages.sentence(new People.PersonList(List.of(), null), true, false))
        .startsWith("Nobody is found.");
    assertThat(PeoplePages.sentence(new People.PersonList(List.of(), null), false, true))
        .isEqualTo("No role is waiting for a check.");
    var one = new People.Listed("p", null, List.of());
    assertThat(PeoplePages.sentence(new People.PersonList(List.of(one), "p"), false, false))
        .isEqualTo("The first 1 person, by family name.");
  }

  @Test
  void who_administers_or_did_is_not_offered_to_a_keeper_for_an_invitation() {
    assertThat(PersonPages.everAdministered(person(holding("LMC_OFFICER", null, null, null))))
        .isFalse();
    assertThat(
            PersonPages.everAdministered(
                person(holding("PLATFORM_ADMINISTRATOR", TODAY, null, null))))
        .isTrue();
  }

  private static People.Person person(Holding... holdings) {
    return new People.Person("p", "Somebody", null, null, true, List.of(holdings), List.of());
  }

  private static Holding holding(
      String role,
      @Nullable LocalDate end,
      People.@Nullable Checked checked,
      @Nullable LocalDate due) {
    return new Holding(
        "h",
        "p",
        null,
        role,
        "WYVL0001",
        "Wyvern LMC",
        true,
        START,
        end,
        end == null,
        List.of(),
        checked,
        due,
        null);
  }
}
