package uk.onevoice.mandates.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.mandates.domain.MarlValley.BOARD;
import static uk.onevoice.mandates.domain.MarlValley.CARE;
import static uk.onevoice.mandates.domain.MarlValley.DRAFT;
import static uk.onevoice.mandates.domain.MarlValley.ELSEWHERE;
import static uk.onevoice.mandates.domain.MarlValley.END;
import static uk.onevoice.mandates.domain.MarlValley.ENOUGH;
import static uk.onevoice.mandates.domain.MarlValley.FEDERATION;
import static uk.onevoice.mandates.domain.MarlValley.HELD;
import static uk.onevoice.mandates.domain.MarlValley.HERE;
import static uk.onevoice.mandates.domain.MarlValley.ID;
import static uk.onevoice.mandates.domain.MarlValley.LMC;
import static uk.onevoice.mandates.domain.MarlValley.MAY;
import static uk.onevoice.mandates.domain.MarlValley.NETWORK;
import static uk.onevoice.mandates.domain.MarlValley.NEVER;
import static uk.onevoice.mandates.domain.MarlValley.NURSING;
import static uk.onevoice.mandates.domain.MarlValley.P1;
import static uk.onevoice.mandates.domain.MarlValley.P2;
import static uk.onevoice.mandates.domain.MarlValley.P3;
import static uk.onevoice.mandates.domain.MarlValley.P4;
import static uk.onevoice.mandates.domain.MarlValley.PLACE;
import static uk.onevoice.mandates.domain.MarlValley.REFER;
import static uk.onevoice.mandates.domain.MarlValley.START;
import static uk.onevoice.mandates.domain.MarlValley.THERE;
import static uk.onevoice.mandates.domain.MarlValley.TODAY;
import static uk.onevoice.mandates.domain.MarlValley.TOMORROW;
import static uk.onevoice.mandates.domain.MarlValley.VALLEY;
import static uk.onevoice.mandates.domain.MarlValley.YESTERDAY;
import static uk.onevoice.mandates.domain.MarlValley.about;
import static uk.onevoice.mandates.domain.MarlValley.asked;
import static uk.onevoice.mandates.domain.MarlValley.electorate;
import static uk.onevoice.mandates.domain.MarlValley.granted;
import static uk.onevoice.mandates.domain.MarlValley.inForce;
import static uk.onevoice.mandates.domain.MarlValley.opened;
import static uk.onevoice.mandates.domain.MarlValley.openedInOneStep;
import static uk.onevoice.mandates.domain.MarlValley.terms;
import static uk.onevoice.mandates.domain.MarlValley.uuid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.mandates.domain.LifeEvent.MandateActivated;
import uk.onevoice.mandates.domain.LifeEvent.MandateAtRisk;
import uk.onevoice.mandates.domain.LifeEvent.MandateEnded;
import uk.onevoice.mandates.domain.LifeEvent.MandateEndorsed;
import uk.onevoice.mandates.domain.LifeEvent.MandateExpired;
import uk.onevoice.mandates.domain.LifeEvent.MandateSuspended;
import uk.onevoice.mandates.domain.MandateRejection.InvokedInTheFuture;
import uk.onevoice.mandates.domain.MandateRejection.LmcNotNeeded;
import uk.onevoice.mandates.domain.MandateRejection.NoAuthorityForPractice;
import uk.onevoice.mandates.domain.MandateRejection.NotProvisional;
import uk.onevoice.mandates.domain.MandateRejection.PracticeNotAsked;
import uk.onevoice.mandates.domain.MandateRejection.PracticeNotInPlace;
import uk.onevoice.mandates.domain.UseCommand.Invoke;
import uk.onevoice.mandates.domain.UseCommand.Ratify;
import uk.onevoice.mandates.domain.UseCommand.RatifyForLmc;
import uk.onevoice.mandates.domain.UseCommand.TakeBack;
import uk.onevoice.mandates.domain.UseEvent.Act;
import uk.onevoice.mandates.domain.UseEvent.InvocationRatified;
import uk.onevoice.mandates.domain.UseEvent.InvocationTakenBack;
import uk.onevoice.mandates.domain.UseEvent.LmcRatificationGiven;
import uk.onevoice.mandates.domain.UseEvent.MandateInvoked;
import uk.onevoice.mandates.domain.UseEvent.Outside;
import uk.onevoice.mandates.domain.UseEvent.RatificationGiven;
import uk.onevoice.mandates.domain.UseEvent.Verdict;
import uk.onevoice.testkit.DeciderRules;

