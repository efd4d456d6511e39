package uk.onevoice.relationships.domain.jointgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.FORMED;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.ID;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.NADIA;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.SUNITA;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.TODAY;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.TOMORROW;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.TRUST;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.YESTERDAY;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.after;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.left;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.rules;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.uuid;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.words;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Label;
import uk.onevoice.relationships.domain.jointgroup.AgreementEvent.JointGroupAcceptanceWithdrawn;
import uk.onevoice.relationships.domain.jointgroup.AgreementEvent.JointGroupRationaleProposed;
import uk.onevoice.relationships.domain.jointgroup.AgreementEvent.JointGroupRationaleSigned;
import uk.onevoice.relationships.domain.jointgroup.AgreementEvent.JointGroupRuleAccepted;
import uk.onevoice.relationships.domain.jointgroup.AgreementEvent.JointGroupRuleProposed;
import uk.onevoice.relationships.domain.jointgroup.AgreementEvent.JointGroupRuleWithdrawn;
import uk.onevoice.relationships.domain.jointgroup.AgreementEvent.JointGroupSignatureWithdrawn;
import uk.onevoice.relationships.domain.jointgroup.IssueEvent.JointGroupIssueAnswered;
import uk.onevoice.relationships.domain.jointgroup.IssueEvent.JointGroupIssueAssigned;
import uk.onevoice.relationships.domain.jointgroup.IssueEvent.JointGroupIssueMoved;
import uk.onevoice.relationships.domain.jointgroup.IssueEvent.JointGroupIssueRaised;
import uk.onevoice.relationships.domain.jointgroup.IssueEvent.JointGroupIssueReopened;
import uk.onevoice.relationships.domain.jointgroup.IssueEvent.JointGroupIssueResolved;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent.JointGroupDissolved;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent.JointGroupRenamed;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent.JointGroupRestored;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.ActionOpen;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.ActionSettled;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.DayInTheFuture;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.DayTooEarly;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.DueTooEarly;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NoSuchAction;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NoSuchWorkstream;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.OwnerCannotDeliver;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.OwnerNotKnown;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.WorkstreamIsThere;
import uk.onevoice.relationships.domain.jointgroup.SeatEvent.JointGroupSeatNamed;
import uk.onevoice.relationships.domain.jointgroup.WorkCommand.AddAction;
import uk.onevoice.relationships.domain.jointgroup.WorkCommand.AddWorkstream;
import uk.onevoice.relationships.domain.jointgroup.WorkCommand.MoveAction;
import uk.onevoice.relationships.domain.jointgroup.WorkCommand.ReopenAction;
import uk.onevoice.relationships.domain.jointgroup.WorkCommand.ReportWorkstream;
import uk.onevoice.relationships.domain.jointgroup.WorkCommand.SettleAction;
import uk.onevoice.relationships.domain.jointgroup.WorkCommand.WithdrawWorkstream;
import uk.onevoice.relationships.domain.jointgroup.WorkEvent.JointGroupActionAdded;
import uk.onevoice.relationships.domain.jointgroup.WorkEvent.JointGroupActionMoved;
import uk.onevoice.relationships.domain.jointgroup.WorkEvent.JointGroupActionReopened;
import uk.onevoice.relationships.domain.jointgroup.WorkEvent.JointGroupActionSettled;
import uk.onevoice.relationships.domain.jointgroup.WorkEvent.JointGroupWorkstreamAdded;
import uk.onevoice.relationships.domain.jointgroup.WorkEvent.JointGroupWorkstreamReported;
import uk.onevoice.relationships.domain.jointgroup.WorkEvent.JointGroupWorkstreamWithdrawn;
import uk.onevoice.testkit.DeciderRules;

class WorksTest {
  private static final WorkstreamId WORK = new WorkstreamId(uuid(41));
  private static final WorkstreamId OTHER = new WorkstreamId(uuid(42));
  private static final ActionId ACTION = new ActionId(uuid(43));
  private static final Label WOUNDS = new Label("Care of wounds");
  private static final JointGroupWorkstreamAdded REFERRALS =
      new JointGroupWorkstreamAdded(ID, WORK, WorkstreamKind.REFERRALS, null);
  private static final JointGroupWorkstreamAdded OWN =
      new JointGroupWorkstreamAdded(ID, WORK, WorkstreamKind.OWN, WOUNDS);
  private static final JointGroupWorkstreamReported GOING =
      new JointGroupWorkstreamReported(ID, WORK, WorkState.GOING, words(1), TODAY);
  private static final JointGroupActionAdded ADDED = added(null, TODAY);
  private static final JointGroupActionSettled DONE =
      new JointGroupActionSettled(ID, ACTION, true, TODAY);

