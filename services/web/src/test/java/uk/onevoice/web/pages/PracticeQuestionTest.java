package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Mandates.Mandate;
import uk.onevoice.web.api.Mandates.PracticeAnswer;
import uk.onevoice.web.ui.Choice;

/** A practice reads what it is asked, what holds now, and how that came here. */
class PracticeQuestionTest {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static PracticeQuestion asked(String recorded) throws IOException {
    return PracticeQuestion.of(
        JSON.readValue(
            PracticeQuestionTest.class.getResourceAsStream("/api/" + recorded + ".json"),
            Mandate.class),
        "WYVP0002",
        code -> code.equals("WYVP0002") ? "Otterbrook Surgery" : code,
        by -> "Nadia for " + by.actingFor(),
        List.of());
  }

  @Test
  void the_question_names_the_role_the_topic_and_the_last_day() throws IOException {
    assertThat(asked("mandate-whole-partner").hint())
        .isEqualTo(
            "May the medical director of WYVF0001 speak for you on community services until 31 March 2027?");
    assertThat(asked("mandate-partner").hint())
        .isEqualTo("May WYVF0001 speak for you on community services until 31 March 2027?");
  }

  @Test
  void taking_back_is_offered_to_whoever_has_something_to_take_back() throws IOException {
    assertThat(asked("mandate-whole-partner").choices())
        .extracting(Choice::value)
        .containsExactly("GRANT", "CONDITIONAL", "DECLINE", "WITHDRAW");
    assertThat(asked("mandate-silent-partner").choices())
        .extracting(Choice::value)
        .containsExactly("GRANT", "CONDITIONAL", "DECLINE");
    // New terms are not answered yet; the answer to those in force can still be taken back.
    assertThat(asked("mandate-again-partner").answered()).isEmpty();
    assertThat(asked("mandate-again-partner").choices())
        .extracting(Choice::value)
        .contains("WITHDRAW");
  }

  @Test
  void an_answer_says_the_day_it_counts_from_and_who_brought_it() {
    LocalDate day = LocalDate.of(2026, 5, 8);

    assertThat(
            PracticeQuestion.answered(
                new PracticeAnswer("p", "GRANT", day, "ONLINE", null, null, null, null, null),
                "Otter",
                by -> "x"))
        .isEqualTo("Otter has said yes. This counts from 8 May 2026.");
    assertThat(
            PracticeQuestion.answered(
                new PracticeAnswer(
                    "p", "DECLINE", day, "LETTER", "Too far", "Letter", null, null, null),
                "Otter",
                by -> "x"))
        .isEqualTo(
            "Otter has said no: “Too far”. This counts from 8 May 2026. It was recorded for you from a letter: “Letter”.");
    assertThat(
            PracticeQuestion.answered(
                new PracticeAnswer("p", "WITHDRAW", day, null, null, null, null, null, null),
                "Otter",
                by -> "x"))
        .isEqualTo("Otter has taken its answer back. This counts from 8 May 2026.");
  }
}
