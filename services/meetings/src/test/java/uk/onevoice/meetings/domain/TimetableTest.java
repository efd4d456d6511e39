package uk.onevoice.meetings.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.domain.AttendanceCommand.RecordAttendance;
import uk.onevoice.meetings.domain.AttendanceEvent.AttendanceRecorded;
import uk.onevoice.meetings.domain.ItemCommand.PutPosition;
import uk.onevoice.meetings.domain.ItemEvent.OutcomeRecorded;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingCommand.AddItem;
import uk.onevoice.meetings.domain.MeetingCommand.Cancel;
import uk.onevoice.meetings.domain.MeetingCommand.FollowSeries;
import uk.onevoice.meetings.domain.MeetingCommand.Move;
import uk.onevoice.meetings.domain.MeetingCommand.Schedule;
import uk.onevoice.meetings.domain.MeetingEvent.ItemAdded;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingCancelled;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingMoved;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingScheduled;
import uk.onevoice.meetings.domain.MeetingRejection.AlreadyScheduled;
import uk.onevoice.meetings.domain.MeetingRejection.HasTakenPlace;
import uk.onevoice.meetings.domain.MeetingRejection.IsCancelled;
import uk.onevoice.meetings.domain.MeetingRejection.MovedIntoThePast;
import uk.onevoice.meetings.domain.MeetingRejection.NotScheduled;
import uk.onevoice.meetings.domain.MeetingRejection.StillToCome;
import uk.onevoice.meetings.domain.RecordEvent.MeetingClosed;
import uk.onevoice.testkit.DeciderRules;

