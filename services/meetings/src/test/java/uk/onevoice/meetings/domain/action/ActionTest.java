package uk.onevoice.meetings.domain.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.action.Action.Agreed;
import uk.onevoice.meetings.domain.action.ActionCommand.Chase;
import uk.onevoice.meetings.domain.action.ActionCommand.Close;
import uk.onevoice.meetings.domain.action.ActionCommand.Open;
import uk.onevoice.meetings.domain.action.ActionCommand.Redate;
import uk.onevoice.meetings.domain.action.ActionCommand.Reopen;
import uk.onevoice.meetings.domain.action.ActionEvent.ActionChased;
import uk.onevoice.meetings.domain.action.ActionEvent.ActionClosed;
import uk.onevoice.meetings.domain.action.ActionEvent.ActionOpened;
import uk.onevoice.meetings.domain.action.ActionEvent.ActionRedated;
import uk.onevoice.meetings.domain.action.ActionEvent.ActionReopened;
import uk.onevoice.meetings.domain.action.ActionRejection.AlreadyClosed;
import uk.onevoice.meetings.domain.action.ActionRejection.DueTooEarly;
import uk.onevoice.meetings.domain.action.ActionRejection.NoSuchAction;
import uk.onevoice.meetings.domain.action.ActionRejection.OwnerCannotDeliver;
import uk.onevoice.meetings.domain.action.ActionRejection.OwnerNotKnown;
import uk.onevoice.meetings.domain.action.ActionRejection.StillOpen;
import uk.onevoice.meetings.domain.action.Owner.Ability;
import uk.onevoice.testkit.DeciderRules;

class ActionTest {
  private static final ActionId ID = new ActionId(uuid(1));
  private static final MeetingId MEETING = new MeetingId(uuid(2));
  private static final PlaceId PLACE = new PlaceId(uuid(3));
  private static final OrganisationId TRUST = new OrganisationId("WYVT0001");
  private static final UUID WORDS = uuid(4);
  private static final UUID MORE = uuid(5);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate DUE = TODAY.plusDays(14);
  private static final ActionOpened OPENED =
      new ActionOpened(ID, MEETING, null, PLACE, TRUST, WORDS, DUE, TODAY);
  private static final ActionClosed DONE = new ActionClosed(ID, Result.DONE, null, TODAY);
  private static final ActionChased CHASED = new ActionChased(ID, MORE, TODAY);

  private final DeciderRules<ActionCommand, Action, ActionEvent, ActionRejection> action =
      DeciderRules.of(Action.DECIDER);

  @Test
  void an_organisation_able_to_deliver_owns_an_action() {
    action.given().when(open(Ability.ABLE, DUE)).then(OPENED);
    action
        .given()
        .when(open(Ability.ABLE, TODAY))
        .then(new ActionOpened(ID, MEETING, null, PLACE, TRUST, WORDS, TODAY, TODAY));
    action.given(OPENED).when(open(Ability.ABLE, DUE)).then();
  }

  @Test
  void a_group_delivers_nothing_and_owns_no_action() {
    action.given().when(open(Ability.GROUP, DUE)).thenRejected(new OwnerCannotDeliver(TRUST));
    action.given().when(open(Ability.NOT_KNOWN, DUE)).thenRejected(new OwnerNotKnown(TRUST));
  }

  @Test
  void nothing_is_due_before_it_is_agreed() {
    LocalDate yesterday = TODAY.minusDays(1);
    action.given().when(open(Ability.ABLE, yesterday)).thenRejected(new DueTooEarly(yesterday));
    action
        .given(OPENED)
        .when(new Redate(ID, yesterday, null, TODAY))
        .thenRejected(new DueTooEarly(yesterday));
  }

  @Test
  void another_day_can_be_agreed_while_it_is_open() {
    var later = new ActionRedated(ID, DUE.plusDays(7), MORE, TODAY);
    action.given(OPENED).when(new Redate(ID, DUE.plusDays(7), MORE, TODAY)).then(later);
    action.given(OPENED).when(new Redate(ID, DUE, MORE, TODAY)).then();
    action
        .given(OPENED)
        .when(new Redate(ID, TODAY, null, TODAY))
        .then(new ActionRedated(ID, TODAY, null, TODAY));
    action
        .given(OPENED, DONE)
        .when(new Redate(ID, DUE.plusDays(7), MORE, TODAY))
        .thenRejected(new AlreadyClosed(ID));
    action.given(OPENED, later).thenState(new Agreed(OPENED, DUE.plusDays(7), null, 0, null));
  }

  @Test
  void the_owner_is_chased_once_a_day() {
    action.given(OPENED).when(new Chase(ID, MORE, TODAY)).then(CHASED);
    action.given(OPENED, CHASED).when(new Chase(ID, null, TODAY)).then();
    var again = new ActionChased(ID, null, TODAY.plusDays(1));
    action.given(OPENED, CHASED).when(new Chase(ID, null, TODAY.plusDays(1))).then(again);
    action.given(OPENED, DONE).when(new Chase(ID, null, TODAY)).thenRejected(new AlreadyClosed(ID));
    action
        .given(OPENED, CHASED, again)
        .thenState(new Agreed(OPENED, DUE, null, 2, TODAY.plusDays(1)));
  }

  @Test
  void an_action_is_closed_with_its_result_and_can_be_reopened() {
    var reopened = new ActionReopened(ID, MORE, TODAY);
    action.given(OPENED).when(new Close(ID, Result.DONE, null, TODAY)).then(DONE);
    action
        .given(OPENED, DONE)
        .when(new Close(ID, Result.NOT_DONE, null, TODAY))
        .thenRejected(new AlreadyClosed(ID));
    action.given(OPENED, DONE).when(new Reopen(ID, MORE, TODAY)).then(reopened);
    action.given(OPENED).when(new Reopen(ID, MORE, TODAY)).thenRejected(new StillOpen(ID));
    action.given(OPENED, CHASED, DONE, reopened).thenState(new Agreed(OPENED, DUE, null, 1, TODAY));
    action.given(OPENED, DONE).thenState(new Agreed(OPENED, DUE, Result.DONE, 0, null));
  }

  @Test
  void an_open_action_is_overdue_once_its_day_has_passed() {
    var open = new Agreed(OPENED, DUE, null, 0, null);
    assertThat(open.isOverdue(DUE)).isFalse();
    assertThat(open.isOverdue(DUE.plusDays(1))).isTrue();
    assertThat(new Agreed(OPENED, DUE, Result.DONE, 0, null).isOverdue(DUE.plusDays(1))).isFalse();
  }

  @Test
  void nothing_happens_to_an_action_that_was_never_agreed() {
    for (var command :
        List.of(
            new Redate(ID, DUE, null, TODAY),
            new Chase(ID, null, TODAY),
            new Close(ID, Result.DONE, null, TODAY),
            new Reopen(ID, null, TODAY))) {
      action.given().when(command).thenRejected(new NoSuchAction(ID));
    }
  }

  @Test
  void what_has_happened_is_never_refused() {
    action.evolvesEvery(
        ActionEvent.class,
        OPENED,
        new ActionRedated(ID, TODAY, null, TODAY),
        CHASED,
        DONE,
        new ActionReopened(ID, null, TODAY));
  }

  private static Open open(Ability ability, LocalDate due) {
    return new Open(ID, MEETING, null, PLACE, new Owner(TRUST, ability), WORDS, due, TODAY);
  }

  private static UUID uuid(int n) {
    return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
  }
}
