package uk.onevoice.mandates.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.mandates.domain.MarlValley.BOARD;
import static uk.onevoice.mandates.domain.MarlValley.CARE;
import static uk.onevoice.mandates.domain.MarlValley.DRAFT;
import static uk.onevoice.mandates.domain.MarlValley.END;
import static uk.onevoice.mandates.domain.MarlValley.ENOUGH;
import static uk.onevoice.mandates.domain.MarlValley.FEDERATION;
import static uk.onevoice.mandates.domain.MarlValley.HELD;
import static uk.onevoice.mandates.domain.MarlValley.HOLDER;
import static uk.onevoice.mandates.domain.MarlValley.ICB;
import static uk.onevoice.mandates.domain.MarlValley.ID;
import static uk.onevoice.mandates.domain.MarlValley.LMC;
import static uk.onevoice.mandates.domain.MarlValley.NETWORK;
import static uk.onevoice.mandates.domain.MarlValley.NEW_ICB;
import static uk.onevoice.mandates.domain.MarlValley.NOBODY;
import static uk.onevoice.mandates.domain.MarlValley.NURSING;
import static uk.onevoice.mandates.domain.MarlValley.OPENED;
import static uk.onevoice.mandates.domain.MarlValley.P1;
import static uk.onevoice.mandates.domain.MarlValley.P2;
import static uk.onevoice.mandates.domain.MarlValley.P3;
import static uk.onevoice.mandates.domain.MarlValley.P4;
import static uk.onevoice.mandates.domain.MarlValley.PLACE;
import static uk.onevoice.mandates.domain.MarlValley.STAND_IN;
import static uk.onevoice.mandates.domain.MarlValley.START;
import static uk.onevoice.mandates.domain.MarlValley.TERMS;
import static uk.onevoice.mandates.domain.MarlValley.TODAY;
import static uk.onevoice.mandates.domain.MarlValley.VALLEY;
import static uk.onevoice.mandates.domain.MarlValley.YESTERDAY;
import static uk.onevoice.mandates.domain.MarlValley.about;
import static uk.onevoice.mandates.domain.MarlValley.asked;
import static uk.onevoice.mandates.domain.MarlValley.electorate;
import static uk.onevoice.mandates.domain.MarlValley.given;
import static uk.onevoice.mandates.domain.MarlValley.granted;
import static uk.onevoice.mandates.domain.MarlValley.inForce;
import static uk.onevoice.mandates.domain.MarlValley.openedInOneStep;
import static uk.onevoice.mandates.domain.MarlValley.respond;
import static uk.onevoice.mandates.domain.MarlValley.uuid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Label;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentGranted;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentWithdrawn;
import uk.onevoice.mandates.domain.ConsentEvent.PracticesReminded;
import uk.onevoice.mandates.domain.LifeCommand.Accept;
import uk.onevoice.mandates.domain.LifeCommand.Activate;
import uk.onevoice.mandates.domain.LifeCommand.Amend;
import uk.onevoice.mandates.domain.LifeCommand.Confirm;
import uk.onevoice.mandates.domain.LifeCommand.End;
import uk.onevoice.mandates.domain.LifeCommand.Endorse;
import uk.onevoice.mandates.domain.LifeCommand.FollowIcs;
import uk.onevoice.mandates.domain.LifeCommand.LeaveHolderVacant;
import uk.onevoice.mandates.domain.LifeCommand.LiftSuspension;
import uk.onevoice.mandates.domain.LifeCommand.NameAlternate;
import uk.onevoice.mandates.domain.LifeCommand.Renew;
import uk.onevoice.mandates.domain.LifeCommand.StandAlternateDown;
import uk.onevoice.mandates.domain.LifeCommand.Suspend;
import uk.onevoice.mandates.domain.LifeCommand.TakeStock;
import uk.onevoice.mandates.domain.LifeCommand.WithdrawVersion;
import uk.onevoice.mandates.domain.LifeEvent.AlternateNamed;
import uk.onevoice.mandates.domain.LifeEvent.AlternateStoodDown;
import uk.onevoice.mandates.domain.LifeEvent.ConfirmationNeeded;
import uk.onevoice.mandates.domain.LifeEvent.HolderAccepted;
import uk.onevoice.mandates.domain.LifeEvent.MandateActivated;
import uk.onevoice.mandates.domain.LifeEvent.MandateAtRisk;
import uk.onevoice.mandates.domain.LifeEvent.MandateConfirmed;
import uk.onevoice.mandates.domain.LifeEvent.MandateEnded;
import uk.onevoice.mandates.domain.LifeEvent.MandateEndorsed;
import uk.onevoice.mandates.domain.LifeEvent.MandateExpired;
import uk.onevoice.mandates.domain.LifeEvent.MandateRestored;
import uk.onevoice.mandates.domain.LifeEvent.MandateSuspended;
import uk.onevoice.mandates.domain.LifeEvent.SuspensionLifted;
import uk.onevoice.mandates.domain.LifeEvent.VersionAsked;
import uk.onevoice.mandates.domain.LifeEvent.VersionWithdrawn;
import uk.onevoice.mandates.domain.MandateRejection.AlreadyAsking;
import uk.onevoice.mandates.domain.MandateRejection.BelowThreshold;
import uk.onevoice.mandates.domain.MandateRejection.FirstDayToCome;
import uk.onevoice.mandates.domain.MandateRejection.HolderDoesNotSpeakForPractices;
import uk.onevoice.mandates.domain.MandateRejection.HolderVacant;
import uk.onevoice.mandates.domain.MandateRejection.LongerThanTwoYears;
import uk.onevoice.mandates.domain.MandateRejection.MandateOver;
import uk.onevoice.mandates.domain.MandateRejection.NoSuchVersion;
import uk.onevoice.mandates.domain.MandateRejection.NoTerms;
import uk.onevoice.mandates.domain.MandateRejection.NotAccepted;
import uk.onevoice.mandates.domain.MandateRejection.NotAnAlternate;
import uk.onevoice.mandates.domain.MandateRejection.NotInForce;
import uk.onevoice.mandates.domain.MandateRejection.NotOpened;
import uk.onevoice.mandates.domain.MandateRejection.NotSuspended;
import uk.onevoice.mandates.domain.MandateRejection.NotTheHolder;
import uk.onevoice.mandates.domain.MandateRejection.NotTheLmcOfThePlace;
import uk.onevoice.mandates.domain.MandateRejection.NothingAsked;
import uk.onevoice.mandates.domain.MandateRejection.NothingToConfirm;
import uk.onevoice.mandates.domain.MandateRejection.NothingToWithdraw;
import uk.onevoice.mandates.domain.MandateRejection.RunOut;
import uk.onevoice.mandates.domain.MandateRejection.RunsLonger;
import uk.onevoice.mandates.domain.MandateRejection.WithinPeriod;
import uk.onevoice.mandates.domain.UseCommand.Invoke;
import uk.onevoice.mandates.domain.UseEvent.Act;
import uk.onevoice.mandates.domain.UseEvent.MandateInvoked;
import uk.onevoice.mandates.domain.UseEvent.Verdict;
import uk.onevoice.testkit.DeciderRules;

