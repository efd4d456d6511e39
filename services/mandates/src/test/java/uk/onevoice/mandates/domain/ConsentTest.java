package uk.onevoice.mandates.domain;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static uk.onevoice.mandates.domain.MarlValley.END;
import static uk.onevoice.mandates.domain.MarlValley.ENOUGH;
import static uk.onevoice.mandates.domain.MarlValley.FEDERATION;
import static uk.onevoice.mandates.domain.MarlValley.HERE;
import static uk.onevoice.mandates.domain.MarlValley.ID;
import static uk.onevoice.mandates.domain.MarlValley.NETWORK;
import static uk.onevoice.mandates.domain.MarlValley.NURSING;
import static uk.onevoice.mandates.domain.MarlValley.OTHER_PLACE;
import static uk.onevoice.mandates.domain.MarlValley.P1;
import static uk.onevoice.mandates.domain.MarlValley.P2;
import static uk.onevoice.mandates.domain.MarlValley.P3;
import static uk.onevoice.mandates.domain.MarlValley.P4;
import static uk.onevoice.mandates.domain.MarlValley.PLACE;
import static uk.onevoice.mandates.domain.MarlValley.START;
import static uk.onevoice.mandates.domain.MarlValley.THERE;
import static uk.onevoice.mandates.domain.MarlValley.TODAY;
import static uk.onevoice.mandates.domain.MarlValley.TOMORROW;
import static uk.onevoice.mandates.domain.MarlValley.VALLEY;
import static uk.onevoice.mandates.domain.MarlValley.YESTERDAY;
import static uk.onevoice.mandates.domain.MarlValley.about;
import static uk.onevoice.mandates.domain.MarlValley.asked;
import static uk.onevoice.mandates.domain.MarlValley.given;
import static uk.onevoice.mandates.domain.MarlValley.inForce;
import static uk.onevoice.mandates.domain.MarlValley.respond;
import static uk.onevoice.mandates.domain.MarlValley.uuid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.mandates.domain.ConsentCommand.ConfirmCarried;
import uk.onevoice.mandates.domain.ConsentCommand.EndConsent;
import uk.onevoice.mandates.domain.ConsentCommand.Given;
import uk.onevoice.mandates.domain.ConsentCommand.Remind;
import uk.onevoice.mandates.domain.ConsentCommand.Respond;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentConditional;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentDeclined;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentEnded;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentGranted;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentWithdrawn;
import uk.onevoice.mandates.domain.ConsentEvent.PracticesReminded;
import uk.onevoice.mandates.domain.LifeEvent.MandateAtRisk;
import uk.onevoice.mandates.domain.LifeEvent.MandateEnded;
import uk.onevoice.mandates.domain.LifeEvent.MandateExpired;
import uk.onevoice.mandates.domain.LifeEvent.MandateRestored;
import uk.onevoice.mandates.domain.LifeEvent.MandateSuspended;
import uk.onevoice.mandates.domain.LifeEvent.VersionAsked;
import uk.onevoice.mandates.domain.MandateRejection.AnsweredBeforeAsked;
import uk.onevoice.mandates.domain.MandateRejection.ConditionWithoutWords;
import uk.onevoice.mandates.domain.MandateRejection.MandateOver;
import uk.onevoice.mandates.domain.MandateRejection.NoAuthorityForPractice;
import uk.onevoice.mandates.domain.MandateRejection.NoSuchVersion;
import uk.onevoice.mandates.domain.MandateRejection.NothingToCarry;
import uk.onevoice.mandates.domain.MandateRejection.NothingToWithdraw;
import uk.onevoice.mandates.domain.MandateRejection.PracticeNotAsked;
import uk.onevoice.mandates.domain.MandateRejection.PracticeNotInPlace;
import uk.onevoice.mandates.domain.MandateRejection.RunOut;
import uk.onevoice.mandates.domain.MandateRejection.SomeRefused;
import uk.onevoice.mandates.domain.MandateRejection.SomeRefused.Refused;
import uk.onevoice.mandates.domain.Manner.Through;
import uk.onevoice.testkit.DeciderRules;

/** What practices answer, and others for them. */
class ConsentTest {
  private static final PracticeId P9 = new PracticeId("WYVP0009");
  private static final UUID WORDS = uuid(70);
  private static final UUID MINUTE = uuid(71);
  private static final Manner AT_MEETING = new Manner(Through.MEETING, null, MINUTE, null, null);

  private final DeciderRules<MandateCommand, Mandate, MandateEvent, MandateRejection> mandate =
      DeciderRules.of(Mandate.DECIDER);

