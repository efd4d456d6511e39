package uk.onevoice.relationships.domain.jointgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.COLM;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.DEE;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.FORMED;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.ID;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.NADIA;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.SUNITA;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.TODAY;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.TOMORROW;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.YESTERDAY;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.after;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.left;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.rules;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.uuid;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.onevoice.relationships.domain.jointgroup.IssueCommand.AnswerIssue;
import uk.onevoice.relationships.domain.jointgroup.IssueCommand.AssignIssue;
import uk.onevoice.relationships.domain.jointgroup.IssueCommand.MoveIssue;
import uk.onevoice.relationships.domain.jointgroup.IssueCommand.RaiseIssue;
import uk.onevoice.relationships.domain.jointgroup.IssueCommand.ReopenIssue;
import uk.onevoice.relationships.domain.jointgroup.IssueCommand.ResolveIssue;
import uk.onevoice.relationships.domain.jointgroup.IssueEvent.JointGroupIssueAnswered;
import uk.onevoice.relationships.domain.jointgroup.IssueEvent.JointGroupIssueAssigned;
import uk.onevoice.relationships.domain.jointgroup.IssueEvent.JointGroupIssueMoved;
import uk.onevoice.relationships.domain.jointgroup.IssueEvent.JointGroupIssueRaised;
import uk.onevoice.relationships.domain.jointgroup.IssueEvent.JointGroupIssueReopened;
import uk.onevoice.relationships.domain.jointgroup.IssueEvent.JointGroupIssueResolved;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.DayInTheFuture;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.DayTooEarly;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.DueTooEarly;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.IssueOpen;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.IssueResolved;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NoSuchIssue;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.OwnerNotSeated;
import uk.onevoice.testkit.DeciderRules;

class IssuesTest {
  private static final IssueId ISSUE = new IssueId(uuid(31));
  private static final Owners OWNERS = new Owners(NADIA.seatId(), SUNITA.seatId());
  private static final Owners OTHERS = new Owners(COLM.seatId(), DEE.seatId());
  private static final LocalDate RAISED = TODAY.minusDays(30);
  private static final LocalDate FIX_BY = TODAY.plusDays(7);
  private static final JointGroupIssueRaised OPEN = raised(RAISED, FIX_BY);
  private static final JointGroupIssueResolved RIGHT = resolved(false, YESTERDAY);
  private static final JointGroupIssueResolved MISTAKE = resolved(true, YESTERDAY);
  private static final JointGroupIssueReopened AGAIN = new JointGroupIssueReopened(ID, ISSUE);

  private final DeciderRules<JointGroupCommand, JointGroup, JointGroupEvent, JointGroupRejection>
      group = rules();

  @Test
  void an_issue_has_come_up_and_is_put_right_by_a_later_day() {
    group.given(seats()).when(raise(TODAY, TODAY, OWNERS)).then(raised(TODAY, TODAY));
    group.given(seats()).when(raise(RAISED, FIX_BY, OWNERS)).then(OPEN);
    group
        .given(seats())
        .when(raise(TOMORROW, FIX_BY, OWNERS))
        .thenRejected(new DayInTheFuture(TOMORROW));
    group.given(seats()).when(raise(TODAY, YESTERDAY, OWNERS)).thenRejected(new DueTooEarly(TODAY));
  }

