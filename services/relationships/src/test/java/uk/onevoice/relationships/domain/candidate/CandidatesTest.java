package uk.onevoice.relationships.domain.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.AskIntroduction;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.MovePersuasion;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.NoteAcquaintance;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.NoteCandidate;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.PlanPersuasion;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.SetCandidateAside;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.SettleIntroduction;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.WithdrawAcquaintance;
import uk.onevoice.relationships.domain.candidate.CandidateEvent.AcquaintanceNoted;
import uk.onevoice.relationships.domain.candidate.CandidateEvent.AcquaintanceWithdrawn;
import uk.onevoice.relationships.domain.candidate.CandidateEvent.CandidateNoted;
import uk.onevoice.relationships.domain.candidate.CandidateEvent.CandidateSetAside;
import uk.onevoice.relationships.domain.candidate.CandidateEvent.IntroductionAsked;
import uk.onevoice.relationships.domain.candidate.CandidateEvent.IntroductionDeclined;
import uk.onevoice.relationships.domain.candidate.CandidateEvent.IntroductionMade;
import uk.onevoice.relationships.domain.candidate.CandidateEvent.PersuasionMoved;
import uk.onevoice.relationships.domain.candidate.CandidateEvent.PersuasionPlanned;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.AlreadyACandidate;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.AlreadyAsked;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.AlreadyPlanned;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.AlreadySettled;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.NoSuchAcquaintance;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.NoSuchIntroduction;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.NoSuchPersuasion;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.NotACandidate;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.NotYet;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.SettledBeforeAsked;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.WithThemself;
import uk.onevoice.relationships.domain.candidate.Ways.Acquaintance;
import uk.onevoice.relationships.domain.judgement.Verdict;
import uk.onevoice.testkit.DeciderRules;

class CandidatesTest {
  private static final SlotId SLOT = new SlotId(new UUID(0, 1));
  private static final CounterpartRef NURSE = ref(10);
  private static final CounterpartRef PELLOW = ref(11);
  private static final CounterpartRef KIT = ref(12);
  private static final CounterpartRef OAKENSEA = ref(13);
  private static final WordsRef WORDS = new WordsRef(new UUID(0, 20));
  private static final IntroductionId INTRODUCTION = new IntroductionId(new UUID(0, 30));
  private static final IntroductionId SECOND = new IntroductionId(new UUID(0, 31));
  private static final PersuasionId PLAN = new PersuasionId(new UUID(0, 40));
  private static final PersuasionId NEW_PLAN = new PersuasionId(new UUID(0, 41));
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final LocalDate TOMORROW = TODAY.plusDays(1);

  private static final CandidateNoted NOTED = new CandidateNoted(SLOT, NURSE, TODAY, null);
  private static final CandidateSetAside ASIDE = new CandidateSetAside(SLOT, NURSE, TODAY);
  private static final IntroductionAsked ASKED =
      new IntroductionAsked(SLOT, INTRODUCTION, NURSE, PELLOW, YESTERDAY);
  private static final IntroductionMade MADE = new IntroductionMade(SLOT, INTRODUCTION, TODAY);
  private static final IntroductionDeclined DECLINED =
      new IntroductionDeclined(SLOT, INTRODUCTION, TODAY);
  private static final PersuasionPlanned PLANNED =
      new PersuasionPlanned(SLOT, PLAN, PELLOW, OAKENSEA, TODAY);

  private final DeciderRules<CandidateCommand, Candidates, CandidateEvent, CandidateRejection>
      slot = DeciderRules.of(Candidates.DECIDER);

  @Test
  void a_candidate_is_noted_once_with_who_recommended_them() {
    slot.given()
        .when(new NoteCandidate(SLOT, NURSE, WORDS, TODAY))
        .then(new CandidateNoted(SLOT, NURSE, TODAY, WORDS));
    slot.given(NOTED)
        .when(new NoteCandidate(SLOT, NURSE, WORDS, TODAY))
        .thenRejected(new AlreadyACandidate(NURSE));
  }

