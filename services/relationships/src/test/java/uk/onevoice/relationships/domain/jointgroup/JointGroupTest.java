package uk.onevoice.relationships.domain.jointgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.COLM;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.DEE;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.FEDERATION;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.FORMED;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.ID;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.NADIA;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.NAME;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.PLACE;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.START;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.SUNITA;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.TODAY;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.TOMORROW;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.TRUST;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.YESTERDAY;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.after;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.left;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.rules;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.seated;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.words;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.jointgroup.JointGroupCommand.Dissolve;
import uk.onevoice.relationships.domain.jointgroup.JointGroupCommand.Form;
import uk.onevoice.relationships.domain.jointgroup.JointGroupCommand.Rename;
import uk.onevoice.relationships.domain.jointgroup.JointGroupCommand.Restore;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent.JointGroupDissolved;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent.JointGroupFormed;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent.JointGroupRenamed;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent.JointGroupRestored;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.AlreadyFormed;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.AlreadySeated;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.DayInTheFuture;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.DayTooEarly;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.HasDissolved;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.HoldsNoRoleThere;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NatureDoesNotFit;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NoSuchSeat;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NotAPartner;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NotFormed;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.OfNeitherSide;
import uk.onevoice.relationships.domain.jointgroup.SeatCommand.LeaveSeat;
import uk.onevoice.relationships.domain.jointgroup.SeatCommand.NameSeat;
import uk.onevoice.relationships.domain.jointgroup.SeatCommand.TakeSeat;
import uk.onevoice.relationships.domain.jointgroup.SeatCommand.WithdrawSeat;
import uk.onevoice.relationships.domain.jointgroup.SeatEvent.JointGroupSeatLeft;
import uk.onevoice.relationships.domain.jointgroup.SeatEvent.JointGroupSeatNamed;
import uk.onevoice.relationships.domain.jointgroup.SeatEvent.JointGroupSeated;
import uk.onevoice.testkit.DeciderRules;

class JointGroupTest {
  private static final JointGroupDissolved DISSOLVED = new JointGroupDissolved(ID, YESTERDAY);
  private static final Dissolve GOES = new Dissolve(ID, YESTERDAY, TODAY);

  private final DeciderRules<JointGroupCommand, JointGroup, JointGroupEvent, JointGroupRejection>
      group = rules();

  @Test
  void a_group_is_formed_with_a_partner_not_later_than_today() {
    group.given().when(form(true, TODAY)).then(new JointGroupFormed(ID, PLACE, TRUST, NAME, TODAY));
    group.given().when(form(true, TOMORROW)).thenRejected(new DayInTheFuture(TOMORROW));
    group.given().when(form(false, TODAY)).thenRejected(new NotAPartner(TRUST));
    group.given(FORMED).when(form(true, TODAY)).thenRejected(new AlreadyFormed(ID));
  }

  @Test
  void before_that_there_is_nothing() {
    group.given().when(GOES).thenRejected(new NotFormed(ID));
    group.given().when(new Restore(ID)).thenRejected(new NotFormed(ID));
  }

  @Test
  void its_name_changes() {
    var other = new Label("Letters group");
    group.given(FORMED).when(new Rename(ID, other)).then(new JointGroupRenamed(ID, other));
    group.given(FORMED).when(new Rename(ID, NAME)).then();
    group.given(FORMED, new JointGroupRenamed(ID, other)).when(new Rename(ID, other)).then();
    assertThat(after(new JointGroupRenamed(ID, other)).name()).isEqualTo(other);
    assertThat(after(FORMED).name()).isEqualTo(NAME);
  }

  @Test
  void it_is_dissolved_between_its_first_day_and_today_and_the_day_can_be_corrected() {
    group.given(FORMED).when(GOES).then(DISSOLVED);
    group
        .given(FORMED)
        .when(new Dissolve(ID, TODAY, TODAY))
        .then(new JointGroupDissolved(ID, TODAY));
    group
        .given(FORMED)
        .when(new Dissolve(ID, START, TODAY))
        .then(new JointGroupDissolved(ID, START));
    group
        .given(FORMED)
        .when(new Dissolve(ID, TOMORROW, TODAY))
        .thenRejected(new DayInTheFuture(TOMORROW));
    group
        .given(FORMED)
        .when(new Dissolve(ID, START.minusDays(1), TODAY))
        .thenRejected(new DayTooEarly(START));
    group.given(FORMED, DISSOLVED).when(GOES).then();
    group
        .given(FORMED, DISSOLVED)
        .when(new Dissolve(ID, TODAY, TODAY))
        .then(new JointGroupDissolved(ID, TODAY));
  }

