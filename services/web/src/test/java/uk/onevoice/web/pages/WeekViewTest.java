package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Actions.Action;
import uk.onevoice.web.api.Diary.Hours;
import uk.onevoice.web.api.Diary.Listed;
import uk.onevoice.web.api.Doings.Acknowledged;
import uk.onevoice.web.api.Doings.Asked;
import uk.onevoice.web.api.Doings.Brief;
import uk.onevoice.web.api.Doings.FeedbackDue;
import uk.onevoice.web.api.Doings.Verdict;
import uk.onevoice.web.api.Mandates.Unanswered;
import uk.onevoice.web.pages.WeekView.Coming;

/** My week: what must I do first, and for what may I speak where I go. */
class WeekViewTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static Listed meeting(String forum, int inDays) {
    return new Listed(
        "m-" + forum,
        "p",
        forum,
        TODAY.plusDays(inDays),
        null,
        null,
        new Hours("14:00", "16:00"),
        null,
        false);
  }

  private static Action action(String what, int inDays) {
    return new Action(
        "a-" + what,
        "m",
        "p",
        "WYVF0001",
        "Marl Valley GP Federation",
        what,
        TODAY.plusDays(inDays),
        TODAY.minusDays(60),
        "OPEN",
        inDays < 0,
        null,
        0,
        null);
  }

  private static Brief brief(int version, String... verdicts) {
    return new Brief(
        version,
        false,
        List.<Acknowledged>of(),
        Arrays.stream(verdicts).map(verdict -> new Asked("i", new Verdict(verdict))).toList());
  }

  private static WeekView week(
      List<Coming> coming, List<Listed> unwritten, List<FeedbackDue> due, List<Action> actions) {
    return WeekView.of(new WeekView.Sources(List.of(), coming, unwritten, due, actions, TODAY));
  }

  private static Coming coming(Listed meeting, @Nullable Brief brief, boolean read) {
    return new Coming(meeting, brief, read);
  }

  @Test
  void the_oldest_risk_stands_first() {
    WeekView week =
        week(
            List.of(coming(meeting("Place board", 1), brief(1, "INSIDE"), false)),
            List.of(meeting("Better Care Fund group", -6)),
            List.of(
                new FeedbackDue(
                    "m",
                    "Estates group",
                    TODAY.minusDays(30),
                    "x",
                    TODAY.minusDays(16),
                    "DRAFTED",
                    true)),
            List.of(action("Send the room list", 2), action("Ask about letters", -24)));

    assertThat(week.tasks())
        .extracting(WeekView.Task::text, WeekView.Task::state)
        .containsExactly(
            tuple("Ask about letters", "24 days late"),
            tuple("Tell practices what came of Estates group", "16 days late"),
            tuple("Say what happened at Better Care Fund group", "No record"),
            tuple("Read the brief for Place board", "In 1 day"),
            tuple("Send the room list", "In 2 days"));
    assertThat(week.sentence())
        .isEqualTo(
            "1 meeting needs you in the next 7 days, 1 promise of yours is late, practices wait for 1 note and what happened at 1 meeting is not written down.");
    assertThat(week.flag()).isTrue();
  }

  @Test
  void a_week_in_which_nothing_waits_says_so() {
    WeekView week = week(List.of(), List.of(), List.of(), List.of());

    assertThat(week.sentence()).isEqualTo("Nothing round meetings waits for you this week.");
    assertThat(week.nextSentence())
        .isEqualTo("No meeting of yours is entered for the next 14 days.");
    assertThat(week.flag()).isFalse();
    assertThat(week.tasks()).isEmpty();
  }

  private static WeekView.Asked question(
      @Nullable LocalDate remindedOn, int reminders, boolean answeredBefore) {
    return new WeekView.Asked(
        new Unanswered(
            "m",
            "WYVP0002",
            "community-services",
            "Community services",
            "WYVF0001",
            "Medical director",
            TODAY.plusDays(20),
            remindedOn,
            reminders,
            answeredBefore),
        "Marl Valley GP Federation");
  }

  private static WeekView asked(WeekView.Asked... questions) {
    return WeekView.of(
        new WeekView.Sources(
            List.of(questions), List.of(), List.of(), List.of(), List.of(), TODAY));
  }

  @Test
  void what_the_practice_is_asked_stands_first_with_the_day_and_the_reminders() {
    WeekView week = asked(question(TODAY.minusDays(3), 1, false), question(null, 0, true));

    assertThat(week.sentence()).isEqualTo("2 questions wait for your practice.");
    assertThat(week.askedSentence()).isEqualTo("2 questions wait for your practice");
    assertThat(week.flag()).isTrue();
    assertThat(week.asked())
        .extracting(WeekView.Task::text, WeekView.Task::href)
        .containsOnly(
            tuple(
                "May the medical director of Marl Valley GP Federation speak for you on community services?",
                "/mandates/m#answer-box"));
    assertThat(week.asked())
        .extracting(WeekView.Task::hint, WeekView.Task::state, WeekView.Task::colour)
        .containsExactly(
            tuple(
                "Answer by 13 December 2026. Reminded on 20 November 2026.",
                "In 20 days",
                "orange"),
            tuple(
                "Answer by 13 December 2026. Your earlier answer was to the old terms.",
                "In 20 days",
                "blue"));
    assertThat(asked(question(TODAY, 3, false)).asked().getFirst().hint())
        .isEqualTo("Answer by 13 December 2026. Reminded 3 times, last on 23 November 2026.");
    assertThat(asked(question(null, 0, false)).sentence())
        .isEqualTo("1 question waits for your practice.");
    assertThat(asked().asked()).isEmpty();
  }

  @Test
  void a_card_says_for_which_items_somebody_may_speak() {
    WeekView week =
        week(
            List.of(
                coming(
                    meeting("Place board", 1),
                    brief(2, "OUTSIDE", "INSIDE", "INSIDE", "MUST_COME_BACK"),
                    true),
                coming(meeting("Joint group", 3), brief(0), false),
                coming(meeting("Other group", 9), null, false)),
            List.of(),
            List.of(),
            List.of());

    assertThat(week.nextSentence())
        .isEqualTo("You can agree 2 items on their agendas, inside a mandate.");
    assertThat(week.next().get(0).brief()).isEqualTo("Brief ready");
    assertThat(week.next().get(0).mandate())
        .isEqualTo(
            "Mandates cover items 2 and 3. Item 4 must come back to practices first. Item 1 is outside.");
    assertThat(week.next().get(1).brief()).isEqualTo("Brief not written yet");
    assertThat(week.next().get(1).mandate()).isEqualTo("Nothing is on the agenda yet.");
    assertThat(week.next().get(2).brief()).isEmpty();
    // A brief that was read, or is not written, is nothing to read.
    assertThat(week.tasks()).isEmpty();
  }
}