  @Test
  void who_was_set_aside_can_be_a_candidate_again() {
    slot.given(NOTED).when(new SetCandidateAside(SLOT, NURSE, TODAY)).then(ASIDE);
    slot.given(NOTED, ASIDE)
        .when(new SetCandidateAside(SLOT, NURSE, TODAY))
        .thenRejected(new NotACandidate(NURSE));
    slot.given(NOTED, ASIDE).when(new NoteCandidate(SLOT, NURSE, null, TODAY)).then(NOTED);
  }

  @Test
  void an_introduction_is_to_a_candidate_through_somebody_else() {
    slot.given(NOTED).when(ask(INTRODUCTION, PELLOW, YESTERDAY)).then(ASKED);
    slot.given().when(ask(INTRODUCTION, PELLOW, YESTERDAY)).thenRejected(new NotACandidate(NURSE));
    slot.given(NOTED).when(ask(INTRODUCTION, NURSE, YESTERDAY)).thenRejected(new WithThemself());
  }

  @Test
  void an_introduction_was_asked_for_today_or_before() {
    slot.given(NOTED)
        .when(ask(INTRODUCTION, PELLOW, TODAY))
        .then(new IntroductionAsked(SLOT, INTRODUCTION, NURSE, PELLOW, TODAY));
    slot.given(NOTED).when(ask(INTRODUCTION, PELLOW, TOMORROW)).thenRejected(new NotYet(TOMORROW));
  }

  @Test
  void the_same_person_is_asked_for_the_same_introduction_when_the_first_is_over() {
    slot.given(NOTED, ASKED)
        .when(ask(SECOND, PELLOW, TODAY))
        .thenRejected(new AlreadyAsked(INTRODUCTION));
    slot.given(NOTED, ASKED, DECLINED)
        .when(ask(SECOND, PELLOW, TODAY))
        .then(new IntroductionAsked(SLOT, SECOND, NURSE, PELLOW, TODAY));
    slot.given(NOTED, ASKED)
        .when(ask(SECOND, KIT, TODAY))
        .then(new IntroductionAsked(SLOT, SECOND, NURSE, KIT, TODAY));
    slot.given(NOTED, ASKED, new CandidateNoted(SLOT, OAKENSEA, TODAY, null))
        .when(new AskIntroduction(SLOT, SECOND, OAKENSEA, PELLOW, TODAY, TODAY))
        .then(new IntroductionAsked(SLOT, SECOND, OAKENSEA, PELLOW, TODAY));
  }

  @Test
  void an_introduction_is_made_or_declined_on_a_day_after_it_was_asked_for() {
    slot.given(NOTED, ASKED).when(settle(true, TODAY)).then(MADE);
    slot.given(NOTED, ASKED).when(settle(false, TODAY)).then(DECLINED);
    slot.given(NOTED, ASKED)
        .when(settle(true, YESTERDAY))
        .then(new IntroductionMade(SLOT, INTRODUCTION, YESTERDAY));
    slot.given(NOTED, ASKED)
        .when(settle(true, YESTERDAY.minusDays(1)))
        .thenRejected(new SettledBeforeAsked(YESTERDAY));
    slot.given(NOTED, ASKED).when(settle(true, TOMORROW)).thenRejected(new NotYet(TOMORROW));
    slot.given(NOTED).when(settle(true, TODAY)).thenRejected(new NoSuchIntroduction(INTRODUCTION));
  }

  @Test
  void an_introduction_is_settled_once() {
    slot.given(NOTED, ASKED, MADE).when(settle(true, TODAY)).then();
    slot.given(NOTED, ASKED, MADE)
        .when(settle(false, TODAY))
        .thenRejected(new AlreadySettled(INTRODUCTION, TODAY));
    slot.given(NOTED, ASKED, MADE)
        .when(settle(true, YESTERDAY))
        .thenRejected(new AlreadySettled(INTRODUCTION, TODAY));
  }

