package uk.onevoice.relationships.domain.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.judgement.JudgementCommand.ClassSlot;
import uk.onevoice.relationships.domain.judgement.JudgementCommand.EvidenceTest;
import uk.onevoice.relationships.domain.judgement.JudgementCommand.RecordAssessment;
import uk.onevoice.relationships.domain.judgement.JudgementCommand.WithdrawAssessment;
import uk.onevoice.relationships.domain.judgement.JudgementCommand.WithdrawTest;
import uk.onevoice.relationships.domain.judgement.JudgementEvent.AssessmentRecorded;
import uk.onevoice.relationships.domain.judgement.JudgementEvent.AssessmentWithdrawn;
import uk.onevoice.relationships.domain.judgement.JudgementEvent.SlotClassed;
import uk.onevoice.relationships.domain.judgement.JudgementEvent.TestEvidenced;
import uk.onevoice.relationships.domain.judgement.JudgementEvent.TestWithdrawn;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.EndsOutOfBounds;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.JudgesThemself;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.NoSuchAssessment;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.NoSuchTest;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.NotItsAuthor;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.NotLive;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.NotShownYet;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.ShownTooLongAgo;
import uk.onevoice.testkit.DeciderRules;

class JudgementsTest {
  private static final SlotId SLOT = new SlotId(uuid(1));
  private static final RelationshipId HELD = new RelationshipId(uuid(2));
  private static final RelationshipId OTHER = new RelationshipId(uuid(3));
  private static final WordsRef FIRST = ref(10);
  private static final WordsRef SECOND = ref(11);
  private static final WordsRef THIRD = ref(12);
  private static final WordsRef WORDS = ref(13);
  private static final WordsRef CALLED = ref(20);
  private static final WordsRef LINKED = ref(21);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final LocalDate TOMORROW = TODAY.plusDays(1);
  private static final LocalDate IN_MAY = LocalDate.of(2027, 5, 22);
  private static final LocalDate IN_A_YEAR = LocalDate.of(2027, 11, 22);

  private static final AssessmentRecorded RECORDED = recorded(FIRST);
  private static final TestEvidenced CALL = shown(HELD, Proof.CALL, TODAY, CALLED);
  private static final TestEvidenced LINK = shown(HELD, Proof.LINK, TODAY, LINKED);

  /** The first day on which what showed today counts no longer. */
  private static final LocalDate OLD = TODAY.plusDays(366);

  private final DeciderRules<JudgementCommand, Judgements, JudgementEvent, JudgementRejection>
      slot = DeciderRules.of(Judgements.DECIDER);

  @Test
  void a_judgement_of_openness_leaves_the_class_of_the_slot_alone() {
    slot.given().when(record(FIRST, IN_MAY, knowing())).then(RECORDED);
  }

  @Test
  void a_judgement_lasts_at_most_twelve_months_and_one_day_at_least() {
    slot.given()
        .when(record(FIRST, IN_A_YEAR, knowing()))
        .then(new AssessmentRecorded(SLOT, FIRST, WORDS, TODAY, IN_A_YEAR, List.of()));
    slot.given()
        .when(record(FIRST, IN_A_YEAR.plusDays(1), knowing()))
        .thenRejected(new EndsOutOfBounds(IN_A_YEAR.plusDays(1), IN_A_YEAR));
    slot.given()
        .when(record(FIRST, TOMORROW, knowing()))
        .then(new AssessmentRecorded(SLOT, FIRST, WORDS, TODAY, TOMORROW, List.of()));
    slot.given()
        .when(record(FIRST, TODAY, knowing()))
        .thenRejected(new EndsOutOfBounds(TODAY, IN_A_YEAR));
  }

  @Test
  void nobody_judges_themself() {
    slot.given()
        .when(new RecordAssessment(SLOT, FIRST, WORDS, IN_MAY, List.of(), true, knowing()))
        .thenRejected(new JudgesThemself());
  }

  @Test
  void who_can_make_things_happen_is_known_until_the_judgement_ends() {
    slot.given()
        .when(record(FIRST, IN_MAY, knowing(yes(FIRST, HELD))))
        .then(RECORDED, classed(step(TODAY, Strength.NONE), step(IN_MAY, Strength.UNKNOWN)));
  }

  @Test
  void one_test_is_some_strength_for_a_year() {
    slot.given()
        .when(evidence(Proof.CALL, TODAY, CALLED, knowing()))
        .then(CALL, classed(step(TODAY, Strength.SOME), step(OLD, Strength.UNKNOWN)));
  }