/** What is said and agreed under a mandate. */
class UseTest {
  private static final InvocationId INVOCATION = new InvocationId(uuid(90));

  private final DeciderRules<MandateCommand, Mandate, MandateEvent, MandateRejection> mandate =
      DeciderRules.of(Mandate.DECIDER);

  @Test
  void what_lies_inside_is_covered() {
    mandate.given(inForce()).when(speak().wish()).then(speak().is());
    mandate.given(inForce()).when(agree(MAY).wish()).then(agree(MAY).is());
    mandate.given(inForce()).when(speak().limits(REFER).wish()).then(speak().limits(REFER).is());
  }

  @Test
  void who_stands_in_is_covered_as_the_holder_is() {
    var standIn = speak().by(new Holder.Held(NETWORK, HolderRole.PCN_CLINICAL_DIRECTOR));
    mandate.given(inForce()).when(standIn.wish()).then(standIn.is());
  }

  @Test
  void anybody_else_is_not() {
    var stranger = speak().by(new Holder.Held(LMC, HolderRole.LMC_OFFICER));
    mandate.given(inForce()).when(stranger.wish()).then(stranger.is(Outside.HOLDER));
  }

  @Test
  void another_topic_or_table_is_outside() {
    var other = speak().about(NURSING.topicId());
    mandate.given(inForce()).when(other.wish()).then(other.is(Outside.TOPIC));
    var elsewhere = speak().at(ELSEWHERE);
    mandate.given(inForce()).when(elsewhere.wish()).then(elsewhere.is(Outside.TABLE));
    var nowhere = speak().at(null);
    mandate.given(inForce()).when(nowhere.wish()).then(nowhere.is(Outside.TABLE));
  }

  @Test
  void without_named_tables_it_holds_at_every_one() {
    var terms = about(CARE, START, END);
    var history =
        List.<MandateEvent>of(DRAFT, opened(terms), new MandateActivated(ID, 1, ENOUGH, START));
    mandate.given(history).when(speak().at(ELSEWHERE).wish()).then(speak().at(ELSEWHERE).is());
    mandate.given(history).when(speak().at(null).wish()).then(speak().at(null).is());
  }

  @Test
  void to_agree_needs_a_limit_that_allows_it() {
    for (var outside :
        List.of(
            agree(),
            agree(REFER),
            agree(NEVER),
            agree(MAY, REFER),
            agree(new Limit(Limit.Kind.MAY_AGREE, uuid(99))))) {
      mandate.given(inForce()).when(outside.wish()).then(outside.is(Outside.LIMIT));
    }
  }

  @Test
  void nobody_speaks_for_what_may_not_be_agreed() {
    var never = speak().limits(NEVER);
    mandate.given(inForce()).when(never.wish()).then(never.is(Outside.LIMIT));
  }

  @Test
  void a_day_outside_its_period_or_before_it_came_into_force_is_outside() {
    var before = speak().on(START.minusDays(1));
    mandate.given(inForce()).when(before.wish()).then(before.is(Outside.DATE));
    mandate.given(inForce()).when(speak().on(START).wish()).then(speak().on(START).is());
    List<MandateEvent> late = new ArrayList<>(asked(P1, P2, P3));
    late.add(new MandateActivated(ID, 1, ENOUGH, YESTERDAY));
    var early = speak().on(YESTERDAY.minusDays(1));
    mandate.given(late).when(early.wish()).then(early.is(Outside.DATE));
    mandate.given(late).when(speak().on(YESTERDAY).wish()).then(speak().on(YESTERDAY).is());
    var after = speak().on(END).today(END);
    mandate.given(inForce()).when(after.wish()).then(after.is(Outside.DATE));
  }

  @Test
  void nobody_has_spoken_tomorrow() {
    mandate
        .given(inForce())
        .when(speak().on(TOMORROW).wish())
        .thenRejected(new InvokedInTheFuture(TOMORROW));
  }

  @Test
  void what_is_not_in_force_covers_nothing() {
    mandate.given(asked(P1, P2, P3)).when(speak().wish()).then(speak().is(Outside.NOT_IN_FORCE));
    mandate
        .given(inForce(new MandateSuspended(ID, 1, Stage.Reason.HOLDER_VACANT, null, YESTERDAY)))
        .when(speak().wish())
        .then(speak().is(Outside.NOT_IN_FORCE));
    mandate
        .given(inForce(new MandateExpired(ID, 1, END)))
        .when(speak().wish())
        .then(speak().is(Outside.NOT_IN_FORCE));
    mandate
        .given(inForce(new MandateEnded(ID, 1, null, YESTERDAY)))
        .when(speak().wish())
        .then(speak().is(Outside.NOT_IN_FORCE));
  }

