package uk.onevoice.meetings.domain.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.domain.Hours;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.SeriesId;
import uk.onevoice.meetings.domain.series.SeriesCommand.AddDay;
import uk.onevoice.meetings.domain.series.SeriesCommand.End;
import uk.onevoice.meetings.domain.series.SeriesCommand.LeaveOut;
import uk.onevoice.meetings.domain.series.SeriesCommand.Plan;
import uk.onevoice.meetings.domain.series.SeriesCommand.Reschedule;
import uk.onevoice.meetings.domain.series.SeriesCommand.ReviseTerms;
import uk.onevoice.meetings.domain.series.SeriesCommand.Start;
import uk.onevoice.meetings.domain.series.SeriesEvent.OccurrenceAdded;
import uk.onevoice.meetings.domain.series.SeriesEvent.OccurrenceLeftOut;
import uk.onevoice.meetings.domain.series.SeriesEvent.OccurrencesPlanned;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeriesEnded;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeriesRescheduled;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeriesStarted;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeriesTermsRevised;
import uk.onevoice.meetings.domain.series.SeriesRejection.AlreadyStarted;
import uk.onevoice.meetings.domain.series.SeriesRejection.BeginsTooEarly;
import uk.onevoice.meetings.domain.series.SeriesRejection.DayHasPassed;
import uk.onevoice.meetings.domain.series.SeriesRejection.DayTaken;
import uk.onevoice.meetings.domain.series.SeriesRejection.FirstDayNotInRule;
import uk.onevoice.meetings.domain.series.SeriesRejection.HasEnded;
import uk.onevoice.meetings.domain.series.SeriesRejection.NoDayOfSeries;
import uk.onevoice.meetings.domain.series.SeriesRejection.NotStarted;
import uk.onevoice.meetings.domain.series.SeriesRejection.TooFarAhead;
import uk.onevoice.testkit.DeciderRules;