  @Test
  void somebody_who_sits_there_sees_to_it_on_each_side() {
    Owners swapped = new Owners(SUNITA.seatId(), NADIA.seatId());
    group
        .given(seats())
        .when(raise(TODAY, TODAY, swapped))
        .thenRejected(new OwnerNotSeated(Side.GP));
    Owners bothGp = new Owners(NADIA.seatId(), COLM.seatId());
    group
        .given(seats())
        .when(raise(TODAY, TODAY, bothGp))
        .thenRejected(new OwnerNotSeated(Side.PARTNER));
    group.given(FORMED).when(raise(TODAY, TODAY, OWNERS)).thenRejected(new OwnerNotSeated(Side.GP));
    group
        .given(seats(left(SUNITA)))
        .when(raise(TODAY, TODAY, OWNERS))
        .thenRejected(new OwnerNotSeated(Side.PARTNER));
    group.given(seats(OPEN)).when(new AssignIssue(ID, ISSUE, OTHERS)).then(assigned());
    group.given(seats(OPEN, assigned())).when(new AssignIssue(ID, ISSUE, OTHERS)).then();
    group
        .given(seats(OPEN))
        .when(new AssignIssue(ID, ISSUE, swapped))
        .thenRejected(new OwnerNotSeated(Side.GP));
    assertThat(issue(OPEN, assigned()).owners()).isEqualTo(OTHERS);
  }

  @Test
  void it_is_answered_between_its_raising_and_today() {
    group
        .given(seats(OPEN))
        .when(answer(Side.PARTNER, RAISED))
        .then(answered(Side.PARTNER, RAISED));
    group.given(seats(OPEN)).when(answer(Side.GP, TODAY)).then(answered(Side.GP, TODAY));
    group
        .given(seats(OPEN))
        .when(answer(Side.GP, TOMORROW))
        .thenRejected(new DayInTheFuture(TOMORROW));
    group
        .given(seats(OPEN))
        .when(answer(Side.GP, RAISED.minusDays(1)))
        .thenRejected(new DayTooEarly(RAISED));
    group.given(seats()).when(answer(Side.GP, TODAY)).thenRejected(new NoSuchIssue(ISSUE));
  }

  @Test
  void the_first_answer_of_the_other_side_says_how_long_it_took() {
    assertThat(issue(OPEN).daysToAnswer()).isNull();
    assertThat(issue(OPEN, answered(Side.GP, YESTERDAY)).daysToAnswer()).isNull();
    assertThat(
            issue(
                    OPEN,
                    answered(Side.GP, RAISED),
                    answered(Side.PARTNER, YESTERDAY),
                    answered(Side.PARTNER, RAISED.plusDays(3)))
                .daysToAnswer())
        .isEqualTo(3);
  }

  @Test
  void the_day_by_which_it_is_put_right_moves_and_that_is_counted() {
    group.given(seats(OPEN)).when(move(TODAY)).then(moved(TODAY));
    group.given(seats(OPEN)).when(move(YESTERDAY)).thenRejected(new DueTooEarly(TODAY));
    group.given(seats(OPEN)).when(move(FIX_BY)).then();
    assertThat(issue(OPEN).moves()).isZero();
    assertThat(issue(OPEN, moved(TODAY), moved(TOMORROW)).moves()).isEqualTo(2);
    assertThat(issue(OPEN, moved(TODAY)).fixBy()).isEqualTo(TODAY);
  }

  @Test
  void it_is_put_right_between_its_raising_and_today() {
    group.given(seats(OPEN)).when(resolve(false, YESTERDAY)).then(RIGHT);
    group.given(seats(OPEN)).when(resolve(true, YESTERDAY)).then(MISTAKE);
    group.given(seats(OPEN)).when(resolve(false, TODAY)).then(resolved(false, TODAY));
    group.given(seats(OPEN)).when(resolve(false, RAISED)).then(resolved(false, RAISED));
    group
        .given(seats(OPEN))
        .when(resolve(false, TOMORROW))
        .thenRejected(new DayInTheFuture(TOMORROW));
    group
        .given(seats(OPEN))
        .when(resolve(false, RAISED.minusDays(1)))
        .thenRejected(new DayTooEarly(RAISED));
    assertThat(issue(OPEN).daysToFix()).isNull();
    assertThat(issue(OPEN, RIGHT).daysToFix()).isEqualTo(29);
  }