/** What becomes of a mandate that practices were asked for. */
class LifeTest {
  private static final Holder OTHER =
      new Holder(LMC, HolderRole.LMC_OFFICER, new Label("LMC officer"));
  private static final Terms CHANGED = about(NURSING, START, END);
  private static final VersionAsked ASKED_AGAIN =
      new VersionAsked(ID, PLACE, 2, Version.Why.TERMS_CHANGED, CHANGED, YESTERDAY);
  private static final MandateSuspended SUSPENDED =
      new MandateSuspended(ID, 1, Stage.Reason.BY_LEADERS, null, YESTERDAY);
  private static final MandateEnded ENDED = new MandateEnded(ID, 1, null, YESTERDAY);
  private static final MandateExpired EXPIRED = new MandateExpired(ID, 1, END);
  private static final LocalDate NEXT_END = END.plusMonths(24);
  private static final VersionAsked RENEWED =
      new VersionAsked(ID, PLACE, 2, Version.Why.RENEWED, TERMS.during(END, NEXT_END), TODAY);
  private static final UUID WHY = uuid(80);

  private final DeciderRules<MandateCommand, Mandate, MandateEvent, MandateRejection> mandate =
      DeciderRules.of(Mandate.DECIDER);

  @Test
  void whoever_holds_the_role_takes_the_mandate_on() {
    List<MandateEvent> history = List.of(DRAFT, OPENED);
    var accepted = new HolderAccepted(ID, 1, TODAY);
    mandate.given(history).when(new Accept(ID, HELD, TODAY)).then(accepted);
    mandate.given(DRAFT, OPENED, accepted).when(new Accept(ID, HELD, TODAY)).then();
    mandate
        .given(history)
        .when(new Accept(ID, Set.of(new Holder.Held(NETWORK, HolderRole.FEDERATION_LEAD)), TODAY))
        .thenRejected(new NotTheHolder(HOLDER));
    mandate
        .given(history)
        .when(new Accept(ID, Set.of(new Holder.Held(FEDERATION, HolderRole.LMC_OFFICER)), TODAY))
        .thenRejected(new NotTheHolder(HOLDER));
  }