  @Test
  void at_risk_is_in_force() {
    mandate
        .given(inForce(new MandateAtRisk(ID, 1, new Tally(4, 2, 10_000, 5_000), YESTERDAY)))
        .when(speak().wish())
        .then(speak().is());
  }

  @Test
  void a_mandate_of_one_step_lets_its_body_speak_and_nobody_agree() {
    var body = speak().by(new Holder.Held(FEDERATION, HolderRole.LEADERSHIP_GROUP_SUPPORT));
    mandate.given(openedInOneStep(null)).when(body.wish()).then(body.is());
    var agreed = agree(MAY);
    mandate
        .given(openedInOneStep(null), granted(P1), granted(P2))
        .when(agreed.wish())
        .then(agreed.needing(2).is(Outside.LIMIT));
    mandate
        .given(openedInOneStep(null))
        .when(agreed.wish())
        .then(agreed.needing(1).is(Outside.LIMIT));
    var other = speak().about(NURSING.topicId()).by(new Holder.Held(LMC, HolderRole.LMC_CHAIR));
    mandate
        .given(openedInOneStep(BOARD.label()))
        .when(other.wish())
        .then(other.needing(1).is(Outside.TOPIC, Outside.TABLE, Outside.HOLDER));
  }

  @Test
  void what_is_provisional_counts_when_as_many_ratify_as_the_mandate_needs() {
    var provisional = agree(REFER).is(Outside.LIMIT);
    mandate.given(inForce(provisional)).when(ratify(P1, true)).then(word(P1, true));
    mandate
        .given(inForce(provisional, word(P1, true), word(P2, true), word(P4, false)))
        .when(ratify(P3, true))
        .then(word(P3, true), new InvocationRatified(ID, INVOCATION, TODAY));
    // Three practices, but only 58 of 100 patients.
    mandate
        .given(inForce(provisional, word(P1, true), word(P3, true)))
        .when(
            new Ratify(
                ID,
                INVOCATION,
                P4,
                HERE,
                true,
                true,
                TODAY,
                electorate(4_000L, 5_000L, 2_000L, 900L)))
        .then(word(P4, true));
  }

  @Test
  void a_later_word_of_a_practice_takes_the_place_of_the_earlier() {
    var provisional = agree(REFER).is(Outside.LIMIT);
    mandate.given(inForce(provisional, word(P1, true))).when(ratify(P1, true)).then();
    mandate
        .given(inForce(provisional, word(P1, true)))
        .when(ratify(P1, false))
        .then(word(P1, false));
    mandate
        .given(inForce(provisional, word(P1, true), word(P2, true), word(P1, false)))
        .when(ratify(P3, true))
        .then(word(P3, true));
  }

  @Test
  void only_practices_of_the_place_ratify_and_by_who_may_speak_for_them() {
    var provisional = agree(REFER).is(Outside.LIMIT);
    mandate
        .given(inForce(provisional))
        .when(new Ratify(ID, INVOCATION, P1, THERE, true, true, TODAY, VALLEY))
        .thenRejected(new PracticeNotInPlace(P1, TODAY));
    mandate
        .given(inForce(provisional))
        .when(new Ratify(ID, INVOCATION, P1, HERE, false, true, TODAY, VALLEY))
        .thenRejected(new NoAuthorityForPractice(P1));
  }

  @Test
  void what_a_one_step_mandate_left_open_needs_all_that_granted() {
    var provisional = agree(MAY).needing(2).is(Outside.LIMIT);
    mandate
        .given(openedInOneStep(null), granted(P1), granted(P2), provisional, word(P1, true))
        .when(ratify(P2, true))
        .then(word(P2, true), new InvocationRatified(ID, INVOCATION, TODAY));
    mandate
        .given(openedInOneStep(null), granted(P1), granted(P2), provisional)
        .when(ratify(P2, true))
        .then(word(P2, true));
  }

  @Test
  void only_what_is_provisional_is_ratified_or_taken_back() {
    var provisional = agree(REFER).is(Outside.LIMIT);
    var takenBack = new InvocationTakenBack(ID, INVOCATION, TODAY);
    mandate.given(inForce(provisional)).when(new TakeBack(ID, INVOCATION, TODAY)).then(takenBack);
    for (var history :
        List.of(
            inForce(),
            inForce(speak().is()),
            inForce(provisional, takenBack),
            inForce(provisional, new InvocationRatified(ID, INVOCATION, YESTERDAY)))) {
      mandate
          .given(history)
          .when(new TakeBack(ID, INVOCATION, TODAY))
          .thenRejected(new NotProvisional(INVOCATION));
      mandate.given(history).when(ratify(P1, true)).thenRejected(new NotProvisional(INVOCATION));
    }
  }