  @Test
  void what_is_put_right_changes_only_by_being_opened_again() {
    for (IssueCommand command :
        List.of(
            answer(Side.GP, TODAY),
            move(TODAY),
            new AssignIssue(ID, ISSUE, OTHERS),
            resolve(false, TODAY))) {
      group.given(seats(OPEN, RIGHT)).when(command).thenRejected(new IssueResolved(YESTERDAY));
    }
    group.given(seats(OPEN, RIGHT)).when(new ReopenIssue(ID, ISSUE)).then(AGAIN);
    group.given(seats(OPEN)).when(new ReopenIssue(ID, ISSUE)).thenRejected(new IssueOpen(ISSUE));
    group.given(seats(OPEN, RIGHT, AGAIN)).when(resolve(false, YESTERDAY)).then(RIGHT);
    assertThat(issue(OPEN, RIGHT, AGAIN).reopenings()).isEqualTo(1);
    assertThat(issue(OPEN, MISTAKE, AGAIN).reopenings()).isZero();
  }

  @Test
  void what_was_no_issue_is_not_shown_and_what_was_put_right_is() {
    assertThat(after(OPEN, MISTAKE).issues().shown()).isEmpty();
    assertThat(after(OPEN, RIGHT).issues().shown()).hasSize(1);
    assertThat(after(OPEN).issues().shown()).hasSize(1);
    assertThat(issue(OPEN, MISTAKE).neverWas()).isTrue();
    assertThat(issue(OPEN).neverWas()).isFalse();
  }

  @Test
  void open_ones_and_those_whose_day_has_passed_are_counted() {
    var issues = after(raised(RAISED, YESTERDAY)).issues();
    assertThat(issues.open()).isEqualTo(1);
    assertThat(issues.overdue(TODAY)).isEqualTo(1);
    assertThat(issues.overdue(YESTERDAY)).isZero();
    var right = after(raised(RAISED, YESTERDAY), RIGHT).issues();
    assertThat(right.open()).isZero();
    assertThat(right.overdue(TODAY)).isZero();
  }

  private static List<JointGroupEvent> seats(JointGroupEvent... more) {
    var all = new ArrayList<JointGroupEvent>(List.of(FORMED, NADIA, COLM, SUNITA, DEE));
    all.addAll(List.of(more));
    return all;
  }

  private static Issue issue(JointGroupEvent... events) {
    return after(events).issues().all().get(ISSUE);
  }

  private static RaiseIssue raise(LocalDate on, LocalDate by, Owners owners) {
    return new RaiseIssue(
        ID, ISSUE, IssueKind.REFERRAL_QUALITY, words(1), Side.GP, on, by, owners, TODAY);
  }

  private static JointGroupIssueRaised raised(LocalDate on, LocalDate by) {
    return new JointGroupIssueRaised(
        ID, ISSUE, IssueKind.REFERRAL_QUALITY, words(1), Side.GP, on, by, OWNERS);
  }

  private static JointGroupIssueAssigned assigned() {
    return new JointGroupIssueAssigned(ID, ISSUE, OTHERS);
  }

  private static AnswerIssue answer(Side side, LocalDate on) {
    return new AnswerIssue(ID, ISSUE, side, words(2), on, TODAY);
  }

  private static JointGroupIssueAnswered answered(Side side, LocalDate on) {
    return new JointGroupIssueAnswered(ID, ISSUE, side, words(2), on);
  }

  private static MoveIssue move(LocalDate to) {
    return new MoveIssue(ID, ISSUE, to, TODAY);
  }

  private static JointGroupIssueMoved moved(LocalDate to) {
    return new JointGroupIssueMoved(ID, ISSUE, to);
  }

  private static ResolveIssue resolve(boolean mistake, LocalDate on) {
    return new ResolveIssue(ID, ISSUE, words(3), mistake, on, TODAY);
  }

  private static JointGroupIssueResolved resolved(boolean mistake, LocalDate on) {
    return new JointGroupIssueResolved(ID, ISSUE, words(3), mistake, on);
  }
}
