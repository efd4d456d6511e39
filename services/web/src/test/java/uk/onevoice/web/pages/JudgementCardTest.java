package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.web.api.Judging;
import uk.onevoice.web.api.Judging.Judgement;
import uk.onevoice.web.api.Judging.SlotCandidates;
import uk.onevoice.web.api.Judging.SlotJudgements;
import uk.onevoice.web.api.Judging.WaysTo;

class JudgementCardTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  private static final String PELLOW = "pellow";
  private static final String HELD = "held";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "OPEN | YES | Open to working with GPs, and they can make it happen.",
        "DEPENDS | SOME | Whether they work with GPs depends, and they have some say.",
        "CLOSED | LITTLE | Closed to working with GPs, and they have little say.",
        "OPEN | - | Open to working with GPs, and nobody has said what they can make happen.",
        "- | YES | Nobody has said how open they are, and they can make it happen.",
        "- | - | Nobody of the team has said what they think yet."
      })
  void both_answers_are_one_sentence_and_no_score(
      @Nullable String openness, @Nullable String sway, String sentence) {
    List<Judgement> judgements = new ArrayList<>();
    if (openness != null) {
      judgements.add(judgement("OPENNESS", openness, true));
    }
    if (sway != null) {
      judgements.add(judgement("SWAY", sway, true));
    }
    assertThat(card(judgements, List.of(), List.of()).sentence()).isEqualTo(sentence);
  }

  @Test
  void who_made_it_takes_it_back_and_what_was_replaced_is_an_earlier_one() {
    JudgementCard card =
        card(
            List.of(judgement("OPENNESS", "OPEN", true), judgement("OPENNESS", "CLOSED", false)),
            List.of(),
            List.of(DAY));
    assertThat(card.scales().getFirst().steps())
        .extracting(JudgementCard.Step::current)
        .containsExactly(false, false, true);
    var said = card.scales().getFirst().said();
    assertThat(said).isNotNull();
    assertThat(said.source()).isEqualTo("You, 2 November 2026. Opinion. Ends 2 May 2027.");
    assertThat(said.withdrawal()).isEqualTo("/relationships/slot/judgement/ref/taken-back");
    assertThat(card.scales().getLast().said()).isNull();
    assertThat(card.earlier()).extracting(JudgementCard.Said::answer).containsExactly("Closed");
    assertThat(card.ended())
        .isEqualTo("1 judgement ended, the last on 2 November 2026. What ended is not kept.");
  }

  @Test
  void tests_count_for_the_relationships_with_the_person_and_for_a_year() {
    JudgementCard card =
        card(
            List.of(),
            List.of(
                test("CALL", HELD, true),
                test("CALL", HELD, true),
                test("LINK", HELD, false),
                test("ALLY", "another", true)),
            List.of());
    assertThat(card.testsHeading()).isEqualTo("1 of 3 tests in the last year");
    assertThat(card.tests())
        .extracting(JudgementCard.TestRow::shownBy)
        .containsExactly("Yes, 2 November 2026. Answered", "Not shown yet", "Not shown yet");
  }

  @Test
  void of_people_whom_nobody_knows_nothing_is_said_but_that() {
    var nobody = new SlotCandidates("slot", List.of(), List.of(), List.of(), List.of());
    assertThat(CandidateView.of(nobody).sentence())
        .isEqualTo("Nobody of this organisation is known by name yet.");
    var none = CandidateView.introducers(new WaysTo("gone", List.of()), nobody);
    assertThat(none.sentence()).startsWith("Nobody whom we talk to is known to know them.");
    assertThat(none.who()).isEqualTo("Somebody who is not shown any more");
    var one =
        CandidateView.introducers(
            new WaysTo("gone", List.of(new Judging.Way(List.of("a", "b"), null, "Board"))), nobody);
    assertThat(one.boxes()).hasSize(1);
    assertThat(one.ways().getFirst().lastTalk()).isEqualTo("Not logged");
  }

  private static JudgementCard card(
      List<Judgement> judgements, List<Judging.Test> tests, List<LocalDate> ended) {
    return JudgementCard.of(
        "slot",
        PELLOW,
        List.of(HELD),
        new SlotJudgements("slot", "UNKNOWN", judgements, ended, tests),
        "me",
        _ -> "A colleague");
  }

  private static Judgement judgement(String axis, String verdict, boolean stands) {
    return new Judgement(
        "ref",
        PELLOW,
        axis,
        verdict,
        "OPINION",
        "Why",
        "me",
        DAY,
        DAY.plusMonths(6),
        stands,
        false,
        List.of());
  }

  private static Judging.Test test(String test, String relationship, boolean counts) {
    return new Judging.Test("evidence", relationship, test, DAY, "Answered", counts);
  }
}
