package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.web.api.Actions.Action;
import uk.onevoice.web.api.Actions.Step;
import uk.onevoice.web.api.Diary;
import uk.onevoice.web.api.Diary.Change;
import uk.onevoice.web.api.Diary.EmptyChair;
import uk.onevoice.web.api.Diary.Interest;
import uk.onevoice.web.api.Diary.LoadOfBody;
import uk.onevoice.web.api.Diary.Paper;
import uk.onevoice.web.api.Diary.Week;
import uk.onevoice.web.api.Doings.Attendance;
import uk.onevoice.web.api.Doings.Held;
import uk.onevoice.web.api.Doings.Item;
import uk.onevoice.web.api.Doings.PartnerThere;
import uk.onevoice.web.api.Doings.PartnersThere;
import uk.onevoice.web.api.Doings.WithoutInfluence;
import uk.onevoice.web.ui.Choice;

/** The sentences of the pages round meetings: lists, days, papers, actions, time, calendars. */
class MeetingsRoundTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private static Action action(String state, boolean overdue, @Nullable String result) {
    return new Action(
        "a",
        "m",
        "p",
        "WYVT0001",
        "Wyvern and Marl Hospitals",
        "Letters say who orders each test",
        LocalDate.of(2026, 10, 31),
        LocalDate.of(2026, 9, 22),
        state,
        overdue,
        result,
        overdue ? 2 : 0,
        overdue ? LocalDate.of(2026, 11, 16) : null);
  }

  @Test
  void an_action_says_who_owes_it_and_how_late_it_is() {
    Action late = action("OPEN", true, null);
    assertThat(ActionView.sentence(late, TODAY))
        .isEqualTo("Wyvern and Marl Hospitals was to do it by 31 October 2026: 24 days late.");
    assertThat(ActionView.chased(late))
        .isEqualTo("They were asked 2 times, last on 16 November 2026.");
    assertThat(ActionView.sentence(action("CLOSED", false, "NOT_DONE"), TODAY))
        .isEqualTo("Wyvern and Marl Hospitals: it was not done. It was due on 31 October 2026.");
    assertThat(ActionView.chased(action("OPEN", false, null)))
        .isEqualTo("They were not asked yet.");
  }

  @ParameterizedTest
  @CsvSource({"2026-11-24, today", "2026-11-23, 1 day late", "2026-11-26, in 2 days"})
  void a_day_is_told_from_today(LocalDate due, String words) {
    assertThat(ActionView.when(due, TODAY)).isEqualTo(words);
  }

  @Test
  void the_history_of_an_action_keeps_each_day_that_was_agreed() {
    assertThat(
            ActionView.history(
                List.of(
                    new Step("OPENED", TODAY, TODAY.plusDays(7), null, null),
                    new Step("REDATED", TODAY, TODAY.plusDays(9), null, "Two more days"),
                    new Step("CHASED", TODAY, null, null, null),
                    new Step("CLOSED", TODAY, null, "DONE", null))))
        .extracting(ActionView.Line::what, ActionView.Line::words)
        .containsExactly(
            tuple("Agreed, due on 1 December 2026", ""),
            tuple("Another day was agreed: 3 December 2026", "Two more days"),
            tuple("The owner was asked", ""),
            tuple("Closed: it is done", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "9.5, 9 hours 30 minutes",
    "8, 8 hours",
    "0.25, 15 minutes",
    "0, no hours",
    "1.0166, 1 hour 1 minute"
  })
  void hours_are_told_in_hours_and_minutes(double hours, String words) {
    assertThat(LoadView.hours(hours)).isEqualTo(words);
  }

  @Test
  void hours_that_are_not_known_are_no_hours_but_said() {
    assertThat(
            LoadView.sentence(List.of(new Week(LocalDate.of(2026, 11, 23), 5, 1, 9.5, 0)), TODAY))
        .isEqualTo(
            "5 meetings take 9 hours 30 minutes of your week. Of 1 of them the hours are not known, so it is more.");
    assertThat(
            LoadView.sentence(List.of(new Week(LocalDate.of(2026, 11, 23), 5, 0, 9.5, 1.5)), TODAY))
        .isEqualTo(
            "5 meetings take 9 hours 30 minutes of your week, and you prepare 1 hour 30 minutes for them.");
    assertThat(LoadView.sentence(List.of(new Week(LocalDate.of(2026, 11, 16), 5, 0, 9, 0)), TODAY))
        .isEqualTo("No meeting takes your time this week.");
  }

  @Test
  void what_a_body_gives_is_the_time_of_all_its_people() {
    var table =
        LoadView.bodies(
            List.of(
                new LoadOfBody("WYVF0001", "Marl Valley GP Federation", 3, 14, 2, 26.5, 4),
                new LoadOfBody("WYVN0001", null, 1, 2, 0, 4, 0)));
    assertThat(table.rows().getFirst())
        .extracting(cell -> cell.text())
        .containsExactly(
            "Marl Valley GP Federation",
            "3",
            "14",
            "26 hours 30 minutes (2 times the hours are not known)",
            "4 hours");
    assertThat(table.rows().getLast())
        .extracting(cell -> cell.text())
        .containsExactly("WYVN0001", "1", "2", "4 hours", "Not said");
  }

  @Test
  void an_empty_seat_says_why_and_since_when() {
    assertThat(
            DiaryPages.chair(
                    new EmptyChair("s", "x", "Board", null, "PCNs", null, "NOBODY_CAME", TODAY))
                .why())
        .isEqualTo(
            "Nobody of those named came to the last 3 meetings. Last there: 24 November 2026.");
    assertThat(DiaryPages.sentence(1, false)).isEqualTo("1 seat of general practice stands empty.");
    assertThat(DiaryPages.sentence(0, false))
        .isEqualTo("Somebody sits on every seat of general practice.");
  }

  private static Held held(boolean cancelled, @Nullable String outcome, String attended) {
    return new Held(
        "m",
        "p",
        "Board",
        TODAY,
        null,
        null,
        cancelled,
        null,
        List.of(new Item("i", "Title", "topic", null, outcome)),
        List.of(new Attendance("nadia", attended)),
        null);
  }

  @Test
  void whoever_is_expected_was_not_there_yet_and_apologies_are_no_record() {
    assertThat(held(false, null, "EXPECTED").recorded()).isFalse();
    assertThat(held(false, null, "APOLOGIES").recorded()).isFalse();
    assertThat(held(false, null, "VIRTUAL").recorded()).isTrue();
    assertThat(held(false, "NOTED", "EXPECTED").recorded()).isTrue();
    assertThat(held(false, null, "EXPECTED").names("nadia")).isTrue();
    assertThat(held(false, null, "APOLOGIES").names("nadia")).isFalse();
  }

  @Test
  void a_day_that_was_cancelled_or_moved_stays_told() {
    assertThat(MeetingDayPages.sentence(held(true, null, "EXPECTED")))
        .isEqualTo("It is cancelled. It was to be on Tuesday 24 November 2026.");
    MeetingDayPages.Line moved =
        MeetingDayPages.line(
            new Change(
                "MOVED",
                TODAY,
                new Diary.Hours("14:00", "16:00"),
                null,
                true,
                Instant.parse("2026-11-02T16:42:00Z")));
    assertThat(moved.what()).isEqualTo("Moved to Tuesday 24 November 2026, 2pm to 4pm");
    assertThat(moved.when())
        .isEqualTo("Entered at 4:42pm on 2 November 2026, with the whole series.");
  }

  @Test
  void a_claim_nobody_confirmed_is_no_influence() {
    var table =
        MeetingTables.withoutInfluence(
            List.of(
                new WithoutInfluence(
                    "m",
                    "Board",
                    TODAY,
                    null,
                    "estates",
                    "SPOKE",
                    "AGREED",
                    null,
                    "PROVISIONAL",
                    "UNCONFIRMED",
                    null),
                new WithoutInfluence(
                    "m",
                    "Board",
                    TODAY,
                    "Rooms",
                    "estates",
                    "SPOKE",
                    "AGREED",
                    "NOT_AGREED",
                    null,
                    "NONE",
                    null)));
    assertThat(table.rows().getLast().get(2).text()).isEqualTo("Spoke, did not agree");
    assertThat(table.rows().getFirst())
        .extracting(cell -> cell.text())
        .containsExactly(
            "An item whose words are no longer kept (estates)",
            "Board, 24 November 2026",
            "Spoke, agreed provisionally, which binds nobody",
            "Said to be changed; nobody else has confirmed it");
    assertThat(MeetingTables.withoutInfluenceSentence(0, false))
        .endsWith("What nobody has assessed is not counted.");
  }

  @Test
  void partners_that_were_there_and_that_we_do_not_know_are_named_beside_the_item() {
    var trust = new PartnerThere("WYVT0001", "Wyvern and Marl Hospitals");
    var council = new PartnerThere("WYVC0001", null);
    var table =
        MeetingTables.withoutInfluence(
            Stream.of(
                    new PartnersThere(2, List.of(trust)),
                    new PartnersThere(3, List.of(trust, council)),
                    new PartnersThere(2, List.of()),
                    new PartnersThere(1, List.of()),
                    new PartnersThere(0, List.of()))
                .map(MeetingsRoundTest::with)
                .toList());
    assertThat(table.columns().getLast().text()).isEqualTo("Partners there");
    assertThat(table.rows())
        .extracting(row -> row.getLast().text())
        .containsExactly(
            "Wyvern and Marl Hospitals was there; we had no relationship with it",
            "Wyvern and Marl Hospitals and WYVC0001 were there; we had no relationship with them",
            "We had a relationship with each of the 2",
            "We had a relationship with the one that was there",
            "No partner is written down as having been there");
    assertThat(MeetingTables.withoutInfluence(List.of(with(null))).columns())
        .as("for those who do not see relationships there is no such column")
        .hasSize(4);
  }

  private static WithoutInfluence with(@Nullable PartnersThere partners) {
    return new WithoutInfluence(
        "m", "Board", TODAY, "Rooms", "estates", "SPOKE", "NOTED", null, null, "NONE", partners);
  }

  private static Paper paper(@Nullable String item, boolean guests, boolean withdrawn) {
    return new Paper(
        "x",
        item,
        withdrawn ? null : "A.pdf",
        "application/pdf",
        2_411_724,
        guests,
        withdrawn,
        !withdrawn);
  }

  @Test
  void a_paper_says_who_can_read_it_and_one_taken_back_stays_named() {
    List<Paper> papers =
        List.of(paper(null, false, false), paper("i1", true, false), paper("i1", false, true));
    assertThat(PaperView.sentence(papers))
        .isEqualTo("2 papers, 1 of them for invited organisations too.");
    var parts =
        PaperView.parts(papers, List.of(new Choice("i1", "Tests"), new Choice("i2", "Rooms")));
    assertThat(parts)
        .extracting(PaperView.Part::title)
        .containsExactly("For the whole meeting", "Tests");
    assertThat(parts.get(1).papers())
        .extracting(PaperView.Line::about, PaperView.Line::there)
        .containsExactly(
            tuple("PDF, 2.3 MB. Organisations that are invited for the item can read it.", true),
            tuple("Taken back; its content is erased.", false));
  }

  @Test
  void an_interest_in_whoever_is_invited_stands_beside_the_item() {
    assertThat(
            PaperView.interests(
                List.of(new Interest("i1", "nadia", "WYVT0001", "INDIRECT", TODAY, null)),
                Map.of("i1", "Tests"),
                _ -> "Dr Velloso",
                _ -> "Wyvern and Marl Hospitals"))
        .containsExactly(
            "Dr Velloso has declared an indirect interest in Wyvern and Marl Hospitals, which is invited for “Tests”.");
  }

  @Test
  void an_address_counts_when_it_is_confirmed() {
    assertThat(CalendarPages.mailWords(new Diary.Mail(null, false)))
        .isEqualTo("No invitations are sent by e-mail.");
    assertThat(CalendarPages.mailWords(new Diary.Mail("a@b.example", false)))
        .contains("Nothing else is sent there before you write the code here");
  }
}