  @Test
  void a_test_counts_for_365_days_after_the_day_it_showed() {
    LocalDate earliest = TODAY.minusDays(365);
    slot.given()
        .when(evidence(Proof.CALL, earliest, CALLED, knowing()))
        .then(
            shown(HELD, Proof.CALL, earliest, CALLED),
            classed(step(TODAY, Strength.SOME), step(TOMORROW, Strength.UNKNOWN)));
    slot.given()
        .when(evidence(Proof.CALL, earliest.minusDays(1), CALLED, knowing()))
        .thenRejected(new ShownTooLongAgo(earliest.minusDays(1), earliest));
  }

  @Test
  void no_test_has_shown_in_the_future() {
    slot.given()
        .when(evidence(Proof.CALL, TOMORROW, CALLED, knowing()))
        .thenRejected(new NotShownYet(TOMORROW));
  }

  @Test
  void only_a_relationship_that_lasts_shows_anything() {
    slot.given()
        .when(
            evidence(Proof.CALL, TODAY, CALLED, new Surroundings(Set.of(OTHER), List.of(), TODAY)))
        .thenRejected(new NotLive(HELD));
  }

  @Test
  void two_tests_with_somebody_who_can_make_it_happen_are_strong_as_long_as_both_hold() {
    slot.given(RECORDED, CALL, classed(step(TODAY, Strength.SOME), step(OLD, Strength.UNKNOWN)))
        .when(evidence(Proof.LINK, TODAY, LINKED, knowing(yes(FIRST, HELD))))
        .then(
            LINK,
            classed(
                step(TODAY, Strength.STRONG),
                step(IN_MAY, Strength.SOME),
                step(OLD, Strength.UNKNOWN)));
  }

  @Test
  void two_tests_without_knowing_their_sway_are_some_strength() {
    slot.given(CALL, classed(step(TODAY, Strength.SOME), step(OLD, Strength.UNKNOWN)))
        .when(evidence(Proof.LINK, TODAY, LINKED, knowing()))
        .then(LINK);
  }

  @Test
  void two_tests_with_somebody_who_has_little_say_are_some_strength() {
    slot.given(RECORDED, CALL)
        .when(evidence(Proof.LINK, TODAY, LINKED, knowing(no(FIRST, HELD))))
        .then(LINK, classed(step(TODAY, Strength.SOME), step(OLD, Strength.UNKNOWN)));
  }

  @Test
  void the_same_test_twice_is_one_test() {
    slot.given(RECORDED, CALL)
        .when(evidence(Proof.CALL, TODAY, LINKED, knowing(yes(FIRST, HELD))))
        .then(
            shown(HELD, Proof.CALL, TODAY, LINKED),
            classed(step(TODAY, Strength.SOME), step(OLD, Strength.UNKNOWN)));
  }

  @Test
  void tests_of_two_relationships_do_not_add_up() {
    var around =
        new Surroundings(Set.of(HELD, OTHER), List.of(yes(FIRST, HELD), yes(FIRST, OTHER)), TODAY);
    slot.given(RECORDED, shown(OTHER, Proof.LINK, TODAY, LINKED))
        .when(evidence(Proof.CALL, TODAY, CALLED, around))
        .then(CALL, classed(step(TODAY, Strength.SOME), step(OLD, Strength.UNKNOWN)));
  }

  @Test
  void the_sway_of_another_relationship_makes_none_strong() {
    var around = new Surroundings(Set.of(HELD, OTHER), List.of(yes(FIRST, OTHER)), TODAY);
    slot.given(RECORDED, CALL)
        .when(evidence(Proof.LINK, TODAY, LINKED, around))
        .then(LINK, classed(step(TODAY, Strength.SOME), step(OLD, Strength.UNKNOWN)));
  }

  @Test
  void the_best_relationship_counts() {
    var around = new Surroundings(Set.of(HELD, OTHER), List.of(no(FIRST, OTHER)), TODAY);
    slot.given(RECORDED)
        .when(evidence(Proof.CALL, YESTERDAY, CALLED, around))
        .then(
            shown(HELD, Proof.CALL, YESTERDAY, CALLED),
            classed(step(TODAY, Strength.SOME), step(YESTERDAY.plusDays(366), Strength.UNKNOWN)));
  }