  @Test
  void an_lmc_that_endorsed_the_mandate_ratifies_it_too() {
    var provisional = agree(REFER).needingLmc().is(Outside.LIMIT);
    var endorsed = new MandateEndorsed(ID, 1, LMC, YESTERDAY);
    mandate.given(inForce(endorsed)).when(agree(REFER).wish()).then(provisional);
    mandate.given(inForce(endorsed)).when(agree(MAY).wish()).then(agree(MAY).is());
    var practices = inForce(endorsed, provisional, word(P1, true), word(P2, true));
    mandate.given(practices).when(ratify(P3, true)).then(word(P3, true));
    mandate.given(practices).when(ratify(LMC, true)).then(word(LMC, true));
    var enough = inForce(endorsed, provisional, word(P1, true), word(P2, true), word(P3, true));
    mandate
        .given(enough)
        .when(ratify(LMC, true))
        .then(word(LMC, true), new InvocationRatified(ID, INVOCATION, TODAY));
    mandate.given(enough).when(ratify(LMC, false)).then(word(LMC, false));
    mandate
        .given(inForce(endorsed, provisional, word(P1, true), word(P2, true), word(LMC, true)))
        .when(ratify(P3, true))
        .then(word(P3, true), new InvocationRatified(ID, INVOCATION, TODAY));
  }

  @Test
  void a_later_word_of_an_lmc_takes_the_place_of_the_earlier() {
    var provisional = agree(REFER).needingLmc().is(Outside.LIMIT);
    mandate.given(inForce(provisional, word(LMC, true))).when(ratify(LMC, true)).then();
    mandate
        .given(inForce(provisional, word(LMC, true)))
        .when(ratify(LMC, false))
        .then(word(LMC, false));
    mandate
        .given(
            inForce(provisional, word(LMC, true), word(P1, true), word(P2, true), word(LMC, false)))
        .when(ratify(P3, true))
        .then(word(P3, true));
  }

  @Test
  void an_lmc_that_had_not_endorsed_it_has_no_word_in_it() {
    var provisional = agree(REFER).is(Outside.LIMIT);
    mandate
        .given(inForce(provisional, new MandateEndorsed(ID, 1, LMC, YESTERDAY)))
        .when(ratify(LMC, true))
        .thenRejected(new LmcNotNeeded(LMC));
    mandate.given(inForce()).when(ratify(LMC, true)).thenRejected(new NotProvisional(INVOCATION));
  }

  @Test
  void of_those_that_are_asked_alone_is_counted_who_ratifies() {
    var asked = new Grantors(NETWORK, null);
    var terms = MarlValley.asking(asked);
    var history =
        List.<MandateEvent>of(
            new DraftEvent.MandateDrafted(ID, PLACE, terms, START),
            opened(terms),
            new MandateActivated(ID, 1, ENOUGH, START),
            agree(REFER).needing(2).is(Outside.LIMIT));
    var network = MarlValley.membersOfNetwork(Map.of(P1, 100L, P2, 300L), Map.of(P3, 9_000L));
    var member = new Belonging(PLACE, Set.of(NETWORK));
    mandate
        .given(history.subList(0, 3))
        .when(agree(REFER).among(network).wish())
        .then(agree(REFER).needing(2).is(Outside.LIMIT));
    mandate
        .given(history)
        .when(new Ratify(ID, INVOCATION, P3, HERE, true, true, TODAY, network))
        .thenRejected(new PracticeNotAsked(P3));
    mandate
        .given(with(history, word(P1, true)))
        .when(new Ratify(ID, INVOCATION, P2, member, true, true, TODAY, network))
        .then(word(P2, true), new InvocationRatified(ID, INVOCATION, TODAY));
  }