  @Test
  void each_version_is_accepted_anew_and_what_is_over_is_not() {
    mandate
        .given(inForce(ASKED_AGAIN))
        .when(new Accept(ID, HELD, TODAY))
        .then(new HolderAccepted(ID, 2, TODAY));
    mandate
        .given(inForce(ENDED))
        .when(new Accept(ID, HELD, TODAY))
        .thenRejected(new MandateOver(ID));
    mandate
        .given(openedInOneStep(null))
        .when(new Accept(ID, HELD, TODAY))
        .thenRejected(new NoTerms(ID));
  }

  @Test
  void the_lmc_of_the_place_endorses_each_version_once() {
    var endorsed = new MandateEndorsed(ID, 1, LMC, TODAY);
    mandate.given(asked()).when(new Endorse(ID, LMC, true, TODAY)).then(endorsed);
    mandate.given(DRAFT, OPENED, endorsed).when(new Endorse(ID, LMC, true, TODAY)).then();
    mandate
        .given(asked())
        .when(new Endorse(ID, LMC, false, TODAY))
        .thenRejected(new NotTheLmcOfThePlace(LMC));
    mandate
        .given(inForce(endorsed, ASKED_AGAIN))
        .when(new Endorse(ID, LMC, true, TODAY))
        .then(new MandateEndorsed(ID, 2, LMC, TODAY));
    mandate
        .given(inForce(ENDED))
        .when(new Endorse(ID, LMC, true, TODAY))
        .thenRejected(new MandateOver(ID));
    mandate
        .given(inForce(EXPIRED))
        .when(new Endorse(ID, LMC, true, TODAY))
        .thenRejected(new MandateOver(ID));
    mandate
        .given(inForce(RENEWED, EXPIRED))
        .when(new Endorse(ID, LMC, true, TODAY))
        .then(new MandateEndorsed(ID, 2, LMC, TODAY));
  }

  @Test
  void it_comes_into_force_when_enough_have_granted_it() {
    mandate
        .given(asked(P1, P2, P3))
        .when(activate(START))
        .then(new MandateActivated(ID, 1, ENOUGH, START));
    mandate
        .given(asked(P1, P2))
        .when(activate(START))
        .thenRejected(
            new BelowThreshold(new Tally(4, 2, 10_000, 7_000), new Threshold(3, null, 60)));
    mandate
        .given(asked(P2, P3, P4))
        .when(activate(START))
        .then(new MandateActivated(ID, 1, new Tally(4, 3, 10_000, 6_000), START));
  }

  @Test
  void it_comes_into_force_on_one_of_its_own_days() {
    var before = START.minusDays(1);
    mandate.given(asked(P1, P2, P3)).when(activate(before)).thenRejected(new FirstDayToCome(START));
    mandate.given(asked(P1, P2, P3)).when(activate(END)).thenRejected(new RunOut(ID, END));
    mandate
        .given(asked(P1, P2, P3))
        .when(activate(END.minusDays(1)))
        .then(new MandateActivated(ID, 1, ENOUGH, END.minusDays(1)));
  }

  @Test
  void it_comes_into_force_only_with_a_holder_who_accepted_it_and_is_in_post() {
    mandate
        .given(List.of(DRAFT, OPENED, granted(P1), granted(P2), granted(P3)))
        .when(activate(TODAY))
        .thenRejected(new NotAccepted(HOLDER));
    mandate
        .given(asked(P1, P2, P3))
        .when(new Activate(ID, NOBODY, TODAY, VALLEY))
        .thenRejected(new HolderVacant(HOLDER));
  }