  @Test
  void practices_are_asked_before_it_is_in_force() {
    mandate
        .given(asked())
        .when(respond(null, given(P1, Answer.GRANT)))
        .then(new ConsentGranted(ID, P1, TODAY, null, null));
  }

  @Test
  void only_who_has_authority_for_a_practice_answers_for_it() {
    mandate
        .given(asked())
        .when(respond(null, new Given(P1, HERE, false, Answer.GRANT, TODAY, null)))
        .thenRejected(new NoAuthorityForPractice(P1));
  }

  @Test
  void a_condition_is_said_in_words() {
    mandate
        .given(asked())
        .when(respond(null, given(P1, Answer.CONDITIONAL)))
        .thenRejected(new ConditionWithoutWords(P1));
    mandate
        .given(asked())
        .when(respond(null, new Given(P1, HERE, true, Answer.CONDITIONAL, TODAY, WORDS)))
        .then(conditional(WORDS));
  }

  @Test
  void another_condition_is_another_answer_and_the_same_one_is_not() {
    List<MandateEvent> history = new ArrayList<>(asked());
    history.add(conditional(WORDS));
    mandate
        .given(history)
        .when(respond(null, new Given(P1, HERE, true, Answer.CONDITIONAL, TODAY, WORDS)))
        .then();
    mandate
        .given(history)
        .when(respond(null, new Given(P1, HERE, true, Answer.CONDITIONAL, TODAY, MINUTE)))
        .then(conditional(MINUTE));
    // Without words, nothing is said that was not.
    mandate.given(history).when(respond(null, given(P1, Answer.CONDITIONAL))).then();
    mandate
        .given(asked(P1))
        .when(respond(null, new Given(P1, HERE, true, Answer.GRANT, TODAY, WORDS)))
        .then(new ConsentGranted(ID, P1, TODAY, null, Manner.ONLINE.in(WORDS)));
  }

  @Test
  void answers_taken_at_a_meeting_say_so_with_their_evidence() {
    mandate
        .given(asked())
        .when(
            new Respond(
                ID,
                List.of(given(P1, Answer.GRANT), given(P2, Answer.DECLINE)),
                1,
                AT_MEETING,
                TODAY,
                VALLEY))
        .then(
            new ConsentGranted(ID, P1, TODAY, null, AT_MEETING),
            new ConsentDeclined(ID, P2, TODAY, null, AT_MEETING));
  }

  @Test
  void several_answers_are_recorded_together_or_not_at_all() {
    mandate
        .given(asked())
        .when(
            respond(
                null,
                given(P1, Answer.GRANT),
                given(P2, Answer.WITHDRAW),
                new Given(P3, THERE, true, Answer.GRANT, TODAY, null)))
        .thenRejected(
            new SomeRefused(
                List.of(
                    new Refused(1, P2, new NothingToWithdraw(P2)),
                    new Refused(2, P3, new PracticeNotInPlace(P3, TODAY)))));
  }

  @Test
  void an_answer_that_comes_twice_in_one_table_is_recorded_once() {
    mandate
        .given(asked())
        .when(respond(null, given(P1, Answer.GRANT), given(P1, Answer.GRANT)))
        .then(new ConsentGranted(ID, P1, TODAY, null, null));
  }

  @Test
  void one_legal_entity_answers_once_for_all_of_its_practices_and_each_is_recorded() {
    var once = new Manner(Through.ONLINE, null, null, FEDERATION, null);
    mandate
        .given(asked())
        .when(
            new Respond(
                ID,
                List.of(given(P1, Answer.GRANT), given(P2, Answer.GRANT)),
                null,
                once,
                TODAY,
                VALLEY))
        .then(
            new ConsentGranted(ID, P1, TODAY, null, once),
            new ConsentGranted(ID, P2, TODAY, null, once));
  }

  @Test
  void an_answer_is_to_a_version_that_there_is() {
    mandate
        .given(asked())
        .when(respond(2, given(P1, Answer.GRANT)))
        .thenRejected(new NoSuchVersion(2));
    mandate
        .given(asked())
        .when(respond(1, given(P1, Answer.GRANT)))
        .then(new ConsentGranted(ID, P1, TODAY, null, null));
  }

  @Test
  void falling_below_what_it_needs_puts_it_at_risk_once() {
    var withdrawn = new ConsentWithdrawn(ID, P1, TODAY, null, null);
    var atRisk = new MandateAtRisk(ID, 1, new Tally(4, 2, 10_000, 5_000), TODAY);
    mandate
        .given(inForce())
        .when(respond(null, given(P1, Answer.WITHDRAW)))
        .then(withdrawn, atRisk);
    mandate
        .given(inForce(withdrawn, atRisk))
        .when(respond(null, given(P2, Answer.DECLINE)))
        .then(new ConsentDeclined(ID, P2, TODAY, null, null));
  }

