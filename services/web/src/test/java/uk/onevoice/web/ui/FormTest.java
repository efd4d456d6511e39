package uk.onevoice.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.ApiProblem.Problem;
import uk.onevoice.web.api.ApiProblem.Violation;

class FormTest {
  @Test
  void a_refused_row_says_what_is_wrong_and_not_the_name_of_the_problem() {
    Form form = Form.blank();
    form.refuse(
        new Problem(
            422,
            "https://onevoice.example/problems/record-refused",
            "Rows of the record do not hold; nothing was stored.",
            null,
            null,
            List.of(
                new Violation(
                    "/items/0/influence",
                    "assessor-was-not-there: Whoever assesses was in the meeting or briefed."))),
        Map.of("items/0/influence", "out-1"));
    assertThat(form.error("out-1")).isEqualTo("Whoever assesses was in the meeting or briefed.");
  }
}