class SeriesTest {
  private static final SeriesId ID = new SeriesId(new UUID(0, 1));
  private static final PlaceId VALLEY = new PlaceId(new UUID(0, 2));
  private static final UUID FORUM = new UUID(0, 3);
  private static final Label BOARD = new Label("Place board");
  private static final Rule SECOND_TUESDAY = new Rule("FREQ=MONTHLY;BYDAY=2TU");
  private static final Rule FIRST_THURSDAY = new Rule("FREQ=MONTHLY;BYDAY=1TH");
  private static final Hours AFTERNOON = new Hours(LocalTime.of(14, 0), LocalTime.of(16, 0));
  private static final Hours MORNING = new Hours(LocalTime.of(9, 30), LocalTime.of(11, 0));
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
  private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 8);
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 13);
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 10);
  private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 8);
  private static final LocalDate UNTIL = LocalDate.of(2026, 11, 30);
  private static final WordsRef TERMS = new WordsRef(new UUID(0, 4));
  private static final WordsRef LINK = new WordsRef(new UUID(0, 5));

  private static final SeriesStarted STARTED =
      new SeriesStarted(
          ID,
          VALLEY,
          FORUM,
          BOARD,
          RetentionClass.REPORTING_COMMITTEE,
          TERMS,
          null,
          SEPTEMBER,
          SECOND_TUESDAY,
          AFTERNOON);
  private static final OccurrencesPlanned PLANNED =
      new OccurrencesPlanned(
          ID, UNTIL, List.of(day(9, SEPTEMBER), day(10, OCTOBER), day(11, NOVEMBER)));

  private final DeciderRules<SeriesCommand, Series, SeriesEvent, SeriesRejection> series =
      DeciderRules.of(Series.DECIDER);

  @Test
  void the_days_of_the_rule_become_meetings() {
    series.given().when(start(SEPTEMBER, PLANNED.occurrences())).then(STARTED, PLANNED);
    series
        .given(STARTED)
        .when(start(SEPTEMBER, PLANNED.occurrences()))
        .thenRejected(new AlreadyStarted(ID));
    series.given().when(new End(ID, TODAY, TODAY)).thenRejected(new NotStarted(ID));
  }

  @Test
  void a_rule_begins_on_a_day_that_it_gives_and_that_is_to_come() {
    series
        .given()
        .when(start(SEPTEMBER.plusDays(1), List.of(day(10, OCTOBER))))
        .thenRejected(new FirstDayNotInRule(SEPTEMBER.plusDays(1)));
    series.given().when(start(SEPTEMBER, List.of())).thenRejected(new FirstDayNotInRule(SEPTEMBER));
    var yesterday = TODAY.minusDays(1);
    series
        .given()
        .when(start(yesterday, List.of(day(9, yesterday))))
        .thenRejected(new DayHasPassed(yesterday));
    accepted(List.of(), start(TODAY, List.of(day(9, TODAY))));
  }

  @Test
  void as_time_goes_by_further_days_become_meetings_once() {
    var later = UNTIL.plusMonths(1);
    var all = List.of(day(20, OCTOBER), day(21, NOVEMBER), day(12, DECEMBER));
    var more = new OccurrencesPlanned(ID, later, List.of(day(12, DECEMBER)));
    series.given(STARTED, PLANNED).when(new Plan(ID, later, all)).then(more);
    series.given(STARTED, PLANNED, more).when(new Plan(ID, later, all)).then();
    series.given(STARTED).when(new Plan(ID, UNTIL, PLANNED.occurrences())).then(PLANNED);
  }

  @Test
  void a_day_left_out_or_met_on_already_is_not_planned() {
    var later = UNTIL.plusMonths(1);
    var plan = new Plan(ID, later, List.of(day(12, DECEMBER)));
    var none = new OccurrencesPlanned(ID, later, List.of());
    series.given(STARTED, PLANNED, new OccurrenceLeftOut(ID, DECEMBER, null)).when(plan).then(none);
    series
        .given(STARTED, PLANNED, new OccurrenceAdded(ID, DECEMBER, MORNING, meeting(30)))
        .when(plan)
        .then(none);
  }

  @Test
  void meetings_from_a_day_on_move_to_the_days_of_the_new_rule_and_keep_their_agenda() {
    var first = LocalDate.of(2026, 10, 1);
    var days = List.of(day(20, first), day(21, LocalDate.of(2026, 11, 5)));
    var rescheduled =
        new SeriesRescheduled(
            ID,
            first,
            first,
            FIRST_THURSDAY,
            MORNING,
            UNTIL,
            List.of(day(10, first), day(11, LocalDate.of(2026, 11, 5))),
            List.of());
    series.given(STARTED, PLANNED).when(reschedule(first, first, days)).then(rescheduled);
    var state = state(STARTED, PLANNED, rescheduled);
    assertThat(state.planned())
        .containsEntry(meeting(9), new Planned(SEPTEMBER, AFTERNOON, false, false, 1))
        .containsEntry(meeting(10), new Planned(first, MORNING, false, false, 2));
    assertThat(state.start().rule()).isEqualTo(FIRST_THURSDAY);
    assertThat(state.start().hours()).isEqualTo(MORNING);
    assertThat(state.start().termsRef()).isEqualTo(TERMS);
  }

  @Test
  void all_that_are_still_to_come_move_when_it_is_from_today() {
    series
        .given(STARTED, PLANNED)
        .when(reschedule(TODAY, SEPTEMBER, List.of(day(20, SEPTEMBER))))
        .then(
            new SeriesRescheduled(
                ID,
                TODAY,
                SEPTEMBER,
                FIRST_THURSDAY,
                MORNING,
                UNTIL,
                List.of(day(9, SEPTEMBER)),
                List.of(meeting(10), meeting(11))));
  }

  @Test
  void what_the_new_rule_has_more_of_is_added() {
    var days = List.of(day(20, NOVEMBER), day(21, NOVEMBER.plusDays(1)));
    var rescheduled =
        new SeriesRescheduled(
            ID,
            NOVEMBER,
            NOVEMBER,
            FIRST_THURSDAY,
            MORNING,
            UNTIL,
            List.of(day(11, NOVEMBER), day(21, NOVEMBER.plusDays(1))),
            List.of());
    series.given(STARTED, PLANNED).when(reschedule(NOVEMBER, NOVEMBER, days)).then(rescheduled);
  }

  @Test
  void a_day_added_by_itself_stays_when_the_rule_changes() {
    var extra = new OccurrenceAdded(ID, OCTOBER.plusDays(7), MORNING, meeting(30));
    series
        .given(STARTED, PLANNED, extra)
        .when(reschedule(OCTOBER, OCTOBER, List.of(day(20, OCTOBER), day(21, OCTOBER.plusDays(7)))))
        .then(
            new SeriesRescheduled(
                ID,
                OCTOBER,
                OCTOBER,
                FIRST_THURSDAY,
                MORNING,
                UNTIL,
                List.of(day(10, OCTOBER)),
                List.of(meeting(11))));
  }

  @Test
  void what_has_been_is_not_rescheduled() {
    var yesterday = TODAY.minusDays(1);
    series
        .given(STARTED, PLANNED)
        .when(reschedule(yesterday, SEPTEMBER, List.of(day(20, SEPTEMBER))))
        .thenRejected(new DayHasPassed(yesterday));
    series
        .given(STARTED, PLANNED)
        .when(reschedule(OCTOBER, SEPTEMBER, List.of(day(20, SEPTEMBER))))
        .thenRejected(new BeginsTooEarly(OCTOBER));
    series
        .given(STARTED, PLANNED)
        .when(reschedule(OCTOBER, OCTOBER, List.of(day(20, NOVEMBER))))
        .thenRejected(new FirstDayNotInRule(OCTOBER));
  }

  @Test
  void no_days_are_lost_between_an_old_rule_and_a_new_one() {
    var next = UNTIL.plusDays(1);
    accepted(List.of(STARTED, PLANNED), reschedule(next, next, List.of(day(20, next))));
    series
        .given(STARTED, PLANNED)
        .when(reschedule(next.plusDays(1), DECEMBER, List.of(day(20, DECEMBER))))
        .thenRejected(new TooFarAhead(next));
  }

  @Test
  void one_day_is_left_out_and_its_meeting_with_it() {
    var leftOut = new OccurrenceLeftOut(ID, OCTOBER, meeting(10));
    series.given(STARTED, PLANNED).when(new LeaveOut(ID, OCTOBER, true, TODAY)).then(leftOut);
    series.given(STARTED, PLANNED, leftOut).when(new LeaveOut(ID, OCTOBER, true, TODAY)).then();
    assertThat(state(STARTED, PLANNED, leftOut).planned().get(meeting(10)))
        .isEqualTo(new Planned(OCTOBER, AFTERNOON, false, true, 2));
  }

  @Test
  void a_day_that_is_not_planned_yet_can_be_left_out_where_the_rule_gives_it() {
    series
        .given(STARTED, PLANNED)
        .when(new LeaveOut(ID, DECEMBER, true, TODAY))
        .then(new OccurrenceLeftOut(ID, DECEMBER, null));
    series
        .given(STARTED, PLANNED)
        .when(new LeaveOut(ID, DECEMBER, false, TODAY))
        .thenRejected(new NoDayOfSeries(DECEMBER));
    series
        .given(STARTED, PLANNED)
        .when(new LeaveOut(ID, OCTOBER.plusDays(1), true, TODAY))
        .thenRejected(new NoDayOfSeries(OCTOBER.plusDays(1)));
    series
        .given(STARTED, PLANNED)
        .when(new LeaveOut(ID, TODAY.minusDays(1), true, TODAY))
        .thenRejected(new DayHasPassed(TODAY.minusDays(1)));
  }

  @Test
  void one_more_day_is_met_on_at_the_hours_of_the_series_or_others() {
    var extra = OCTOBER.plusDays(7);
    series
        .given(STARTED, PLANNED)
        .when(new AddDay(ID, extra, null, meeting(30), TODAY))
        .then(new OccurrenceAdded(ID, extra, AFTERNOON, meeting(30)));
    series
        .given(STARTED, PLANNED)
        .when(new AddDay(ID, extra, MORNING, meeting(30), TODAY))
        .then(new OccurrenceAdded(ID, extra, MORNING, meeting(30)));
    series
        .given(STARTED, PLANNED)
        .when(new AddDay(ID, OCTOBER, null, meeting(30), TODAY))
        .thenRejected(new DayTaken(OCTOBER));
    series
        .given(STARTED, PLANNED)
        .when(new AddDay(ID, TODAY.minusDays(1), null, meeting(30), TODAY))
        .thenRejected(new DayHasPassed(TODAY.minusDays(1)));
  }

  @Test
  void a_series_that_has_ended_meets_no_more() {
    var ended = new SeriesEnded(ID, OCTOBER, List.of(meeting(10), meeting(11)));
    series.given(STARTED, PLANNED).when(new End(ID, OCTOBER, TODAY)).then(ended);
    series.given(STARTED, PLANNED, ended).when(new End(ID, OCTOBER, TODAY)).then();
    for (SeriesCommand refused :
        List.of(
            new End(ID, NOVEMBER, TODAY),
            new LeaveOut(ID, OCTOBER, true, TODAY),
            new AddDay(ID, OCTOBER, null, meeting(30), TODAY),
            reschedule(OCTOBER, OCTOBER, List.of(day(20, OCTOBER))))) {
      series.given(STARTED, PLANNED, ended).when(refused).thenRejected(new HasEnded(OCTOBER));
    }
    series
        .given(STARTED, PLANNED, ended)
        .when(new Plan(ID, DECEMBER, List.of(day(12, DECEMBER))))
        .then();
    series
        .given(STARTED, PLANNED, ended)
        .when(start(SEPTEMBER, PLANNED.occurrences()))
        .thenRejected(new AlreadyStarted(ID));
    series
        .given(STARTED, PLANNED)
        .when(new End(ID, TODAY.minusDays(1), TODAY))
        .thenRejected(new DayHasPassed(TODAY.minusDays(1)));
  }

  @Test
  void terms_of_reference_and_how_long_they_are_kept_can_be_revised() {
    var revised = new SeriesTermsRevised(ID, RetentionClass.BOARD, null, LINK);
    var wish = new ReviseTerms(ID, RetentionClass.BOARD, null, LINK);
    series.given(STARTED, PLANNED).when(wish).then(revised);
    series.given(STARTED, PLANNED, revised).when(wish).then();
    series.given(STARTED, new SeriesEnded(ID, OCTOBER, List.of())).when(wish).then(revised);
  }

  @Test
  void hours_end_later_than_they_begin() {
    assertThat(catchThrowable(() -> new Hours(LocalTime.NOON, LocalTime.NOON)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(catchThrowable(() -> new Hours(LocalTime.NOON, LocalTime.of(12, 30, 1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Series.Started state(SeriesEvent... events) {
    return (Series.Started) Series.DECIDER.fold(List.of(events));
  }

  private static Start start(LocalDate first, List<Occurrence> days) {
    return new Start(
        ID,
        VALLEY,
        FORUM,
        BOARD,
        RetentionClass.REPORTING_COMMITTEE,
        TERMS,
        null,
        first,
        SECOND_TUESDAY,
        AFTERNOON,
        UNTIL,
        days,
        TODAY);
  }

  private static Reschedule reschedule(LocalDate from, LocalDate first, List<Occurrence> days) {
    return new Reschedule(ID, from, first, FIRST_THURSDAY, MORNING, UNTIL, days, TODAY);
  }

  private static Occurrence day(int meeting, LocalDate on) {
    return new Occurrence(meeting(meeting), on);
  }

  private static MeetingId meeting(int number) {
    return new MeetingId(new UUID(1, number));
  }

  private static void accepted(List<SeriesEvent> history, SeriesCommand command) {
    assertThat(Series.decide(command, Series.DECIDER.fold(history)))
        .isInstanceOfSatisfying(
            Decision.Accepted.class, accepted -> assertThat(accepted.events()).isNotEmpty());
  }
}
