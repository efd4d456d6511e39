package uk.onevoice.meetings.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.meetings.domain.series.SeriesRejection;
import uk.onevoice.meetings.domain.series.SeriesRejection.AlreadyStarted;
import uk.onevoice.meetings.domain.series.SeriesRejection.BeginsTooEarly;
import uk.onevoice.meetings.domain.series.SeriesRejection.DayHasPassed;
import uk.onevoice.meetings.domain.series.SeriesRejection.DayTaken;
import uk.onevoice.meetings.domain.series.SeriesRejection.EndsAlready;
import uk.onevoice.meetings.domain.series.SeriesRejection.EndsBeforeItStarts;
import uk.onevoice.meetings.domain.series.SeriesRejection.FirstDayNotInRule;
import uk.onevoice.meetings.domain.series.SeriesRejection.HasEnded;
import uk.onevoice.meetings.domain.series.SeriesRejection.NoDayOfSeries;
import uk.onevoice.meetings.domain.series.SeriesRejection.NoSuchNomination;
import uk.onevoice.meetings.domain.series.SeriesRejection.NoSuchSeat;
import uk.onevoice.meetings.domain.series.SeriesRejection.NominatedAlready;
import uk.onevoice.meetings.domain.series.SeriesRejection.NotStarted;
import uk.onevoice.meetings.domain.series.SeriesRejection.OutsideSeat;
import uk.onevoice.meetings.domain.series.SeriesRejection.PersonNotKnown;
import uk.onevoice.meetings.domain.series.SeriesRejection.SamePerson;
import uk.onevoice.meetings.domain.series.SeriesRejection.SeatTaken;
import uk.onevoice.meetings.domain.series.SeriesRejection.SeatThereAlready;
import uk.onevoice.meetings.domain.series.SeriesRejection.TooFarAhead;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of series said no. */
final class SeriesProblems {
  private SeriesProblems() {}

  static Problem of(SeriesRejection rejection) {
    return switch (rejection) {
      case NotStarted _, NoSuchSeat _ -> Problem.notFound();
      case NoSuchNomination _ -> conflict("nomination-not-there", "No such nomination stands.");
      case AlreadyStarted _ -> conflict("series-already-started", "This series is there already.");
      case HasEnded(var end) ->
          conflict("series-has-ended", "This series has ended.").detail("It ends on " + end + ".");
      case DayHasPassed(var day) ->
          unprocessable("day-has-passed", "What has been is not planned anew.")
              .detail(day + " has passed.");
      case FirstDayNotInRule _ ->
          unprocessable("first-day-not-in-rule", "The rule does not give its first day.")
              .at("/first", "must be a day that the rule gives");
      case BeginsTooEarly _ ->
          unprocessable("rule-begins-too-early", "A rule begins when it holds.")
              .at("/first", "must not be before the day from which the rule holds");
      case TooFarAhead(var latest) ->
          unprocessable("rule-too-far-ahead", "The series is not planned as far ahead as that.")
              .at("/from", "must be " + latest + " or earlier");
      case NoDayOfSeries _ ->
          unprocessable("no-day-of-series", "The series does not meet on this day.")
              .at("/on", "must be a day of the series");
      case DayTaken _ -> conflict("day-taken", "The series meets on this day already.");
      case SeatThereAlready _ -> conflict("seat-there-already", "This seat is there already.");
      case NominatedAlready _ -> conflict("nominated-already", "This nomination is there already.");
      case EndsBeforeItStarts(var start) ->
          unprocessable("ends-before-it-starts", "This would end before it starts.")
              .at("/end", "must be after " + start);
      case EndsAlready(var end) ->
          conflict("ends-already", "This ends earlier already.").detail("It ends on " + end + ".");
      case OutsideSeat _ ->
          unprocessable("outside-seat", "The seat is not there on the first day.")
              .at("/start", "must be a day on which the seat is there");
      case SeatTaken _ ->
          conflict("seat-taken", "Somebody else is nominated for some of this time.");
      case SamePerson _ ->
          conflict("nominated-for-this-seat", "This person is nominated for the seat already.");
      case PersonNotKnown _ ->
          unprocessable("nominee-not-known", "Nobody with a role is registered under this id.")
              .at("/personId", "must be a person who holds a role on the first day");
    };
  }
}
