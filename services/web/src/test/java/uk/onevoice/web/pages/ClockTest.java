package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.web.api.Diary.Hours;
import uk.onevoice.web.ui.Form;

/** Times of day as people type and read them. */
class ClockTest {
  @ParameterizedTest
  @CsvSource({
    "2pm, 14:00, 2pm",
    "9:30am, 09:30, 9:30am",
    "9.30 AM, 09:30, 9:30am",
    "12pm, 12:00, 12pm",
    "12am, 00:00, 12am",
    "midday, 12:00, 12pm",
    "14:15, 14:15, 2:15pm",
    "00:05, 00:05, 12:05am",
    "2 p.m., 14:00, 2pm"
  })
  void a_time_is_understood_and_read_back(String typed, String time, String words) {
    assertThat(Clock.read(typed)).contains(time);
    assertThat(Clock.words(time)).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "25:00", "14:60", "13pm", "0am", "soon", ""})
  void what_could_be_two_times_or_is_none_is_not_guessed(String typed) {
    assertThat(Clock.read(typed)).isEmpty();
  }

  @Test
  void a_meeting_ends_after_it_starts() {
    Form form = Form.blank().with("starts", "4pm").with("ends", "2pm");

    assertThat(Clock.hours(form)).isEmpty();
    assertThat(form.error("ends")).isEqualTo("It has to end after it starts");
    assertThat(Clock.hours(Form.blank().with("starts", "2pm").with("ends", "4pm")))
        .contains(new Hours("14:00", "16:00"));
  }

  @Test
  void hours_may_stay_unknown_but_not_half() {
    assertThat(Clock.optionalHours(Form.blank())).isEmpty();
    Form half = Form.blank().with("starts", "2pm");
    assertThat(Clock.optionalHours(half)).isEmpty();
    assertThat(half.error("ends")).isEqualTo("Write when it ends");
    assertThat(Clock.after(null)).isEmpty();
  }
}