  @Test
  void only_what_practices_are_asked_for_comes_into_force() {
    mandate.given(inForce()).when(activate(TODAY)).thenRejected(new NothingAsked(ID));
    mandate.given(inForce(RENEWED, ENDED)).when(activate(END)).thenRejected(new MandateOver(ID));
    mandate.given(openedInOneStep(null)).when(activate(TODAY)).thenRejected(new NothingAsked(ID));
  }

  @Test
  void other_terms_are_a_new_version_and_the_one_in_force_stays() {
    mandate.given(inForce()).when(new Amend(ID, CHANGED, true, YESTERDAY)).then(ASKED_AGAIN);
    mandate
        .given(inForce(ASKED_AGAIN))
        .when(invoke(CARE.topicId()))
        .then(covered(1, CARE.topicId()));
  }

  @Test
  void a_new_version_takes_the_place_of_the_old_with_its_own_answers() {
    var history =
        inForce(
            ASKED_AGAIN,
            new HolderAccepted(ID, 2, YESTERDAY),
            new ConsentGranted(ID, P1, YESTERDAY, 2, null),
            new ConsentGranted(ID, P2, YESTERDAY, 2, null));
    mandate
        .given(history)
        .when(activate(TODAY))
        .thenRejected(
            new BelowThreshold(new Tally(4, 2, 10_000, 7_000), new Threshold(null, 75, null)));
    List<MandateEvent> granted = new ArrayList<>(history);
    granted.add(new ConsentGranted(ID, P4, YESTERDAY, 2, null));
    var activated = new MandateActivated(ID, 2, new Tally(4, 3, 10_000, 8_000), TODAY);
    mandate.given(granted).when(activate(TODAY)).then(activated);
    granted.add(activated);
    mandate.given(granted).when(activate(TODAY)).thenRejected(new NothingAsked(ID));
    mandate
        .given(granted)
        .when(respond(1, given(P3, Answer.WITHDRAW)))
        .thenRejected(new NoSuchVersion(1));
    mandate
        .given(granted)
        .when(respond(null, given(P3, Answer.WITHDRAW)))
        .thenRejected(new NothingToWithdraw(P3));
  }

  @Test
  void while_none_is_in_force_other_terms_take_the_place_of_what_was_asked() {
    List<MandateEvent> history = new ArrayList<>(asked(P1, P2, P3));
    mandate.given(history).when(new Amend(ID, CHANGED, true, YESTERDAY)).then(ASKED_AGAIN);
    history.add(ASKED_AGAIN);
    mandate.given(history).when(activate(TODAY)).thenRejected(new NotAccepted(HOLDER));
    mandate
        .given(history)
        .when(respond(1, given(P4, Answer.GRANT)))
        .thenRejected(new NoSuchVersion(1));
    mandate
        .given(history)
        .when(new Amend(ID, TERMS, true, TODAY))
        .then(new VersionAsked(ID, PLACE, 3, Version.Why.TERMS_CHANGED, TERMS, TODAY));
  }

  @Test
  void other_terms_do_not_make_it_run_longer_and_are_themselves_in_order() {
    var longer = about(NURSING, START.plusDays(1), END.plusDays(1));
    mandate
        .given(inForce())
        .when(new Amend(ID, longer, true, TODAY))
        .thenRejected(new RunsLonger(END));
    mandate
        .given(inForce())
        .when(new Amend(ID, CHANGED, false, TODAY))
        .thenRejected(new HolderDoesNotSpeakForPractices(FEDERATION));
    mandate
        .given(inForce(ASKED_AGAIN))
        .when(new Amend(ID, CHANGED, true, TODAY))
        .thenRejected(new AlreadyAsking(2));
    mandate
        .given(inForce(ENDED))
        .when(new Amend(ID, CHANGED, true, TODAY))
        .thenRejected(new MandateOver(ID));
    mandate
        .given(openedInOneStep(null))
        .when(new Amend(ID, CHANGED, true, TODAY))
        .thenRejected(new NoTerms(ID));
  }

