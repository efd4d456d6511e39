package uk.onevoice.meetings.domain;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
import uk.onevoice.meetings.domain.Item.Decided;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingCommand.Cancel;
import uk.onevoice.meetings.domain.MeetingCommand.FollowSeries;
import uk.onevoice.meetings.domain.MeetingCommand.Move;
import uk.onevoice.meetings.domain.MeetingCommand.OfTimetable;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingCancelled;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingMoved;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingScheduled;
import uk.onevoice.meetings.domain.MeetingRejection.HasTakenPlace;
import uk.onevoice.meetings.domain.MeetingRejection.IsCancelled;
import uk.onevoice.meetings.domain.MeetingRejection.MovedIntoThePast;
import uk.onevoice.meetings.domain.MeetingRejection.NotScheduled;

/** When a meeting takes place, and whether it does. */
final class Timetable {
  private Timetable() {}

  /** Of a meeting that is not there yet. */
  static Decision<MeetingEvent, MeetingRejection> before(OfTimetable command) {
    return switch (command) {
      case Move(var id, _, _, _, _) -> reject(new NotScheduled(id));
      case Cancel(var id, _) -> reject(new NotScheduled(id));
      case FollowSeries wish ->
          wish.dropped()
              ? accept()
              : accept(
                  new MeetingScheduled(
                      wish.meetingId(),
                      wish.placeId(),
                      wish.forum(),
                      wish.on(),
                      wish.forumId(),
                      wish.hours(),
                      wish.seriesId(),
                      wish.step()));
    };
  }

  static Decision<MeetingEvent, MeetingRejection> decide(OfTimetable command, Scheduled meeting) {
    return switch (command) {
      case Move wish -> move(wish, meeting);
      case Cancel wish -> cancel(wish, meeting);
      case FollowSeries wish -> follow(wish, meeting);
    };
  }

  private static Decision<MeetingEvent, MeetingRejection> move(Move wish, Scheduled meeting) {
    LocalDate day = meeting.terms().on();
    if (meeting.timing().cancelled()) {
      return reject(new IsCancelled(wish.meetingId()));
    }
    if (hasTakenPlace(meeting)) {
      return reject(new HasTakenPlace(day));
    }
    if (wish.on().isBefore(wish.today()) && !wish.on().equals(day)) {
      return reject(new MovedIntoThePast(wish.on()));
    }
    @Nullable Hours hours = wish.hours() == null ? meeting.terms().hours() : wish.hours();
    return isAt(wish.on(), hours, meeting)
        ? accept()
        : accept(new MeetingMoved(wish.meetingId(), wish.on(), hours, wish.reasonRef(), null));
  }

  private static boolean isAt(LocalDate on, @Nullable Hours hours, Scheduled meeting) {
    return meeting.terms().equals(meeting.terms().at(on, hours));
  }

  private static Decision<MeetingEvent, MeetingRejection> cancel(Cancel wish, Scheduled meeting) {
    if (meeting.timing().cancelled()) {
      return accept();
    }
    return hasTakenPlace(meeting)
        ? reject(new HasTakenPlace(meeting.terms().on()))
        : accept(new MeetingCancelled(wish.meetingId(), wish.reasonRef(), null));
  }

  /**
   * What the series said before is old news, and what has taken place or was cancelled by itself
   * stays so. A meeting that is at that time already notes that it has heard: otherwise it would be
   * moved back there later, by the same word, from where somebody has moved it since.
   */
  private static Decision<MeetingEvent, MeetingRejection> follow(
      FollowSeries wish, Scheduled meeting) {
    if (wish.step() <= meeting.timing().seriesStep()
        || meeting.timing().cancelled()
        || hasTakenPlace(meeting)) {
      return accept();
    }
    return wish.dropped()
        ? accept(new MeetingCancelled(wish.meetingId(), null, wish.step()))
        : accept(new MeetingMoved(wish.meetingId(), wish.on(), wish.hours(), null, wish.step()));
  }

  private static boolean hasTakenPlace(Scheduled meeting) {
    return meeting.records().closed() != null
        || meeting.wasAttended()
        || meeting.items().values().stream().anyMatch(item -> item.result() instanceof Decided);
  }

  static Scheduled evolve(Scheduled meeting, MeetingMoved event) {
    Timing timing = meeting.timing();
    return meeting.with(
        meeting.terms().at(event.on(), event.hours()),
        timing.changed(timing.cancelled(), step(event.seriesStep())));
  }

  static Scheduled evolve(Scheduled meeting, MeetingCancelled event) {
    return meeting.with(meeting.terms(), meeting.timing().changed(true, step(event.seriesStep())));
  }

  private static int step(@Nullable Integer said) {
    return said == null ? 0 : said;
  }
}