  @Test
  void an_ally_wins_over_somebody_else_and_the_same_plan_is_made_once() {
    slot.given().when(plan(PLAN, PELLOW, OAKENSEA)).then(PLANNED);
    slot.given().when(plan(PLAN, PELLOW, PELLOW)).thenRejected(new WithThemself());
    slot.given(PLANNED)
        .when(plan(NEW_PLAN, PELLOW, OAKENSEA))
        .thenRejected(new AlreadyPlanned(PLAN));
    slot.given(PLANNED)
        .when(plan(NEW_PLAN, KIT, OAKENSEA))
        .then(new PersuasionPlanned(SLOT, NEW_PLAN, KIT, OAKENSEA, TODAY));
    slot.given(PLANNED)
        .when(plan(NEW_PLAN, PELLOW, NURSE))
        .then(new PersuasionPlanned(SLOT, NEW_PLAN, PELLOW, NURSE, TODAY));
  }

  @ParameterizedTest
  @CsvSource({"PLANNED, false", "SPOKEN, false", "WON, true", "NOT_WON, true"})
  void a_plan_can_be_made_again_when_it_is_over(Progress progress, boolean over) {
    var again = slot.given(PLANNED, moved(progress)).when(plan(NEW_PLAN, PELLOW, OAKENSEA));
    if (over) {
      again.then(new PersuasionPlanned(SLOT, NEW_PLAN, PELLOW, OAKENSEA, TODAY));
    } else {
      again.thenRejected(new AlreadyPlanned(PLAN));
    }
  }

  @Test
  void how_far_an_ally_has_come_is_said_once() {
    slot.given(PLANNED)
        .when(new MovePersuasion(SLOT, PLAN, Progress.SPOKEN, TODAY))
        .then(moved(Progress.SPOKEN));
    slot.given(PLANNED, moved(Progress.SPOKEN))
        .when(new MovePersuasion(SLOT, PLAN, Progress.SPOKEN, TOMORROW))
        .then();
    slot.given()
        .when(new MovePersuasion(SLOT, PLAN, Progress.WON, TODAY))
        .thenRejected(new NoSuchPersuasion(PLAN));
  }

  @Test
  void who_knows_whom_can_be_taken_back() {
    var known = new AcquaintanceNoted(SLOT, WORDS, TODAY);
    slot.given().when(new NoteAcquaintance(SLOT, WORDS, false, TODAY)).then(known);
    slot.given()
        .when(new NoteAcquaintance(SLOT, WORDS, true, TODAY))
        .thenRejected(new WithThemself());
    slot.given(known)
        .when(new WithdrawAcquaintance(SLOT, WORDS))
        .then(new AcquaintanceWithdrawn(SLOT, WORDS));
    slot.given(known, new AcquaintanceWithdrawn(SLOT, WORDS))
        .when(new WithdrawAcquaintance(SLOT, WORDS))
        .thenRejected(new NoSuchAcquaintance(WORDS));
  }

  @Test
  void what_became_of_everybody_is_known() {
    Candidates known =
        Candidates.DECIDER.fold(List.of(NOTED, ASKED, MADE, PLANNED, moved(Progress.WON)));
    assertThat(known.introductions().get(INTRODUCTION))
        .isEqualTo(new Introduction(NURSE, PELLOW, YESTERDAY, TODAY, true));
    assertThat(known.persuasions().get(PLAN))
        .isEqualTo(new Persuasion(PELLOW, OAKENSEA, Progress.WON, TODAY));
    assertThat(
            Candidates.DECIDER
                .fold(List.of(NOTED, ASKED, DECLINED))
                .introductions()
                .get(INTRODUCTION))
        .isEqualTo(new Introduction(NURSE, PELLOW, YESTERDAY, TODAY, false));
  }

  @Test
  void whatever_has_happened_is_taken_in() {
    slot.evolvesEvery(
        CandidateEvent.class,
        NOTED,
        ASIDE,
        ASKED,
        MADE,
        DECLINED,
        PLANNED,
        moved(Progress.SPOKEN),
        new AcquaintanceNoted(SLOT, WORDS, TODAY),
        new AcquaintanceWithdrawn(SLOT, WORDS));
  }