  @Test
  void a_judgement_that_was_replaced_counts_no_longer() {
    slot.given(RECORDED, classed(step(TODAY, Strength.NONE), step(IN_MAY, Strength.UNKNOWN)))
        .when(
            new RecordAssessment(
                SLOT,
                SECOND,
                WORDS,
                TOMORROW,
                List.of(FIRST),
                false,
                knowing(yes(FIRST, HELD), new Sway(SECOND, HELD, TODAY, TOMORROW, false))))
        .then(
            new AssessmentRecorded(SLOT, SECOND, WORDS, TODAY, TOMORROW, List.of(FIRST)),
            classed(step(TODAY, Strength.NONE), step(TOMORROW, Strength.UNKNOWN)));
  }

  @Test
  void what_a_withdrawn_judgement_replaced_holds_again() {
    slot.given(
            RECORDED,
            new AssessmentRecorded(SLOT, SECOND, WORDS, TODAY, TOMORROW, List.of(FIRST)),
            classed(step(TODAY, Strength.NONE), step(TOMORROW, Strength.UNKNOWN)))
        .when(new WithdrawAssessment(SLOT, SECOND, true, knowing(yes(FIRST, HELD))))
        .then(
            new AssessmentWithdrawn(SLOT, SECOND, TODAY),
            classed(step(TODAY, Strength.NONE), step(IN_MAY, Strength.UNKNOWN)));
  }

  @Test
  void the_newest_judgement_that_nobody_took_back_stands() {
    Judgements three =
        Judgements.DECIDER.fold(
            List.of(
                RECORDED,
                new AssessmentRecorded(SLOT, SECOND, WORDS, TODAY, IN_MAY, List.of(FIRST)),
                new AssessmentRecorded(SLOT, THIRD, WORDS, TODAY, IN_MAY, List.of(FIRST, SECOND))));
    assertThat(standing(three)).containsExactly(THIRD);
    Judgements withoutTheSecond = after(three, new AssessmentWithdrawn(SLOT, SECOND, TODAY));
    assertThat(standing(withoutTheSecond)).containsExactly(THIRD);
    assertThat(standing(after(three, new AssessmentWithdrawn(SLOT, THIRD, TODAY))))
        .containsExactly(SECOND);
    assertThat(three.stands(ref(99))).isFalse();
  }

  @Test
  void a_judgement_is_taken_back_by_its_author_once() {
    var withdrawn = new AssessmentWithdrawn(SLOT, FIRST, TODAY);
    slot.given(RECORDED).when(new WithdrawAssessment(SLOT, FIRST, true, knowing())).then(withdrawn);
    slot.given(RECORDED, withdrawn)
        .when(new WithdrawAssessment(SLOT, FIRST, true, knowing()))
        .then();
    slot.given(RECORDED)
        .when(new WithdrawAssessment(SLOT, FIRST, false, knowing()))
        .thenRejected(new NotItsAuthor(FIRST));
    slot.given(RECORDED)
        .when(new WithdrawAssessment(SLOT, SECOND, true, knowing()))
        .thenRejected(new NoSuchAssessment(SECOND));
  }

  @Test
  void evidence_that_was_a_mistake_counts_no_longer() {
    slot.given(CALL, classed(step(TODAY, Strength.SOME), step(OLD, Strength.UNKNOWN)))
        .when(new WithdrawTest(SLOT, CALLED, knowing()))
        .then(new TestWithdrawn(SLOT, CALLED), classed(step(TODAY, Strength.UNKNOWN)));
    slot.given(CALL, new TestWithdrawn(SLOT, CALLED))
        .when(new WithdrawTest(SLOT, CALLED, knowing()))
        .thenRejected(new NoSuchTest(CALLED));
  }

  @Test
  void a_relationship_that_ended_takes_its_strength_along() {
    slot.given(CALL, classed(step(TODAY, Strength.SOME), step(OLD, Strength.UNKNOWN)))
        .when(new ClassSlot(SLOT, new Surroundings(Set.of(), List.of(), TODAY)))
        .then(classed(step(TODAY, Strength.UNKNOWN)));
  }

  @Test
  void somebody_erased_is_somebody_of_whom_nothing_is_known() {
    slot.given(
            RECORDED,
            CALL,
            LINK,
            classed(
                step(TODAY, Strength.STRONG),
                step(IN_MAY, Strength.SOME),
                step(OLD, Strength.UNKNOWN)))
        .when(new ClassSlot(SLOT, knowing()))
        .then(classed(step(TODAY, Strength.SOME), step(OLD, Strength.UNKNOWN)));
  }