  @Test
  void nothing_changes_in_a_dissolved_group_until_it_is_restored() {
    group
        .given(FORMED, DISSOLVED)
        .when(new Rename(ID, NAME))
        .thenRejected(new HasDissolved(YESTERDAY));
    group
        .given(FORMED, NADIA, DISSOLVED)
        .when(new WithdrawSeat(ID, NADIA.seatId()))
        .thenRejected(new HasDissolved(YESTERDAY));
    group
        .given(FORMED, DISSOLVED)
        .when(form(true, TODAY))
        .thenRejected(new HasDissolved(YESTERDAY));
    group.given(FORMED, DISSOLVED).when(new Restore(ID)).then(new JointGroupRestored(ID));
    group.given(FORMED).when(new Restore(ID)).then();
    group.given(FORMED, DISSOLVED, new JointGroupRestored(ID)).when(GOES).then(DISSOLVED);
  }

  @Test
  void somebody_sits_for_the_organisation_at_which_they_hold_a_role() {
    group
        .given(FORMED)
        .when(take(Side.GP, Set.of(Nature.CLINICAL), TODAY))
        .then(
            new JointGroupSeated(
                ID,
                NADIA.seatId(),
                NADIA.personId(),
                FEDERATION,
                Side.GP,
                Nature.CLINICAL,
                TODAY,
                null));
    group
        .given(FORMED)
        .when(take(null, Set.of(Nature.CLINICAL), TODAY))
        .thenRejected(new OfNeitherSide(FEDERATION));
    group
        .given(FORMED)
        .when(take(Side.GP, Set.of(), TODAY))
        .thenRejected(new HoldsNoRoleThere(NADIA.personId(), FEDERATION));
    group
        .given(FORMED)
        .when(take(Side.GP, Set.of(Nature.MANAGERIAL), TODAY))
        .thenRejected(new NatureDoesNotFit(Nature.CLINICAL));
  }

  @Test
  void somebody_sits_from_a_day_between_the_first_of_the_group_and_today() {
    Set<Nature> either = Set.of(Nature.CLINICAL, Nature.MANAGERIAL);
    group.given(FORMED).when(take(Side.GP, either, START)).then(NADIA);
    group
        .given(FORMED)
        .when(take(Side.GP, either, START.minusDays(1)))
        .thenRejected(new DayTooEarly(START));
    group
        .given(FORMED)
        .when(take(Side.GP, either, TOMORROW))
        .thenRejected(new DayInTheFuture(TOMORROW));
  }

  @Test
  void nobody_sits_twice_and_who_has_left_may_come_again() {
    var again = take(Side.GP, Set.of(Nature.CLINICAL), START);
    group
        .given(FORMED, NADIA)
        .when(again)
        .thenRejected(new AlreadySeated(NADIA.personId(), NADIA.seatId()));
    group.given(FORMED, COLM).when(again).then(NADIA);
    group.given(FORMED, NADIA, left(NADIA)).when(again).then(NADIA);
  }

  @Test
  void a_seat_is_left_after_its_first_day_and_the_day_can_be_corrected() {
    group.given(FORMED, NADIA).when(leave(YESTERDAY)).then(left(NADIA));
    group
        .given(FORMED, NADIA)
        .when(leave(TODAY))
        .then(new JointGroupSeatLeft(ID, NADIA.seatId(), TODAY, false));
    group.given(FORMED, NADIA).when(leave(TOMORROW)).thenRejected(new DayInTheFuture(TOMORROW));
    LocalDate next = START.plusDays(1);
    group.given(FORMED, NADIA).when(leave(START)).thenRejected(new DayTooEarly(next));
    group
        .given(FORMED, NADIA)
        .when(leave(next))
        .then(new JointGroupSeatLeft(ID, NADIA.seatId(), next, false));
    group.given(FORMED, NADIA, left(NADIA)).when(leave(YESTERDAY)).then();
    group
        .given(FORMED, NADIA, left(NADIA))
        .when(leave(TODAY))
        .then(new JointGroupSeatLeft(ID, NADIA.seatId(), TODAY, false));
    group.given(FORMED).when(leave(TODAY)).thenRejected(new NoSuchSeat(NADIA.seatId()));
  }