  @Test
  void a_version_that_practices_are_asked_for_can_be_given_up() {
    var givenUp = new VersionWithdrawn(ID, 2, TODAY);
    mandate.given(inForce(ASKED_AGAIN)).when(new WithdrawVersion(ID, TODAY)).then(givenUp);
    mandate
        .given(inForce())
        .when(new WithdrawVersion(ID, TODAY))
        .thenRejected(new NothingAsked(ID));
    mandate
        .given(inForce(ASKED_AGAIN, givenUp))
        .when(respond(2, given(P1, Answer.GRANT)))
        .thenRejected(new NoSuchVersion(2));
    // What was answered to it stays, so its number is not used again.
    mandate
        .given(inForce(ASKED_AGAIN, givenUp))
        .when(new Amend(ID, CHANGED, true, TODAY))
        .then(new VersionAsked(ID, PLACE, 3, Version.Why.TERMS_CHANGED, CHANGED, TODAY));
  }

  @Test
  void it_is_renewed_for_a_period_that_begins_where_it_ends() {
    mandate.given(inForce()).when(new Renew(ID, null, NEXT_END, TODAY)).then(RENEWED);
    mandate.given(inForce()).when(new Renew(ID, END, NEXT_END, TODAY)).then(RENEWED);
    mandate
        .given(inForce())
        .when(new Renew(ID, END.minusDays(1), NEXT_END, TODAY))
        .thenRejected(new WithinPeriod(END));
    mandate
        .given(inForce())
        .when(new Renew(ID, null, NEXT_END.plusDays(1), TODAY))
        .thenRejected(new LongerThanTwoYears(END, NEXT_END));
    mandate
        .given(inForce(RENEWED))
        .when(new Renew(ID, null, NEXT_END, TODAY))
        .thenRejected(new AlreadyAsking(2));
  }

  @Test
  void what_ran_out_is_renewed_from_today_and_what_was_ended_or_never_in_force_is_not() {
    var later = END.plusDays(10);
    mandate
        .given(inForce(EXPIRED))
        .when(new Renew(ID, null, NEXT_END, later))
        .then(
            new VersionAsked(
                ID, PLACE, 2, Version.Why.RENEWED, TERMS.during(later, NEXT_END), later));
    mandate
        .given(inForce(ENDED))
        .when(new Renew(ID, null, NEXT_END, TODAY))
        .thenRejected(new MandateOver(ID));
    mandate
        .given(asked(P1))
        .when(new Renew(ID, null, NEXT_END, TODAY))
        .thenRejected(new NotInForce(ID));
    mandate
        .given(openedInOneStep(null))
        .when(new Renew(ID, null, NEXT_END, TODAY))
        .thenRejected(new NoTerms(ID));
  }

  @Test
  void the_next_period_begins_without_a_gap_when_all_is_ready() {
    var ready =
        inForce(
            RENEWED,
            new HolderAccepted(ID, 2, TODAY),
            new ConsentGranted(ID, P1, TODAY, 2, null),
            new ConsentGranted(ID, P2, TODAY, 2, null),
            new ConsentGranted(ID, P3, TODAY, 2, null));
    mandate
        .given(ready)
        .when(new TakeStock(ID, HELD, END, VALLEY))
        .then(new MandateActivated(ID, 2, ENOUGH, END));
    mandate.given(ready).when(new TakeStock(ID, HELD, END.minusDays(1), VALLEY)).then();
    mandate
        .given(ready)
        .when(new TakeStock(ID, NOBODY, END, VALLEY))
        .then(new MandateExpired(ID, 1, END));
    // Other terms wait for somebody to put them in force.
    mandate
        .given(
            inForce(
                ASKED_AGAIN,
                new HolderAccepted(ID, 2, TODAY),
                new ConsentGranted(ID, P1, TODAY, 2, null),
                new ConsentGranted(ID, P2, TODAY, 2, null),
                new ConsentGranted(ID, P3, TODAY, 2, null)))
        .when(new TakeStock(ID, HELD, TODAY, VALLEY))
        .then();
  }