class TimetableTest {
  private static final MeetingId ID = new MeetingId(new UUID(0, 1));
  private static final PlaceId PLACE = new PlaceId(new UUID(0, 2));
  private static final SeriesId SERIES = new SeriesId(new UUID(0, 3));
  private static final UUID FORUM = new UUID(0, 4);
  private static final Label BOARD = new Label("Place board");
  private static final ItemId ITEM = new ItemId(new UUID(0, 5));
  private static final PersonId NADIA = new PersonId(new UUID(0, 6));
  private static final WordsRef WHY = new WordsRef(new UUID(0, 7));
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 10);
  private static final LocalDate LATER = LocalDate.of(2026, 11, 17);
  private static final Hours AFTERNOON = new Hours(LocalTime.of(14, 0), LocalTime.of(16, 0));
  private static final Hours MORNING = new Hours(LocalTime.of(9, 30), LocalTime.of(11, 0));

  private static final MeetingScheduled ALONE =
      new MeetingScheduled(ID, PLACE, BOARD, DAY, FORUM, AFTERNOON, null, null);
  private static final MeetingScheduled OF_SERIES =
      new MeetingScheduled(ID, PLACE, BOARD, DAY, FORUM, AFTERNOON, SERIES, 1);
  private static final AttendanceRecorded THERE =
      new AttendanceRecorded(
          ID, NADIA, Capacity.OBSERVER, AttendanceKind.PRESENT, null, null, null);
  private static final MeetingCancelled CANCELLED = new MeetingCancelled(ID, WHY, null);

  private final DeciderRules<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meeting =
      DeciderRules.of(Meeting.DECIDER);

  @Test
  void a_meeting_is_called_at_hours_where_they_are_known() {
    meeting.given().when(new Schedule(ID, PLACE, BOARD, DAY, FORUM, AFTERNOON)).then(ALONE);
  }

  @Test
  void a_meeting_moves_to_another_day_and_keeps_its_hours_unless_others_are_named() {
    meeting
        .given(ALONE)
        .when(move(LATER, null))
        .then(new MeetingMoved(ID, LATER, AFTERNOON, WHY, null));
    meeting
        .given(ALONE)
        .when(move(LATER, MORNING))
        .then(new MeetingMoved(ID, LATER, MORNING, WHY, null));
    meeting.given(ALONE).when(move(DAY, null)).then();
    meeting.given().when(move(LATER, null)).thenRejected(new NotScheduled(ID));
  }

  @Test
  void where_it_has_moved_to_counts_from_then_on() {
    var moved = new MeetingMoved(ID, LATER, MORNING, WHY, null);
    meeting.given(ALONE, moved).when(move(LATER, MORNING)).then();
    meeting.given(ALONE, moved).when(there(DAY)).thenRejected(new StillToCome(LATER));
    assertThat(state(ALONE, moved).timing()).isEqualTo(new Timing(false, 1, 0));
  }

  @Test
  void nothing_is_moved_into_the_past_but_hours_of_a_past_day_can_be_put_right() {
    LocalDate dayAfter = DAY.plusDays(1);
    meeting
        .given(ALONE)
        .when(new Move(ID, DAY.minusDays(1), null, null, DAY))
        .thenRejected(new MovedIntoThePast(DAY.minusDays(1)));
    meeting
        .given(ALONE)
        .when(new Move(ID, DAY, MORNING, null, dayAfter))
        .then(new MeetingMoved(ID, DAY, MORNING, null, null));
    meeting
        .given(ALONE)
        .when(new Move(ID, dayAfter, null, null, dayAfter))
        .then(new MeetingMoved(ID, dayAfter, AFTERNOON, null, null));
  }

  @Test
  void what_has_taken_place_is_neither_moved_nor_cancelled() {
    for (List<MeetingEvent> record :
        List.of(
            List.<MeetingEvent>of(ALONE, THERE),
            List.<MeetingEvent>of(ALONE, new MeetingClosed(ID, NADIA, DAY)),
            List.<MeetingEvent>of(
                ALONE,
                new ItemAdded(ID, ITEM, new TitleRef(new UUID(0, 8)), new Topic("care"), null),
                new OutcomeRecorded(ID, ITEM, Outcome.NOTED)))) {
      meeting.given(record).when(move(LATER, null)).thenRejected(new HasTakenPlace(DAY));
      meeting.given(record).when(new Cancel(ID, WHY)).thenRejected(new HasTakenPlace(DAY));
    }
  }

  @Test
  void that_somebody_is_expected_or_sent_apologies_does_not_say_that_it_has_taken_place() {
    var expected = new AttendanceEvent.AttendanceExpected(ID, NADIA, Capacity.OBSERVER);
    meeting.given(ALONE, expected).when(new Cancel(ID, WHY)).then(CANCELLED);
  }

  @Test
  void a_meeting_is_cancelled_once_and_nothing_happens_in_it() {
    meeting.given(ALONE).when(new Cancel(ID, WHY)).then(CANCELLED);
    meeting.given(ALONE, CANCELLED).when(new Cancel(ID, null)).then();
    meeting.given().when(new Cancel(ID, WHY)).thenRejected(new NotScheduled(ID));
    for (MeetingCommand refused :
        List.of(
            move(LATER, null),
            new AddItem(ID, ITEM, new TitleRef(new UUID(0, 8)), new Topic("care"), null),
            new PutPosition(ID, ITEM, Stance.FOR),
            there(LATER))) {
      meeting.given(ALONE, CANCELLED).when(refused).thenRejected(new IsCancelled(ID));
    }
    meeting
        .given(ALONE, CANCELLED)
        .when(new Schedule(ID, PLACE, BOARD, DAY, FORUM))
        .thenRejected(new AlreadyScheduled(ID));
    assertThat(state(ALONE, CANCELLED).timing()).isEqualTo(new Timing(true, 1, 0));
  }

  @Test
  void a_series_calls_its_meetings_once() {
    meeting.given().when(follow(DAY, AFTERNOON, false, 1)).then(OF_SERIES);
    meeting.given(OF_SERIES).when(follow(DAY, AFTERNOON, false, 1)).then();
    meeting.given().when(follow(DAY, AFTERNOON, true, 2)).then();
  }

  @Test
  void a_meeting_follows_its_series() {
    meeting
        .given(OF_SERIES)
        .when(follow(LATER, MORNING, false, 2))
        .then(new MeetingMoved(ID, LATER, MORNING, null, 2));
    meeting
        .given(OF_SERIES)
        .when(follow(DAY, AFTERNOON, true, 2))
        .then(new MeetingCancelled(ID, null, 2));
    meeting
        .given(OF_SERIES, new MeetingMoved(ID, LATER, MORNING, null, 2))
        .when(follow(LATER, MORNING, false, 2))
        .then();
  }

  @Test
  void a_meeting_that_was_moved_by_itself_stays_until_its_series_says_something_new_of_it() {
    var moved = new MeetingMoved(ID, LATER, MORNING, WHY, null);
    meeting.given(OF_SERIES, moved).when(follow(DAY, AFTERNOON, false, 1)).then();
    meeting
        .given(OF_SERIES, moved)
        .when(follow(LATER, MORNING, false, 2))
        .then(new MeetingMoved(ID, LATER, MORNING, null, 2));
    assertThat(state(OF_SERIES, new MeetingMoved(ID, LATER, MORNING, null, 2), moved).timing())
        .isEqualTo(new Timing(false, 2, 2));
  }

  @Test
  void what_was_cancelled_by_itself_or_has_taken_place_does_not_follow() {
    meeting.given(OF_SERIES, CANCELLED).when(follow(LATER, MORNING, false, 2)).then();
    meeting.given(OF_SERIES, THERE).when(follow(LATER, MORNING, false, 2)).then();
    meeting.given(OF_SERIES, THERE).when(follow(DAY, AFTERNOON, true, 2)).then();
  }

  private static Scheduled state(MeetingEvent... events) {
    return (Scheduled) Meeting.DECIDER.fold(List.of(events));
  }

  private static RecordAttendance there(LocalDate today) {
    return new RecordAttendance(
        ID, NADIA, true, AttendanceKind.PRESENT, Capacity.OBSERVER, null, null, today);
  }

  private static Move move(LocalDate on, @Nullable Hours hours) {
    return new Move(ID, on, hours, WHY, TODAY);
  }

  private static FollowSeries follow(LocalDate on, Hours hours, boolean dropped, int step) {
    return new FollowSeries(ID, PLACE, BOARD, FORUM, SERIES, on, hours, dropped, step);
  }
}