  private final DeciderRules<JointGroupCommand, JointGroup, JointGroupEvent, JointGroupRejection>
      group = rules();

  @Test
  void joint_work_is_on_the_list_once() {
    group
        .given(FORMED)
        .when(work(WorkstreamKind.REFERRALS, null))
        .then(new JointGroupWorkstreamAdded(ID, OTHER, WorkstreamKind.REFERRALS, null));
    group
        .given(FORMED, REFERRALS)
        .when(work(WorkstreamKind.REFERRALS, null))
        .thenRejected(new WorkstreamIsThere(WORK));
    group
        .given(FORMED, REFERRALS)
        .when(work(WorkstreamKind.NEIGHBOURHOODS, null))
        .then(new JointGroupWorkstreamAdded(ID, OTHER, WorkstreamKind.NEIGHBOURHOODS, null));
    group
        .given(FORMED, OWN)
        .when(work(WorkstreamKind.OWN, new Label("CARE of wounds")))
        .thenRejected(new WorkstreamIsThere(WORK));
    group
        .given(FORMED, OWN)
        .when(work(WorkstreamKind.OWN, new Label("Flu")))
        .then(new JointGroupWorkstreamAdded(ID, OTHER, WorkstreamKind.OWN, new Label("Flu")));
  }

  @Test
  void its_state_is_said_and_it_comes_off_the_list() {
    var report = new ReportWorkstream(ID, WORK, WorkState.GOING, words(1), TODAY);
    var off = new WithdrawWorkstream(ID, WORK);
    var gone = new JointGroupWorkstreamWithdrawn(ID, WORK);
    group.given(FORMED, REFERRALS).when(report).then(GOING);
    group.given(FORMED).when(report).thenRejected(new NoSuchWorkstream(WORK));
    group.given(FORMED, REFERRALS).when(off).then(gone);
    group.given(FORMED, REFERRALS, gone).when(off).thenRejected(new NoSuchWorkstream(WORK));
    assertThat(after(REFERRALS).works().workstreams().get(WORK).state())
        .isEqualTo(WorkState.NOT_STARTED);
    assertThat(after(REFERRALS, GOING).works().workstreams())
        .containsEntry(
            WORK,
            new Workstream(WORK, WorkstreamKind.REFERRALS, null, WorkState.GOING, words(1), TODAY));
  }

  @Test
  void an_action_belongs_to_an_organisation_that_can_deliver_it() {
    group.given(FORMED).when(action(null, Ability.ABLE, TODAY)).then(ADDED);
    group
        .given(FORMED)
        .when(action(null, Ability.GROUP, TODAY))
        .thenRejected(new OwnerCannotDeliver(TRUST));
    group
        .given(FORMED)
        .when(action(null, Ability.NOT_KNOWN, TODAY))
        .thenRejected(new OwnerNotKnown(TRUST));
    group
        .given(FORMED)
        .when(action(null, Ability.ABLE, YESTERDAY))
        .thenRejected(new DueTooEarly(TODAY));
    group.given(FORMED, REFERRALS).when(action(WORK, Ability.ABLE, TODAY)).then(added(WORK, TODAY));
    group
        .given(FORMED, REFERRALS)
        .when(action(OTHER, Ability.ABLE, TODAY))
        .thenRejected(new NoSuchWorkstream(OTHER));
  }

  @Test
  void it_moves_while_it_is_open() {
    var moved = new JointGroupActionMoved(ID, ACTION, TOMORROW);
    group.given(FORMED, ADDED).when(move(TOMORROW)).then(moved);
    group.given(FORMED, ADDED).when(move(TODAY)).then();
    group
        .given(FORMED, ADDED, moved)
        .when(move(TODAY))
        .then(new JointGroupActionMoved(ID, ACTION, TODAY));
    group.given(FORMED, ADDED).when(move(YESTERDAY)).thenRejected(new DueTooEarly(TODAY));
    group.given(FORMED, ADDED, DONE).when(move(TOMORROW)).thenRejected(new ActionSettled(TODAY));
    group.given(FORMED).when(move(TOMORROW)).thenRejected(new NoSuchAction(ACTION));
  }