  @Test
  void it_runs_out_on_its_own_day_once() {
    mandate.given(inForce()).when(new TakeStock(ID, HELD, END.minusDays(1), VALLEY)).then();
    mandate.given(inForce()).when(new TakeStock(ID, HELD, END.plusDays(3), VALLEY)).then(EXPIRED);
    mandate.given(inForce(EXPIRED)).when(new TakeStock(ID, HELD, END.plusDays(3), VALLEY)).then();
    mandate.given(inForce(ENDED)).when(new TakeStock(ID, HELD, END.plusDays(3), VALLEY)).then();
    mandate.given(asked()).when(new TakeStock(ID, HELD, END, VALLEY)).then(EXPIRED);
  }

  @Test
  void a_practice_that_leaves_the_place_can_put_it_at_risk() {
    mandate
        .given(inForce())
        .when(new TakeStock(ID, HELD, TODAY, electorate(4_000L, 3_000L)))
        .then(new MandateAtRisk(ID, 1, new Tally(2, 2, 7_000, 7_000), TODAY));
  }

  @Test
  void it_is_suspended_and_lifted_again() {
    var suspended = new MandateSuspended(ID, 1, Stage.Reason.BY_LEADERS, WHY, TODAY);
    mandate.given(inForce()).when(new Suspend(ID, WHY, TODAY)).then(suspended);
    mandate.given(inForce(suspended)).when(new Suspend(ID, null, TODAY)).then();
    mandate.given(asked()).when(new Suspend(ID, null, TODAY)).thenRejected(new NotInForce(ID));
    mandate
        .given(inForce(ENDED))
        .when(new Suspend(ID, null, TODAY))
        .thenRejected(new NotInForce(ID));
    mandate
        .given(inForce(suspended))
        .when(lift(HELD, TODAY))
        .then(new SuspensionLifted(ID, 1, TODAY));
    mandate.given(inForce()).when(lift(HELD, TODAY)).thenRejected(new NotSuspended(ID));
    mandate
        .given(inForce(suspended))
        .when(lift(NOBODY, TODAY))
        .thenRejected(new HolderVacant(HOLDER));
    mandate.given(inForce(suspended)).when(lift(HELD, END)).thenRejected(new RunOut(ID, END));
    mandate
        .given(inForce(suspended, new SuspensionLifted(ID, 1, TODAY)))
        .when(invoke(CARE.topicId()))
        .then(covered(1, CARE.topicId()));
  }

  @Test
  void what_fell_below_meanwhile_is_at_risk_when_it_is_lifted() {
    mandate
        .given(inForce(SUSPENDED, new ConsentWithdrawn(ID, P1, TODAY, null, null)))
        .when(lift(HELD, TODAY))
        .then(
            new SuspensionLifted(ID, 1, TODAY),
            new MandateAtRisk(ID, 1, new Tally(4, 2, 10_000, 5_000), TODAY));
  }

  @Test
  void a_mandate_of_one_step_is_suspended_and_lifted_without_asking_who_is_in_post() {
    mandate
        .given(openedInOneStep(null))
        .when(new Suspend(ID, null, TODAY))
        .then(new MandateSuspended(ID, 1, Stage.Reason.BY_LEADERS, null, TODAY));
    mandate
        .given(openedInOneStep(null), SUSPENDED)
        .when(lift(NOBODY, TODAY))
        .then(new SuspensionLifted(ID, 1, TODAY));
  }

  @Test
  void it_knows_when_grants_were_too_few_who_was_reminded_and_why_it_stopped() {
    var few = new Tally(4, 2, 10_000, 5_000);
    var told =
        (Mandate.Opened)
            Mandate.DECIDER.fold(
                inForce(
                    new MandateAtRisk(ID, 1, few, YESTERDAY.minusDays(3)),
                    new MandateRestored(ID, 1, ENOUGH, YESTERDAY.minusDays(2)),
                    new PracticesReminded(ID, 1, List.of(P4), YESTERDAY),
                    new PracticesReminded(ID, 1, List.of(P3, P4), TODAY),
                    new MandateAtRisk(ID, 1, few, YESTERDAY),
                    new MandateSuspended(ID, 1, Stage.Reason.BY_LEADERS, WHY, TODAY)));
    assertThat(told.risks())
        .containsExactly(
            new Risk(1, YESTERDAY.minusDays(3), few, YESTERDAY.minusDays(2)),
            new Risk(1, YESTERDAY, few, null));
    assertThat(told.version().reminders())
        .containsExactly(
            new Reminder(YESTERDAY, List.of(P4)), new Reminder(TODAY, List.of(P3, P4)));
    assertThat(told.stage())
        .isEqualTo(
            new Stage.Suspended(
                TODAY, Stage.Reason.BY_LEADERS, WHY, new Stage.InForce(START, YESTERDAY)));
    assertThat(((Mandate.Opened) Mandate.DECIDER.fold(told, List.of(ENDED))).stage())
        .isEqualTo(new Stage.Ended(ENDED.on(), ENDED.wordsRef()));
  }