  @Test
  void a_grant_that_is_not_needed_says_nothing_about_risk() {
    mandate
        .given(inForce())
        .when(respond(null, given(P4, Answer.GRANT)))
        .then(new ConsentGranted(ID, P4, TODAY, null, null));
  }

  @Test
  void coming_up_again_is_said_once() {
    var withdrawn = new ConsentWithdrawn(ID, P1, YESTERDAY, null, null);
    var atRisk = new MandateAtRisk(ID, 1, new Tally(4, 2, 10_000, 5_000), YESTERDAY);
    var again = new ConsentGranted(ID, P1, TODAY, null, null);
    var restored = new MandateRestored(ID, 1, ENOUGH, TODAY);
    mandate
        .given(inForce(withdrawn, atRisk))
        .when(respond(null, given(P1, Answer.GRANT)))
        .then(again, restored);
    mandate
        .given(inForce(withdrawn, atRisk, again, restored))
        .when(respond(null, given(P4, Answer.GRANT)))
        .then(new ConsentGranted(ID, P4, TODAY, null, null));
  }

  @Test
  void several_answers_lead_to_one_word_about_risk() {
    mandate
        .given(inForce())
        .when(respond(null, given(P1, Answer.DECLINE), given(P4, Answer.GRANT)))
        .then(
            new ConsentDeclined(ID, P1, TODAY, null, null),
            new ConsentGranted(ID, P4, TODAY, null, null));
  }

  @Test
  void before_it_is_in_force_and_while_suspended_nothing_is_at_risk() {
    mandate
        .given(asked(P1))
        .when(respond(null, given(P1, Answer.DECLINE)))
        .then(new ConsentDeclined(ID, P1, TODAY, null, null));
    mandate
        .given(inForce(new MandateSuspended(ID, 1, Stage.Reason.BY_LEADERS, null, YESTERDAY)))
        .when(respond(null, given(P1, Answer.DECLINE)))
        .then(new ConsentDeclined(ID, P1, TODAY, null, null));
  }

  @Test
  void a_mandate_that_was_ended_takes_no_answers() {
    mandate
        .given(inForce(new MandateEnded(ID, 1, null, YESTERDAY)))
        .when(respond(null, given(P4, Answer.GRANT)))
        .thenRejected(new MandateOver(ID));
  }

  @Test
  void a_new_version_is_answered_anew_and_the_old_answers_go_on_for_the_old() {
    var history =
        inForce(
            new VersionAsked(
                ID, PLACE, 2, Version.Why.TERMS_CHANGED, about(NURSING, START, END), YESTERDAY));
    mandate
        .given(history)
        .when(respond(null, given(P1, Answer.GRANT)))
        .then(new ConsentGranted(ID, P1, TODAY, 2, null));
    mandate
        .given(history)
        .when(respond(null, given(P1, Answer.WITHDRAW)))
        .then(
            new ConsentWithdrawn(ID, P1, TODAY, null, null),
            new MandateAtRisk(ID, 1, new Tally(4, 2, 10_000, 5_000), TODAY));
    mandate
        .given(history)
        .when(respond(2, given(P1, Answer.WITHDRAW)))
        .thenRejected(new NothingToWithdraw(P1));
    mandate
        .given(history)
        .when(respond(2, new Given(P1, HERE, true, Answer.GRANT, YESTERDAY.minusDays(1), null)))
        .thenRejected(new AnsweredBeforeAsked(YESTERDAY.minusDays(1), YESTERDAY));
    mandate
        .given(history)
        .when(respond(1, given(P1, Answer.DECLINE)))
        .then(
            new ConsentDeclined(ID, P1, TODAY, null, null),
            new MandateAtRisk(ID, 1, new Tally(4, 2, 10_000, 5_000), TODAY));
  }

  @Test
  void who_has_not_answered_is_reminded_at_most_once_a_day() {
    var reminded = new PracticesReminded(ID, 1, List.of(P2, P4), TODAY);
    List<MandateEvent> history = new ArrayList<>(asked(P1, P3));
    mandate.given(history).when(new Remind(ID, null, TODAY, VALLEY)).then(reminded);
    history.add(reminded);
    mandate.given(history).when(new Remind(ID, null, TODAY, VALLEY)).then();
    mandate
        .given(history)
        .when(new Remind(ID, Set.of(P1, P4), TOMORROW, VALLEY))
        .then(new PracticesReminded(ID, 1, List.of(P4), TOMORROW));
  }

