package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Mandates.Counts;
import uk.onevoice.web.api.Mandates.Mandate;
import uk.onevoice.web.api.Mandates.PracticeAnswer;
import uk.onevoice.web.api.Mandates.RecordedBy;
import uk.onevoice.web.api.Representation.Split;
import uk.onevoice.web.api.Representation.Topic;
import uk.onevoice.web.pages.MandateView.Counted;

/** How far somebody speaks for whom: the words follow from the counts. */
class MandateViewTest {
  /** As the projection answers for the same practices: a yes taken back is no answer. */
  private static final Counted COVERAGE =
      new Counted(
          Coverage.of(
              new Topic(
                  null,
                  "community-services",
                  null,
                  null,
                  List.of("m"),
                  false,
                  38,
                  45,
                  0,
                  new Split<>(38, 3, 1, 3),
                  new Split<>(341_200L, 33_900L, 14_000L, 32_200L),
                  null,
                  null)),
          "As on 23 November 2026.");

  private static final PracticeAnswer GRANTED =
      new PracticeAnswer(
          "WYVP0001", "GRANT", LocalDate.of(2026, 5, 8), null, null, null, null, null, null);

  private static Mandate mandate(
      boolean inForce, @Nullable Counts counts, @Nullable List<PracticeAnswer> answers) {
    return new Mandate(
        "m",
        "p",
        "community-services",
        null,
        null,
        "WYVF0001",
        "Medical director",
        LocalDate.of(2025, 10, 1),
        LocalDate.of(2027, 4, 1),
        inForce,
        counts,
        answers,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        null,
        null,
        null,
        null,
        null);
  }

  private static MandateView view(Mandate mandate, @Nullable Counted counted) {
    return view(mandate, counted, false);
  }

  private static MandateView view(
      Mandate mandate, @Nullable Counted counted, boolean ownAnswerOnly) {
    return MandateView.of(
        mandate,
        "Marl Valley GP Federation",
        counted,
        Map.of("WYVP0001", "Fennick Green Practice"),
        by -> "Nadia for " + by.actingFor(),
        ownAnswerOnly);
  }

  @Test
  void practices_and_patients_stand_side_by_side_because_they_differ() {
    MandateView view = view(mandate(true, new Counts(45, 38, 3, 1, 1, 2), null), COVERAGE);

    assertThat(view.sentence())
        .isEqualTo(
            "Marl Valley GP Federation speaks for 38 of 45 practices (81% of patients) on community services until 31 March 2027.");
    assertThat(view.answerSentence())
        .isEqualTo(
            "38 practices said yes. 7 did not, and they hold 19% of patients. Among those that have not answered, 1 practice took the answer back.");
  }

  @Test
  void four_answers_make_the_whole_and_an_answer_taken_back_is_none() {
    MandateView view = view(mandate(true, new Counts(45, 38, 3, 1, 1, 2), null), COVERAGE);

    assertThat(view.rows()).extracting(CoverageRow::practices).containsExactly("38", "3", "1", "3");
    assertThat(view.rows())
        .extracting(CoverageRow::patientShare)
        .containsExactly("81%", "8%", "3%", "8%");
  }

  @Test
  void it_is_the_same_whether_those_that_took_back_stand_among_the_silent_or_beside_them() {
    MandateView beside = view(mandate(true, new Counts(45, 38, 3, 1, 1, 2), null), COVERAGE);
    MandateView among = view(mandate(true, new Counts(45, 38, 3, 1, 1, 3), null), COVERAGE);

    assertThat(among).isEqualTo(beside);
  }

  @Test
  void whoever_may_not_know_how_practices_answer_reads_the_yes_and_the_rest() {
    Counted yesOnly =
        new Counted(
            Coverage.of(
                new Topic(
                    null,
                    "community-services",
                    null,
                    null,
                    List.of("m"),
                    false,
                    38,
                    45,
                    0,
                    new Split<>(38, null, null, null),
                    null,
                    null,
                    new Split<>(81, null, null, null))),
            "As on 23 November 2026.");

    MandateView view = view(mandate(true, null, null), yesOnly);

    assertThat(view.sentence()).contains("38 of 45 practices (81% of patients)");
    assertThat(view.answerSentence()).isEqualTo("38 practices said yes. 7 did not.");
    assertThat(view.rows()).extracting(CoverageRow::practices).containsExactly("38", "7");
    assertThat(view.answersShown()).isFalse();
  }

  @Test
  void where_nothing_is_told_nothing_is_counted() {
    MandateView view = view(mandate(true, null, null), null);

    assertThat(view.sentence())
        .isEqualTo(
            "Marl Valley GP Federation has asked to speak on community services until 31 March 2027.");
    assertThat(view.rows()).isEmpty();
  }

  @Test
  void a_practice_is_told_that_it_sees_its_own_answer_even_if_nobody_else_has_answered() {
    List<PracticeAnswer> own = List.of(GRANTED);
    Mandate mandate = mandate(true, new Counts(45, 1, 0, 0, 0, 44), own);

    assertThat(view(mandate, null, true).whoSentence())
        .isEqualTo("You see the answer of your own practice; GP leaders see all of them.");
    assertThat(view(mandate, null, false).whoSentence())
        .isEqualTo("44 practices have no answer that holds. Only GP leaders see this list.");
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
    MandateView told = view(mandate(true, counts, List.of(GRANTED)), null);
    assertThat(told.answersShown()).isTrue();
    assertThat(told.answers())
        .containsExactly(
            new MandateView.Answer(
                "WYVP0001", "Fennick Green Practice", "Yes", "8 May 2026", "Online"));
  }

  @Test
  void an_answer_nobody_gave_has_no_bar() {
    MandateView view = view(mandate(true, new Counts(45, 45, 0, 0, 0, 0), null), null);

    assertThat(view.rows()).extracting(CoverageRow::share).containsExactly("99", null, null, null);
    assertThat(view.answerSentence()).isEqualTo("45 practices said yes.");
  }

  @Test
  void an_answer_says_who_entered_it_and_when() {
    LocalDate day = LocalDate.of(2026, 5, 8);
    RecordedBy by = new RecordedBy("person", "WYVF0001", Instant.parse("2026-05-09T09:42:00Z"));
    PracticeAnswer letter =
        new PracticeAnswer("WYVP0001", "GRANT", day, "LETTER", null, "Letter 7", null, null, by);
    PracticeAnswer online =
        new PracticeAnswer("WYVP0001", "GRANT", day, "ONLINE", null, null, null, null, by);

    assertThat(how(letter))
        .isEqualTo("By letter: “Letter 7”. Entered by Nadia for WYVF0001 at 10:42am on 9 May 2026");
    assertThat(how(online))
        .isEqualTo("Online. Entered by somebody of the practice at 10:42am on 9 May 2026");
    assertThat(how(GRANTED)).isEqualTo("Online");
  }

  private static String how(PracticeAnswer answer) {
    return view(mandate(true, null, List.of(answer)), null).answers().getFirst().how();
  }
}
