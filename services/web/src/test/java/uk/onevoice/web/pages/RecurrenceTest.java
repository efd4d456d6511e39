package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.web.ui.Form;

/** How often a forum meets is chosen and read in words; only the APIs see a rule. */
class RecurrenceTest {
  private static Form form(String which, String weekday, String months) {
    var fields = new MultivaluedHashMap<String, String>();
    fields.add("which", which);
    fields.add("weekday", weekday);
    fields.add("months", months);
    return Form.sent(fields);
  }

  @ParameterizedTest
  @CsvSource({
    "1, TU, 1, FREQ=MONTHLY;BYDAY=1TU, the first Tuesday of each month",
    "-1, TH, 1, FREQ=MONTHLY;BYDAY=-1TH, the last Thursday of each month",
    "2, MO, 2, FREQ=MONTHLY;INTERVAL=2;BYDAY=2MO, the second Monday of every second month",
    "4, FR, 3, FREQ=MONTHLY;INTERVAL=3;BYDAY=4FR, the fourth Friday of every third month",
    "W1, WE, 1, FREQ=WEEKLY;BYDAY=WE, every Wednesday",
    "W2, TH, 3, FREQ=WEEKLY;INTERVAL=2;BYDAY=TH, every second Thursday"
  })
  void what_is_chosen_becomes_a_rule_and_the_rule_the_same_words(
      String which, String weekday, String months, String rule, String words) {
    Recurrence chosen = Recurrence.of(form(which, weekday, months)).orElseThrow();

    assertThat(chosen.rule()).isEqualTo(rule);
    assertThat(chosen.words()).isEqualTo(words);
    assertThat(Recurrence.ofRule(rule)).contains(chosen);
    assertThat(Recurrence.of(chosen.filled(Form.blank()))).contains(chosen);
  }

  @ParameterizedTest
  @CsvSource({
    // The first Tuesday of January 2027 is the 5th; asked for from later on, it is in February.
    "1, TUESDAY, 2027-01-01, 2027-01-05",
    "1, TUESDAY, 2027-01-05, 2027-01-05",
    "1, TUESDAY, 2027-01-06, 2027-02-02",
    "-1, THURSDAY, 2026-11-27, 2026-12-31",
    "0, THURSDAY, 2026-11-27, 2026-12-03"
  })
  void the_first_meeting_is_on_the_next_day_that_fits(
      int which, DayOfWeek weekday, LocalDate from, LocalDate first) {
    assertThat(new Recurrence(which, weekday, 1).firstFrom(from)).isEqualTo(first);
  }

  @Test
  void what_is_not_chosen_is_asked_for() {
    Form form = form("", "", "1");

    assertThat(Recurrence.of(form)).isEmpty();
    assertThat(form.error("which")).isEqualTo("Choose how often it meets");
    assertThat(form.error("weekday")).isEqualTo("Choose on which weekday it meets");
  }

  @ParameterizedTest
  @CsvSource({
    "FREQ=DAILY",
    "FREQ=MONTHLY;BYMONTHDAY=15",
    "'FREQ=WEEKLY;BYDAY=TU,TH'",
    "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU",
    "FREQ=MONTHLY;BYDAY=TU",
    "FREQ=YEARLY;BYDAY=1TU"
  })
  void a_rule_of_another_program_is_told_by_its_days(String rule) {
    assertThat(Recurrence.ofRule(rule)).isEmpty();
    assertThat(Recurrence.words(rule)).isEqualTo("on the days listed here");
  }
}