  @Test
  void for_a_new_version_those_are_reminded_who_have_not_answered_that() {
    mandate
        .given(
            inForce(
                new VersionAsked(
                    ID,
                    PLACE,
                    2,
                    Version.Why.TERMS_CHANGED,
                    about(NURSING, START, END),
                    YESTERDAY)))
        .when(new Remind(ID, Set.of(P1), TODAY, VALLEY))
        .then(new PracticesReminded(ID, 2, List.of(P1), TODAY));
  }

  @Test
  void nobody_is_reminded_of_what_is_over() {
    mandate
        .given(asked())
        .when(new Remind(ID, null, END, VALLEY))
        .thenRejected(new RunOut(ID, END));
    mandate
        .given(asked())
        .when(new Remind(ID, Set.of(P1), END.minusDays(1), VALLEY))
        .then(new PracticesReminded(ID, 1, List.of(P1), END.minusDays(1)));
    mandate
        .given(inForce(new MandateEnded(ID, 1, null, YESTERDAY)))
        .when(new Remind(ID, null, TODAY, VALLEY))
        .thenRejected(new MandateOver(ID));
  }

  @Test
  void the_answer_of_a_practice_that_is_no_longer_there_ends() {
    var ended = ended(1);
    mandate
        .given(inForce())
        .when(endConsent(P1))
        .then(ended, new MandateAtRisk(ID, 1, new Tally(3, 2, 6_000, 5_000), TODAY));
    mandate
        .given(inForce(ended))
        .when(endConsent(P1))
        .then(new MandateAtRisk(ID, 1, new Tally(3, 2, 6_000, 5_000), TODAY));
  }

  @Test
  void where_it_had_not_answered_or_took_its_answer_back_nothing_ends() {
    mandate.given(asked()).when(endConsent(P1)).then();
    List<MandateEvent> history = new ArrayList<>(asked(P1));
    history.add(new ConsentWithdrawn(ID, P1, YESTERDAY, null, null));
    mandate.given(history).when(endConsent(P1)).then();
  }

  @Test
  void its_answers_end_in_each_version() {
    var history =
        inForce(
            new VersionAsked(
                ID, PLACE, 2, Version.Why.TERMS_CHANGED, about(NURSING, START, END), YESTERDAY),
            new ConsentDeclined(ID, P1, YESTERDAY, 2, null));
    mandate
        .given(history)
        .when(endConsent(P1))
        .then(ended(1), ended(2), new MandateAtRisk(ID, 1, new Tally(3, 2, 6_000, 5_000), TODAY));
  }

  @Test
  void an_answer_goes_on_with_a_successor_only_when_the_successor_confirms_it() {
    List<MandateEvent> history = new ArrayList<>(asked(P1));
    history.add(ended(1));
    var carried = new Manner(Through.CARRIED, null, null, null, P1);
    mandate
        .given(history)
        .when(confirm(P9, PLACE, true))
        .then(new ConsentGranted(ID, P9, TODAY, null, carried));
    mandate.given(history).when(confirm(P2, PLACE, true)).thenRejected(new NothingToCarry(P2, P1));
    mandate
        .given(history)
        .when(confirm(P9, OTHER_PLACE, true))
        .thenRejected(new PracticeNotInPlace(P9, TODAY));
    mandate
        .given(history)
        .when(confirm(P9, PLACE, false))
        .thenRejected(new NoAuthorityForPractice(P9));
    mandate
        .given(asked(P1))
        .when(confirm(P9, PLACE, true))
        .thenRejected(new NothingToCarry(P9, P1));
  }

  @Test
  void the_condition_goes_on_with_the_answer_and_the_successors_own_answer_stands() {
    List<MandateEvent> history = new ArrayList<>(asked());
    history.add(conditional(WORDS));
    history.add(ended(1));
    mandate
        .given(history)
        .when(confirm(P9, PLACE, true))
        .then(
            new ConsentConditional(
                ID, P9, TODAY, null, new Manner(Through.CARRIED, WORDS, null, null, P1)));
    history.add(new ConsentDeclined(ID, P9, TODAY, null, null));
    mandate.given(history).when(confirm(P9, PLACE, true)).then();
  }

  @Test
  void what_is_over_carries_no_answers() {
    mandate
        .given(inForce(ended(1), new MandateEnded(ID, 1, null, YESTERDAY)))
        .when(confirm(P9, PLACE, true))
        .thenRejected(new MandateOver(ID));
    mandate
        .given(inForce(ended(1), new MandateExpired(ID, 1, END)))
        .when(confirm(P9, PLACE, true))
        .thenRejected(new MandateOver(ID));
  }