  @Test
  void it_knows_whose_members_were_asked_and_whose_word_is_waited_for() {
    var terms = MarlValley.asking(new Grantors(NETWORK, null));
    var wider =
        new LifeEvent.VersionAsked(
            ID, PLACE, 2, Version.Why.TERMS_CHANGED, MarlValley.TERMS, YESTERDAY);
    var history =
        List.<MandateEvent>of(
            opened(terms),
            new MandateActivated(ID, 1, ENOUGH, START),
            agree(REFER).needing(2).needingLmc().is(Outside.LIMIT),
            wider,
            new MandateActivated(ID, 2, ENOUGH, TODAY));
    // All are asked now, and members alone for what was said before.
    var now = (Mandate.Opened) Mandate.DECIDER.fold(history);
    assertThat(now.bodiesAsked()).containsExactly(NETWORK);
    assertThat(now.lmcsOf(INVOCATION)).containsExactly(LMC);
    var settled =
        (Mandate.Opened)
            Mandate.DECIDER.fold(now, List.of(new InvocationTakenBack(ID, INVOCATION, TODAY)));
    assertThat(settled.bodiesAsked()).isEmpty();
    assertThat(settled.lmcsOf(INVOCATION)).isEmpty();
    assertThat(((Mandate.Opened) Mandate.DECIDER.fold(history.subList(0, 1))).bodiesAsked())
        .containsExactly(NETWORK);
  }

  private static List<MandateEvent> with(List<MandateEvent> history, MandateEvent further) {
    List<MandateEvent> all = new ArrayList<>(history);
    all.add(further);
    return all;
  }

  private static RatifyForLmc ratify(OrganisationId lmc, boolean agrees) {
    return new RatifyForLmc(ID, INVOCATION, lmc, agrees, TODAY, VALLEY);
  }

  private static LmcRatificationGiven word(OrganisationId lmc, boolean agrees) {
    return new LmcRatificationGiven(ID, INVOCATION, lmc, agrees, TODAY);
  }

  private static Ratify ratify(PracticeId practice, boolean agrees) {
    return new Ratify(ID, INVOCATION, practice, HERE, true, agrees, TODAY, VALLEY);
  }

  private static RatificationGiven word(PracticeId practice, boolean agrees) {
    return new RatificationGiven(ID, INVOCATION, practice, agrees, TODAY);
  }

  private static Said speak() {
    return new Said(
        Act.SPOKE, CARE.topicId(), BOARD.forumId(), List.of(), HELD, TODAY, TODAY, 3, null, VALLEY);
  }

  private static Said agree(Limit... limits) {
    return new Said(
            Act.AGREED,
            CARE.topicId(),
            BOARD.forumId(),
            List.of(),
            HELD,
            TODAY,
            TODAY,
            3,
            null,
            VALLEY)
        .limits(limits);
  }

  /** What somebody said, as a wish and as what is recorded of it. */
  private record Said(
      Act act,
      UUID topic,
      @Nullable UUID forum,
      List<UUID> limits,
      Set<Holder.Held> held,
      LocalDate on,
      LocalDate today,
      int needs,
      @Nullable List<OrganisationId> lmcs,
      Electorate electorate) {
    Said limits(Limit... others) {
      return new Said(
          act,
          topic,
          forum,
          List.of(others).stream().map(Limit::textRef).toList(),
          held,
          on,
          today,
          needs,
          lmcs,
          electorate);
    }

    Said by(Holder.Held other) {
      return new Said(act, topic, forum, limits, Set.of(other), on, today, needs, lmcs, electorate);
    }

    Said about(UUID other) {
      return new Said(act, other, forum, limits, held, on, today, needs, lmcs, electorate);
    }

    Said at(@Nullable UUID other) {
      return new Said(act, topic, other, limits, held, on, today, needs, lmcs, electorate);
    }

    Said on(LocalDate day) {
      return new Said(act, topic, forum, limits, held, day, today, needs, lmcs, electorate);
    }

    Said today(LocalDate day) {
      return new Said(act, topic, forum, limits, held, on, day, needs, lmcs, electorate);
    }

    Said needing(int practices) {
      return new Said(act, topic, forum, limits, held, on, today, practices, lmcs, electorate);
    }

    Said needingLmc() {
      return new Said(act, topic, forum, limits, held, on, today, needs, List.of(LMC), electorate);
    }

    Said among(Electorate other) {
      return new Said(act, topic, forum, limits, held, on, today, needs, lmcs, other);
    }

    Invoke wish() {
      return new Invoke(
          ID,
          INVOCATION,
          act,
          topic,
          forum,
          limits,
          uuid(91),
          uuid(92),
          uuid(93),
          held,
          on,
          today,
          electorate);
    }

    MandateInvoked is(Outside... outside) {
      return new MandateInvoked(
          ID,
          INVOCATION,
          1,
          act,
          outside.length == 0 ? Verdict.COVERED : Verdict.PROVISIONAL,
          List.of(outside),
          topic,
          forum,
          limits,
          uuid(91),
          uuid(92),
          uuid(93),
          outside.length == 0 ? 0 : needs,
          on,
          outside.length == 0 ? null : lmcs);
    }
  }
}
