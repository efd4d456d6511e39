package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Diary.Hours;
import uk.onevoice.web.api.Diary.Nomination;
import uk.onevoice.web.api.Diary.Seat;
import uk.onevoice.web.api.Diary.Series;
import uk.onevoice.web.api.Diary.Sitting;
import uk.onevoice.web.api.Diary.Went;

/** The page of a forum: an empty chair is seen, and who comes later is told. */
class SeriesViewTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

  private static Nomination named(
      String person, String part, LocalDate start, @Nullable LocalDate end) {
    return new Nomination("n-" + person, person, part, start, end);
  }

  private static Seat seat(String label, Nomination... nominations) {
    return new Seat(
        "s-" + label, label, null, JANUARY, null, List.of(nominations), new Went(0, 0, 0, 0, 0));
  }

  private static SeriesView view(@Nullable LocalDate end, List<Sitting> meetings, Seat... seats) {
    return SeriesView.of(
        new Series(
            "s",
            "p",
            "f",
            "Place board",
            null,
            JANUARY,
            "FREQ=MONTHLY;BYDAY=4TU",
            new Hours("14:00", "16:00"),
            end,
            "BOARD",
            null,
            null,
            List.of(seats),
            meetings),
        List.of(),
        TODAY,
        person -> person.equals("hidden") ? Optional.empty() : Optional.of("Dr " + person),
        code -> "the body " + code);
  }

  @Test
  void a_seat_without_a_nominee_of_today_is_empty_even_when_somebody_stands_in() {
    SeriesView view =
        view(
            null,
            List.of(),
            seat("Federation", named("Velloso", "NOMINEE", JANUARY, null)),
            seat(
                "PCNs",
                named("Tallant", "SUBSTITUTE", JANUARY, null),
                named("Larkspur", "NOMINEE", JANUARY, TODAY)));

    assertThat(view.flag()).isTrue();
    assertThat(view.seatSentence()).isEqualTo("General practice has 2 seats here. 1 is empty.");
    assertThat(view.seats().get(0).who()).isEqualTo("Dr Velloso, since 1 January 2026");
    assertThat(view.seats().get(1).empty()).isTrue();
    assertThat(view.seats().get(1).substitutes()).isEqualTo("Dr Tallant stands in.");
  }

  @Test
  void who_comes_later_is_told_and_who_is_not_shown_keeps_no_name() {
    SeriesView view =
        view(
            null,
            List.of(),
            seat(
                "Federation",
                named("hidden", "NOMINEE", JANUARY, LocalDate.of(2027, 1, 1)),
                named("Velloso", "NOMINEE", LocalDate.of(2027, 1, 1), null)));

    assertThat(view.flag()).isFalse();
    assertThat(view.seats().getFirst().who())
        .isEqualTo("somebody who is not shown, since 1 January 2026, until 31 December 2026");
    assertThat(view.seats().getFirst().later()).isEqualTo("From 1 January 2027 on: Dr Velloso.");
  }

  @Test
  void without_a_seat_that_is_said() {
    assertThat(view(null, List.of()).seatSentence())
        .isEqualTo("No seat for general practice is entered.");
    assertThat(view(null, List.of(), seat("A")).seatSentence())
        .isEqualTo("General practice has 1 seat here. It is empty.");
  }

  @Test
  void when_it_meets_is_said_in_words_also_after_its_end() {
    assertThat(view(null, List.of()).when())
        .isEqualTo("The fourth Tuesday of each month, 2pm to 4pm.");
    assertThat(view(LocalDate.of(2027, 4, 1), List.of()).when())
        .isEqualTo("The fourth Tuesday of each month, 2pm to 4pm, until 31 March 2027.");
    SeriesView over = view(TODAY, List.of());
    assertThat(over.over()).isTrue();
    assertThat(over.when())
        .isEqualTo(
            "It has ended. It met the fourth Tuesday of each month, 2pm to 4pm; its last day was 23 November 2026.");
  }

  @Test
  void a_cancelled_meeting_is_named_and_cannot_be_moved() {
    SeriesView view =
        view(
            null,
            List.of(
                new Sitting("m2", TODAY.plusDays(28), null, true, false),
                new Sitting("m1", TODAY, new Hours("14:00", "16:00"), false, true)));

    assertThat(view.next())
        .extracting(line -> line.link().text(), SeriesView.MeetingLine::state)
        .containsExactly(
            tuple("Tuesday 24 November 2026, 2pm to 4pm", "Moved"),
            tuple("Tuesday 22 December 2026", "Cancelled"));
    assertThat(view.next().get(0).day()).isEqualTo("/meetings/m1/day");
    assertThat(view.next().get(1).day()).isNull();
  }

  @Test
  void who_went_is_set_beside_who_was_named() {
    assertThat(SeriesView.went(new Went(0, 0, 0, 0, 0))).isEmpty();
    assertThat(SeriesView.went(new Went(6, 3, 1, 2, 0)))
        .isEqualTo(
            "In the last year, of 6 meetings: who sits here at 3, who stands in at 1 and somebody who was not named at 2.");
    assertThat(SeriesView.went(new Went(1, 0, 0, 0, 1)))
        .isEqualTo("In the last year, of 1 meeting: nobody at 1.");
  }
}