  @Test
  void it_can_be_said_and_corrected_what_somebody_is_called() {
    var seated =
        new JointGroupSeated(
            ID,
            NADIA.seatId(),
            NADIA.personId(),
            FEDERATION,
            Side.GP,
            Nature.CLINICAL,
            TODAY,
            words(1));
    group
        .given(FORMED)
        .when(
            new TakeSeat(
                ID,
                NADIA.seatId(),
                NADIA.personId(),
                FEDERATION,
                Side.GP,
                Set.of(Nature.CLINICAL),
                Nature.CLINICAL,
                words(1),
                TODAY,
                TODAY))
        .then(seated);
    var named = new JointGroupSeatNamed(ID, NADIA.seatId(), words(2));
    var name = new NameSeat(ID, NADIA.seatId(), words(2));
    group.given(FORMED, NADIA).when(name).then(named);
    group.given(FORMED, seated).when(name).then(named);
    // Who has left is still shown as who signed or saw to something.
    group.given(FORMED, NADIA, left(NADIA)).when(name).then(named);
    group.given(FORMED).when(name).thenRejected(new NoSuchSeat(NADIA.seatId()));
    group
        .given(FORMED, NADIA, new JointGroupSeatLeft(ID, NADIA.seatId(), START, true))
        .when(name)
        .thenRejected(new NoSuchSeat(NADIA.seatId()));
    assertThat(nameAfter(seated)).isEqualTo(words(1));
    assertThat(nameAfter(seated, named)).isEqualTo(words(2));
    assertThat(nameAfter(seated, left(NADIA))).isEqualTo(words(1));
    assertThat(nameAfter(NADIA)).isNull();
    assertThat(after(named).seats().all()).isEmpty();
  }

  private static @Nullable WordsRef nameAfter(JointGroupEvent... events) {
    return after(events).seats().of(NADIA.seatId()).orElseThrow().nameRef();
  }

  @Test
  void a_seat_that_was_a_mistake_was_never_there() {
    var never = new JointGroupSeatLeft(ID, NADIA.seatId(), START, true);
    var withdraw = new WithdrawSeat(ID, NADIA.seatId());
    group.given(FORMED, NADIA).when(withdraw).then(never);
    group.given(FORMED, NADIA, left(NADIA)).when(withdraw).then(never);
    group.given(FORMED, NADIA, never).when(withdraw).then();
    group
        .given(FORMED, NADIA, never)
        .when(leave(TODAY))
        .thenRejected(new NoSuchSeat(NADIA.seatId()));
    group.given(FORMED).when(withdraw).thenRejected(new NoSuchSeat(NADIA.seatId()));
    assertThat(after(NADIA, never).seats().of(NADIA.seatId()).orElseThrow().neverWas()).isTrue();
    assertThat(after(NADIA).seats().of(NADIA.seatId()).orElseThrow().neverWas()).isFalse();
  }

  @Test
  void it_is_whole_with_four_to_six_people_and_both_natures_on_both_sides() {
    assertThat(after(NADIA, COLM, SUNITA, DEE).seats().missing()).isEmpty();
    var fifth = seated(15, TRUST, Side.PARTNER, Nature.CLINICAL);
    var sixth = seated(16, FEDERATION, Side.GP, Nature.CLINICAL);
    var seventh = seated(17, TRUST, Side.PARTNER, Nature.MANAGERIAL);
    assertThat(after(NADIA, COLM, SUNITA, DEE, fifth, sixth).seats().missing()).isEmpty();
    assertThat(after(NADIA, COLM, SUNITA, DEE, fifth, sixth, seventh).seats().missing())
        .containsExactly(Missing.TOO_MANY);
    assertThat(
            after(NADIA, COLM, SUNITA, DEE, fifth, sixth, seventh, left(fifth)).seats().missing())
        .isEmpty();
  }

  @Test
  void what_it_lacks_is_told() {
    assertThat(after().seats().missing())
        .containsExactly(
            Missing.TOO_FEW,
            Missing.GP_CLINICIAN,
            Missing.GP_MANAGER,
            Missing.PARTNER_CLINICIAN,
            Missing.PARTNER_MANAGER);
    assertThat(after(NADIA, COLM, SUNITA).seats().missing())
        .containsExactly(Missing.TOO_FEW, Missing.PARTNER_MANAGER);
    var more = seated(15, TRUST, Side.PARTNER, Nature.CLINICAL);
    assertThat(after(NADIA, COLM, SUNITA, more).seats().missing())
        .containsExactly(Missing.PARTNER_MANAGER);
    assertThat(after(NADIA, COLM, SUNITA, DEE, more, left(COLM)).seats().missing())
        .containsExactly(Missing.GP_MANAGER);
    assertThat(after(NADIA, COLM, SUNITA, DEE, more, left(NADIA)).seats().missing())
        .containsExactly(Missing.GP_CLINICIAN);
    assertThat(after(NADIA, COLM, SUNITA, DEE, left(SUNITA)).seats().missing())
        .containsExactly(Missing.TOO_FEW, Missing.PARTNER_CLINICIAN);
  }

  private static Form form(boolean partner, LocalDate on) {
    return new Form(ID, PLACE, TRUST, partner, NAME, on, TODAY);
  }

  private static TakeSeat take(@Nullable Side side, Set<Nature> natures, LocalDate from) {
    return new TakeSeat(
        ID,
        NADIA.seatId(),
        NADIA.personId(),
        FEDERATION,
        side,
        natures,
        Nature.CLINICAL,
        null,
        from,
        TODAY);
  }

  private static LeaveSeat leave(LocalDate on) {
    return new LeaveSeat(ID, NADIA.seatId(), on, TODAY);
  }
}