  @Test
  void a_confirmed_answer_can_lift_the_risk() {
    var valley =
        new Electorate(
            List.of(
                new Electorate.Voice(P2, 3_000L, Set.of()),
                new Electorate.Voice(P3, 2_000L, Set.of()),
                new Electorate.Voice(P9, 4_000L, Set.of())));
    mandate
        .given(
            inForce(ended(1), new MandateAtRisk(ID, 1, new Tally(3, 2, 6_000, 5_000), YESTERDAY)))
        .when(new ConfirmCarried(ID, P9, P1, HERE, true, TODAY, valley))
        .then(
            new ConsentGranted(
                ID, P9, TODAY, null, new Manner(Through.CARRIED, null, null, null, P1)),
            new MandateRestored(ID, 1, new Tally(3, 3, 9_000, 9_000), TODAY));
  }

  @Test
  void only_those_that_are_asked_answer_and_are_counted_on_the_day_of_their_answer() {
    var terms = MarlValley.asking(new Grantors(NETWORK, null));
    var network = MarlValley.membersOfNetwork(Map.of(P1, 100L, P2, 300L), Map.of(P3, 9_000L));
    var member = new Belonging(PLACE, Set.of(NETWORK));
    List<MandateEvent> asked = List.of(MarlValley.opened(terms));
    mandate
        .given(asked)
        .when(respond(null, new Given(P3, HERE, true, Answer.GRANT, TODAY, null)))
        .thenRejected(new PracticeNotAsked(P3));
    // Who has left the network since was asked on the day of the answer.
    mandate
        .given(asked)
        .when(respond(null, new Given(P3, member, true, Answer.GRANT, TODAY, null)))
        .then(new ConsentGranted(ID, P3, TODAY, null, null));
    mandate
        .given(asked)
        .when(new Remind(ID, null, TODAY, network))
        .then(new PracticesReminded(ID, 1, sorted(network), TODAY));
    mandate
        .given(
            asked.getFirst(),
            MarlValley.granted(P1),
            MarlValley.granted(P2),
            new LifeEvent.HolderAccepted(ID, 1, YESTERDAY))
        .when(new LifeCommand.Activate(ID, MarlValley.HELD, TODAY, network))
        .then(new LifeEvent.MandateActivated(ID, 1, new Tally(2, 2, 400, 400), TODAY));
  }

  private static List<PracticeId> sorted(Electorate network) {
    return network.voices().stream()
        .filter(voice -> voice.bodies().contains(NETWORK))
        .map(Electorate.Voice::practiceId)
        .toList();
  }

  @Test
  void named_practices_are_asked_wherever_they_belong_in_the_place() {
    var terms = MarlValley.asking(new Grantors(null, List.of(P1, P2)));
    List<MandateEvent> asked = List.of(MarlValley.opened(terms));
    mandate
        .given(asked)
        .when(respond(null, new Given(P1, HERE, true, Answer.GRANT, TODAY, null)))
        .then(new ConsentGranted(ID, P1, TODAY, null, null));
    mandate
        .given(asked)
        .when(respond(null, new Given(P3, HERE, true, Answer.GRANT, TODAY, null)))
        .thenRejected(new PracticeNotAsked(P3));
  }

  @Test
  void either_members_of_a_body_are_asked_or_named_practices() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Grantors(null, null));
    assertThatIllegalArgumentException().isThrownBy(() -> new Grantors(null, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Grantors(NETWORK, List.of(P1)));
  }

  private static ConfirmCarried confirm(PracticeId practice, PlaceId place, boolean authority) {
    return new ConfirmCarried(
        ID, practice, P1, new Belonging(place, Set.of()), authority, TODAY, VALLEY);
  }

  private static EndConsent endConsent(PracticeId practice) {
    var left =
        new Electorate(
            VALLEY.voices().stream().filter(it -> !it.practiceId().equals(practice)).toList());
    return new EndConsent(
        ID, practice, ConsentEnded.Reason.SUCCEEDED, List.of(P9), YESTERDAY, TODAY, left);
  }

  private static ConsentEnded ended(int version) {
    return new ConsentEnded(ID, version, P1, ConsentEnded.Reason.SUCCEEDED, List.of(P9), YESTERDAY);
  }

  private static ConsentConditional conditional(UUID words) {
    return new ConsentConditional(ID, P1, TODAY, null, Manner.ONLINE.in(words));
  }
}