  @Test
  void it_is_done_or_given_up_not_before_it_was_agreed_and_not_later_than_today() {
    group.given(FORMED, ADDED).when(settle(true, TODAY)).then(DONE);
    group
        .given(FORMED, ADDED)
        .when(settle(false, TODAY))
        .then(new JointGroupActionSettled(ID, ACTION, false, TODAY));
    group
        .given(FORMED, ADDED)
        .when(settle(true, TOMORROW))
        .thenRejected(new DayInTheFuture(TOMORROW));
    group.given(FORMED, ADDED).when(settle(true, YESTERDAY)).thenRejected(new DayTooEarly(TODAY));
    group
        .given(FORMED, ADDED, DONE)
        .when(settle(true, TODAY))
        .thenRejected(new ActionSettled(TODAY));
  }

  @Test
  void it_is_opened_again() {
    var again = new JointGroupActionReopened(ID, ACTION);
    group.given(FORMED, ADDED, DONE).when(new ReopenAction(ID, ACTION)).then(again);
    group
        .given(FORMED, ADDED)
        .when(new ReopenAction(ID, ACTION))
        .thenRejected(new ActionOpen(ACTION));
    group.given(FORMED, ADDED, DONE, again).when(settle(true, TODAY)).then(DONE);
  }

  @Test
  void open_ones_and_those_whose_day_has_passed_are_counted() {
    var works = after(ADDED).works();
    assertThat(works.open()).isEqualTo(1);
    assertThat(works.overdue(TODAY)).isZero();
    assertThat(works.overdue(TOMORROW)).isEqualTo(1);
    assertThat(after(ADDED, DONE).works().open()).isZero();
    assertThat(after(ADDED, DONE).works().overdue(TOMORROW)).isZero();
  }

  @Test
  void what_has_happened_is_never_refused() {
    SeatId seat = NADIA.seatId();
    IssueId issue = new IssueId(uuid(51));
    RuleId rule = new RuleId(uuid(52));
    Owners owners = new Owners(seat, SUNITA.seatId());
    group.evolvesEvery(
        JointGroupEvent.class,
        FORMED,
        new JointGroupRenamed(ID, WOUNDS),
        new JointGroupDissolved(ID, TODAY),
        new JointGroupRestored(ID),
        NADIA,
        new JointGroupSeatNamed(ID, seat, words(1)),
        left(NADIA),
        new JointGroupRationaleProposed(ID, 1, words(1), words(2), Side.GP, TODAY),
        new JointGroupRationaleSigned(ID, 1, Side.GP, seat, TODAY),
        new JointGroupSignatureWithdrawn(ID, 1, Side.GP, TODAY),
        new JointGroupRuleProposed(ID, rule, RuleKind.NO_TAKEOVER, null, Side.GP, TODAY),
        new JointGroupRuleAccepted(ID, rule, Side.PARTNER, TODAY),
        new JointGroupAcceptanceWithdrawn(ID, rule, Side.PARTNER, TODAY),
        new JointGroupRuleWithdrawn(ID, rule, TODAY),
        new JointGroupIssueRaised(
            ID, issue, IssueKind.OTHER, words(1), Side.GP, TODAY, TODAY, owners),
        new JointGroupIssueAnswered(ID, issue, Side.GP, null, TODAY),
        new JointGroupIssueMoved(ID, issue, TOMORROW),
        new JointGroupIssueAssigned(ID, issue, owners),
        new JointGroupIssueResolved(ID, issue, null, false, TODAY),
        new JointGroupIssueReopened(ID, issue),
        REFERRALS,
        GOING,
        new JointGroupWorkstreamWithdrawn(ID, WORK),
        ADDED,
        new JointGroupActionMoved(ID, ACTION, TOMORROW),
        DONE,
        new JointGroupActionReopened(ID, ACTION));
  }

  private static AddWorkstream work(WorkstreamKind kind, @Nullable Label name) {
    return new AddWorkstream(ID, OTHER, kind, name);
  }

  private static AddAction action(@Nullable WorkstreamId work, Ability ability, LocalDate due) {
    return new AddAction(ID, ACTION, work, TRUST, ability, words(2), due, TODAY);
  }

  private static JointGroupActionAdded added(@Nullable WorkstreamId work, LocalDate due) {
    return new JointGroupActionAdded(ID, ACTION, work, TRUST, words(2), due, TODAY);
  }

  private static MoveAction move(LocalDate to) {
    return new MoveAction(ID, ACTION, to, TODAY);
  }

  private static SettleAction settle(boolean done, LocalDate on) {
    return new SettleAction(ID, ACTION, done, on, TODAY);
  }
}