  @Test
  void a_vacant_holder_suspends_it_once() {
    var vacant = new MandateSuspended(ID, 1, Stage.Reason.HOLDER_VACANT, null, TODAY);
    mandate.given(inForce()).when(new LeaveHolderVacant(ID, TODAY)).then(vacant);
    mandate.given(inForce(vacant)).when(new LeaveHolderVacant(ID, TODAY)).then();
    mandate.given(asked()).when(new LeaveHolderVacant(ID, TODAY)).then();
    mandate.given(inForce(ENDED)).when(new LeaveHolderVacant(ID, TODAY)).then();
  }

  @Test
  void it_is_ended_before_it_runs_out() {
    var ended = new MandateEnded(ID, 1, WHY, TODAY);
    mandate.given(inForce()).when(new End(ID, WHY, TODAY)).then(ended);
    mandate.given(inForce(SUSPENDED)).when(new End(ID, WHY, TODAY)).then(ended);
    mandate.given(asked()).when(new End(ID, WHY, TODAY)).then(ended);
    mandate.given(inForce(ended)).when(new End(ID, null, TODAY)).then();
    mandate
        .given(inForce(EXPIRED))
        .when(new End(ID, null, TODAY))
        .thenRejected(new MandateOver(ID));
  }

  @Test
  void who_stands_in_is_named_and_stood_down() {
    var named = new AlternateNamed(ID, OTHER, TODAY);
    var stoodDown = new AlternateStoodDown(ID, STAND_IN, TODAY);
    mandate.given(inForce()).when(new NameAlternate(ID, OTHER, true, TODAY)).then(named);
    mandate.given(inForce(named)).when(new NameAlternate(ID, OTHER, true, TODAY)).then();
    mandate.given(inForce()).when(new NameAlternate(ID, STAND_IN, true, TODAY)).then();
    mandate
        .given(inForce())
        .when(new NameAlternate(ID, OTHER, false, TODAY))
        .thenRejected(new HolderDoesNotSpeakForPractices(LMC));
    mandate
        .given(inForce(ENDED))
        .when(new NameAlternate(ID, OTHER, true, TODAY))
        .thenRejected(new MandateOver(ID));
    mandate
        .given(openedInOneStep(null))
        .when(new NameAlternate(ID, OTHER, true, TODAY))
        .thenRejected(new NoTerms(ID));
    mandate.given(inForce()).when(new StandAlternateDown(ID, STAND_IN, TODAY)).then(stoodDown);
    mandate
        .given(inForce())
        .when(new StandAlternateDown(ID, OTHER, TODAY))
        .thenRejected(new NotAnAlternate(OTHER));
    mandate
        .given(inForce(stoodDown))
        .when(new StandAlternateDown(ID, STAND_IN, TODAY))
        .thenRejected(new NotAnAlternate(STAND_IN));
    mandate
        .given(openedInOneStep(null))
        .when(new StandAlternateDown(ID, STAND_IN, TODAY))
        .thenRejected(new NotAnAlternate(STAND_IN));
  }

  @Test
  void who_stands_in_does_so_in_the_version_that_is_asked_for_too() {
    var history =
        inForce(
            ASKED_AGAIN,
            new AlternateNamed(ID, OTHER, TODAY),
            new MandateActivated(ID, 2, ENOUGH, TODAY));
    mandate.given(history).when(new NameAlternate(ID, OTHER, true, TODAY)).then();
  }