  @Test
  void everybody_we_talk_to_who_knows_them_can_introduce_us() {
    var known = List.of(new Acquaintance(PELLOW, NURSE), new Acquaintance(NURSE, KIT));
    assertThat(Ways.to(NURSE, Set.of(PELLOW, KIT, NURSE), known))
        .containsExactlyInAnyOrder(List.of(PELLOW), List.of(KIT));
    assertThat(Ways.to(NURSE, Set.of(OAKENSEA), known)).isEmpty();
  }

  @Test
  void a_way_over_somebody_else_is_longer() {
    var known =
        List.of(
            new Acquaintance(KIT, OAKENSEA),
            new Acquaintance(OAKENSEA, NURSE),
            new Acquaintance(PELLOW, NURSE));
    assertThat(Ways.to(NURSE, Set.of(KIT, PELLOW), known))
        .containsExactly(List.of(PELLOW), List.of(KIT, OAKENSEA));
  }

  @Test
  void no_way_leads_over_somebody_whom_we_could_ask_ourselves() {
    var known = List.of(new Acquaintance(KIT, PELLOW), new Acquaintance(PELLOW, NURSE));
    assertThat(Ways.to(NURSE, Set.of(KIT, PELLOW), known)).containsExactly(List.of(PELLOW));
  }

  @Test
  void people_who_know_each_other_in_a_circle_are_looked_at_once() {
    var known =
        List.of(
            new Acquaintance(NURSE, OAKENSEA),
            new Acquaintance(OAKENSEA, KIT),
            new Acquaintance(KIT, NURSE),
            new Acquaintance(PELLOW, KIT));
    assertThat(Ways.to(NURSE, Set.of(PELLOW), known)).containsExactly(List.of(PELLOW, KIT));
  }

  @Test
  void at_most_twenty_people_are_looked_at() {
    List<Acquaintance> row = new ArrayList<>();
    for (int i = 0; i < Ways.MOST_PEOPLE; i++) {
      row.add(new Acquaintance(ref(100 + i), ref(101 + i)));
    }
    assertThat(Ways.to(ref(100), Set.of(ref(100 + Ways.MOST_PEOPLE - 1)), row)).hasSize(1);
    assertThat(Ways.to(ref(100), Set.of(ref(100 + Ways.MOST_PEOPLE)), row)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "OPEN, YES, OPEN_AND_CAN",
    "OPEN, SOME, OPEN_WITH_LITTLE_SAY",
    "OPEN, LITTLE, OPEN_WITH_LITTLE_SAY",
    "DEPENDS, YES, NOT_OPEN",
    "CLOSED, LITTLE, NOT_OPEN"
  })
  void people_are_grouped_by_two_answers(Verdict openness, Verdict sway, Grouping expected) {
    assertThat(Grouping.of(Set.of(openness, sway))).isEqualTo(expected);
  }

  @Test
  void of_whom_one_answer_is_missing_it_is_not_known_yet() {
    assertThat(Grouping.of(Set.of())).isEqualTo(Grouping.NOT_KNOWN);
    assertThat(Grouping.of(Set.of(Verdict.OPEN))).isEqualTo(Grouping.NOT_KNOWN);
    assertThat(Grouping.of(Set.of(Verdict.YES))).isEqualTo(Grouping.NOT_KNOWN);
    assertThat(Grouping.of(Set.of(Verdict.CLOSED))).isEqualTo(Grouping.NOT_OPEN);
  }

  private static AskIntroduction ask(IntroductionId id, CounterpartRef through, LocalDate on) {
    return new AskIntroduction(SLOT, id, NURSE, through, on, TODAY);
  }

  private static SettleIntroduction settle(boolean made, LocalDate on) {
    return new SettleIntroduction(SLOT, INTRODUCTION, made, on, TODAY);
  }

  private static PlanPersuasion plan(
      PersuasionId id, CounterpartRef ally, CounterpartRef colleague) {
    return new PlanPersuasion(SLOT, id, ally, colleague, TODAY);
  }

  private static PersuasionMoved moved(Progress progress) {
    return new PersuasionMoved(SLOT, PLAN, progress, TODAY);
  }

  private static CounterpartRef ref(int number) {
    return new CounterpartRef(new UUID(0, number));
  }
}
