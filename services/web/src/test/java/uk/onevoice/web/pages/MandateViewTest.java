package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Mandates.Counts;
import uk.onevoice.web.api.Mandates.Mandate;
import uk.onevoice.web.api.Mandates.PracticeAnswer;
import uk.onevoice.web.pages.CoverageRow.Count;
import uk.onevoice.web.pages.MandateView.Coverage;

/** How far somebody speaks for whom: the words follow from the counts. */
class MandateViewTest {
  private static final Coverage COVERAGE =
      new Coverage(
          new Count(38, 341_200L),
          new Count(3, 33_900L),
          new Count(2, 28_100L),
          new Count(2, 18_100L),
          "As on 23 November 2026.");

  private static Mandate mandate(
      boolean inForce, Counts counts, @Nullable List<PracticeAnswer> answers) {
    return new Mandate(
        "m",
        "p",
        "community-services",
        null,
        "WYVF0001",
        "Medical director",
        LocalDate.of(2025, 10, 1),
        LocalDate.of(2027, 4, 1),
        inForce,
        counts,
        answers);
  }

  private static MandateView view(Mandate mandate, @Nullable Coverage coverage) {
    return MandateView.of(
        mandate,
        "Marl Valley GP Federation",
        coverage,
        Map.of("WYVP0001", "Fennick Green Practice"));
  }

  @Test
  void practices_and_patients_stand_side_by_side_because_they_differ() {
    MandateView view = view(mandate(true, new Counts(45, 38, 3, 1, 1, 2), null), COVERAGE);

    assertThat(view.sentence())
        .isEqualTo(
            "Marl Valley GP Federation speaks for 38 of 45 practices (81% of patients) on community services until 31 March 2027.");
    assertThat(view.answerSentence())
        .isEqualTo("38 practices said yes. 7 did not, and they hold 19% of patients.");
  }

  @Test
  void four_answers_make_the_whole_and_a_yes_taken_back_is_a_no() {
    MandateView view = view(mandate(true, new Counts(45, 38, 3, 1, 1, 2), null), COVERAGE);

    assertThat(view.rows()).extracting(CoverageRow::practices).containsExactly("38", "3", "2", "2");
    assertThat(view.rows())
        .extracting(CoverageRow::patientShare)
        .containsExactly("81%", "8%", "7%", "4%");
  }

  @Test
  void patients_are_left_out_while_the_view_counts_something_else() {
    MandateView view = view(mandate(true, new Counts(45, 39, 3, 1, 1, 1), null), COVERAGE);

    assertThat(view.patientsKnown()).isFalse();
    assertThat(view.sentence()).contains("39 of 45 practices on").doesNotContain("patients");
  }

  @Test
  void a_mandate_without_a_yes_speaks_for_nobody() {
    MandateView view = view(mandate(true, new Counts(45, 0, 0, 0, 0, 45), null), null);

    assertThat(view.sentence())
        .isEqualTo(
            "Marl Valley GP Federation has asked to speak on community services until 31 March 2027. None of 45 practices has said yes.");
  }

  @Test
  void outside_its_days_a_mandate_does_not_speak() {
    assertThat(view(mandate(false, new Counts(45, 38, 0, 0, 0, 7), null), null).sentence())
        .endsWith("but today is not one of the mandate’s days.");
  }

  @Test
  void who_said_what_is_shown_only_to_whom_the_service_tells_it() {
    Counts counts = new Counts(45, 1, 0, 0, 0, 44);

    assertThat(view(mandate(true, counts, null), null).answersShown()).isFalse();
    MandateView told =
        view(
            mandate(
                true,
                counts,
                List.of(new PracticeAnswer("WYVP0001", "GRANT", LocalDate.of(2026, 5, 8)))),
            null);
    assertThat(told.answersShown()).isTrue();
    assertThat(told.answers())
        .containsExactly(
            new MandateView.Answer("WYVP0001", "Fennick Green Practice", "Yes", "8 May 2026"));
  }

  @Test
  void an_answer_nobody_gave_has_no_bar() {
    MandateView view = view(mandate(true, new Counts(45, 45, 0, 0, 0, 0), null), null);

    assertThat(view.rows()).extracting(CoverageRow::share).containsExactly("99", null, null, null);
    assertThat(view.answerSentence()).isEqualTo("45 practices said yes.");
  }
}