  @Test
  void when_its_ics_is_followed_by_another_somebody_says_that_it_still_holds() {
    var needed = new ConfirmationNeeded(ID, ICB, NEW_ICB, TODAY);
    var confirmed = new MandateConfirmed(ID, NEW_ICB, TODAY);
    var follow = new FollowIcs(ID, ICB, NEW_ICB, TODAY);
    mandate.given(inForce()).when(follow).then(needed);
    mandate.given(inForce(needed)).when(follow).then();
    mandate.given(inForce(needed)).when(new Confirm(ID, TODAY)).then(confirmed);
    mandate.given(inForce(needed, confirmed)).when(follow).then();
    mandate
        .given(inForce(needed, confirmed))
        .when(new Confirm(ID, TODAY))
        .thenRejected(new NothingToConfirm(ID));
    mandate.given(inForce()).when(new Confirm(ID, TODAY)).thenRejected(new NothingToConfirm(ID));
    mandate.given(inForce()).when(new FollowIcs(ID, ICB, ICB, TODAY)).then();
    mandate.given(inForce(ENDED)).when(follow).then();
    var third = new OrganisationId("WYVICB03");
    mandate
        .given(inForce(needed, confirmed))
        .when(new FollowIcs(ID, ICB, third, TODAY))
        .then(new ConfirmationNeeded(ID, ICB, third, TODAY));
  }

  @Test
  void where_it_stands_is_told_in_one_word() {
    assertThat(on(asked(), TODAY)).isEqualTo(Mandate.State.ASKED);
    assertThat(on(asked(), END)).isEqualTo(Mandate.State.EXPIRED);
    assertThat(on(inForce(), TODAY)).isEqualTo(Mandate.State.IN_FORCE);
    assertThat(on(inForce(), START)).isEqualTo(Mandate.State.IN_FORCE);
    assertThat(on(inForce(), START.minusDays(1))).isEqualTo(Mandate.State.ASKED);
    assertThat(on(inForce(), END)).isEqualTo(Mandate.State.EXPIRED);
    assertThat(on(inForce(new MandateAtRisk(ID, 1, ENOUGH, YESTERDAY)), TODAY))
        .isEqualTo(Mandate.State.AT_RISK);
    assertThat(on(inForce(SUSPENDED), TODAY)).isEqualTo(Mandate.State.SUSPENDED);
    assertThat(on(inForce(SUSPENDED), END)).isEqualTo(Mandate.State.EXPIRED);
    assertThat(on(inForce(EXPIRED), TODAY)).isEqualTo(Mandate.State.EXPIRED);
    assertThat(on(inForce(ENDED), TODAY)).isEqualTo(Mandate.State.ENDED);
    assertThat(Mandate.State.AT_RISK.isInForce()).isTrue();
    assertThat(Mandate.State.IN_FORCE.isInForce()).isTrue();
    assertThat(Mandate.State.SUSPENDED.isInForce()).isFalse();
  }

  @Test
  void what_was_said_while_nobody_could_is_not_covered_afterwards() {
    assertThat(
            Mandate.DECIDER.fold(inForce(SUSPENDED, new SuspensionLifted(ID, 1, TODAY)))
                    instanceof Mandate.Opened opened
                ? opened.stage()
                : null)
        .isEqualTo(new Stage.InForce(TODAY, null));
  }

  private static Mandate.State on(List<MandateEvent> history, LocalDate day) {
    return ((Mandate.Opened) Mandate.DECIDER.fold(history)).on(day);
  }

  @Test
  void what_was_never_asked_for_has_no_life() {
    mandate.given().when(new End(ID, null, TODAY)).thenRejected(new NotOpened(ID));
  }

  private static Activate activate(LocalDate on) {
    return new Activate(ID, HELD, on, VALLEY);
  }

  private static LiftSuspension lift(Set<Holder.Held> inPost, LocalDate on) {
    return new LiftSuspension(ID, inPost, on, VALLEY);
  }

  private static Invoke invoke(UUID topic) {
    return new Invoke(
        ID,
        new InvocationId(uuid(90)),
        Act.SPOKE,
        topic,
        BOARD.forumId(),
        List.of(),
        null,
        null,
        null,
        HELD,
        TODAY,
        TODAY,
        VALLEY);
  }

  private static MandateInvoked covered(int version, UUID topic) {
    return new MandateInvoked(
        ID,
        new InvocationId(uuid(90)),
        version,
        Act.SPOKE,
        Verdict.COVERED,
        List.of(),
        topic,
        BOARD.forumId(),
        List.of(),
        null,
        null,
        null,
        0,
        TODAY,
        null);
  }
}