  @Test
  void what_was_foreseen_is_not_said_again_when_its_day_comes() {
    slot.given(
            RECORDED,
            CALL,
            LINK,
            classed(
                step(TODAY, Strength.STRONG),
                step(IN_MAY, Strength.SOME),
                step(OLD, Strength.UNKNOWN)))
        .when(new ClassSlot(SLOT, new Surroundings(Set.of(HELD), List.of(), IN_MAY)))
        .then();
  }

  @Test
  void a_later_class_begins_on_the_day_it_is_known() {
    slot.given(CALL, classed(step(TODAY, Strength.SOME), step(OLD, Strength.UNKNOWN)))
        .when(new ClassSlot(SLOT, new Surroundings(Set.of(), List.of(), IN_MAY)))
        .then(new SlotClassed(SLOT, IN_MAY, List.of(step(IN_MAY, Strength.UNKNOWN))));
  }

  @Test
  void of_a_slot_that_nothing_is_known_of_nothing_is_said() {
    slot.given().when(new ClassSlot(SLOT, knowing())).then();
    assertThat(Strengths.since(TODAY, List.of())).containsExactly(step(TODAY, Strength.UNKNOWN));
  }

  @Test
  void a_judgement_holds_from_its_first_day_until_the_day_before_it_ends() {
    Sway sway = yes(FIRST, HELD);
    assertThat(sway.holdsOn(YESTERDAY)).isFalse();
    assertThat(sway.holdsOn(TODAY)).isTrue();
    assertThat(sway.holdsOn(IN_MAY.minusDays(1))).isTrue();
    assertThat(sway.holdsOn(IN_MAY)).isFalse();
    var evidence = new Evidence(HELD, Proof.ALLY, TODAY);
    assertThat(evidence.countsOn(YESTERDAY)).isFalse();
    assertThat(evidence.countsOn(TODAY)).isTrue();
    assertThat(evidence.countsOn(OLD.minusDays(1))).isTrue();
    assertThat(evidence.countsOn(OLD)).isFalse();
  }

  @Test
  void the_two_questions_are_never_one() {
    assertThat(Arrays.stream(Verdict.values()).map(Verdict::axis))
        .containsExactly(
            Axis.OPENNESS, Axis.OPENNESS, Axis.OPENNESS, Axis.SWAY, Axis.SWAY, Axis.SWAY);
  }

  @Test
  void whatever_has_happened_is_taken_in() {
    slot.evolvesEvery(
        JudgementEvent.class,
        RECORDED,
        new AssessmentWithdrawn(SLOT, FIRST, TODAY),
        CALL,
        new TestWithdrawn(SLOT, CALLED),
        classed(step(TODAY, Strength.SOME)));
  }

  private static List<WordsRef> standing(Judgements judgements) {
    return judgements.assessments().keySet().stream().filter(judgements::stands).toList();
  }

  private static Judgements after(Judgements judgements, JudgementEvent event) {
    return Judgements.DECIDER.fold(judgements, List.of(event));
  }

  private static RecordAssessment record(WordsRef ref, LocalDate until, Surroundings around) {
    return new RecordAssessment(SLOT, ref, WORDS, until, List.of(), false, around);
  }

  private static EvidenceTest evidence(
      Proof test, LocalDate on, WordsRef ref, Surroundings around) {
    return new EvidenceTest(SLOT, HELD, test, on, ref, around);
  }

  private static AssessmentRecorded recorded(WordsRef ref) {
    return new AssessmentRecorded(SLOT, ref, WORDS, TODAY, IN_MAY, List.of());
  }

  private static TestEvidenced shown(
      RelationshipId relationship, Proof test, LocalDate on, WordsRef ref) {
    return new TestEvidenced(SLOT, relationship, test, on, ref);
  }

  private static SlotClassed classed(Step... steps) {
    return new SlotClassed(SLOT, TODAY, List.of(steps));
  }

  private static Step step(LocalDate from, Strength strength) {
    return new Step(from, strength);
  }

  private static Surroundings knowing(Sway... sways) {
    return new Surroundings(Set.of(HELD), List.of(sways), TODAY);
  }

  private static Sway yes(WordsRef assessment, RelationshipId relationship) {
    return new Sway(assessment, relationship, TODAY, IN_MAY, true);
  }

  private static Sway no(WordsRef assessment, RelationshipId relationship) {
    return new Sway(assessment, relationship, TODAY, IN_MAY, false);
  }

  private static WordsRef ref(int number) {
    return new WordsRef(uuid(number));
  }

  private static UUID uuid(int number) {
    return new UUID(0, number);
  }
}
