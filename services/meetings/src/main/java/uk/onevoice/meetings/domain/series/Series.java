package uk.onevoice.meetings.domain.series;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.series.SeriesCommand.AddDay;
import uk.onevoice.meetings.domain.series.SeriesCommand.End;
import uk.onevoice.meetings.domain.series.SeriesCommand.LeaveOut;
import uk.onevoice.meetings.domain.series.SeriesCommand.OfSeats;
import uk.onevoice.meetings.domain.series.SeriesCommand.Plan;
import uk.onevoice.meetings.domain.series.SeriesCommand.Reschedule;
import uk.onevoice.meetings.domain.series.SeriesCommand.ReviseTerms;
import uk.onevoice.meetings.domain.series.SeriesCommand.Start;
import uk.onevoice.meetings.domain.series.SeriesEvent.NominationCorrected;
import uk.onevoice.meetings.domain.series.SeriesEvent.NominationEnded;
import uk.onevoice.meetings.domain.series.SeriesEvent.OccurrenceAdded;
import uk.onevoice.meetings.domain.series.SeriesEvent.OccurrenceLeftOut;
import uk.onevoice.meetings.domain.series.SeriesEvent.OccurrencesPlanned;
import uk.onevoice.meetings.domain.series.SeriesEvent.RepresentativeNominated;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeatAllocated;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeatWithdrawn;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeriesEnded;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeriesRescheduled;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeriesStarted;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeriesTermsRevised;
import uk.onevoice.meetings.domain.series.SeriesRejection.AlreadyStarted;
import uk.onevoice.meetings.domain.series.SeriesRejection.HasEnded;
import uk.onevoice.meetings.domain.series.SeriesRejection.NotStarted;

/**
 * A forum that meets by a rule, with its seats for general practice. It says on which days it meets
 * and which meeting each of these is; a meeting can be moved or cancelled by itself besides.
 */
public sealed interface Series {
  Decider<SeriesCommand, Series, SeriesEvent, SeriesRejection> DECIDER =
      new Decider<>(new Absent(), Series::decide, Series::evolve);

  record Absent() implements Series {}

  /**
   * @param start what it was started with; its terms and its rule are what was said last
   * @param until up to this day all days of the rule have become meetings; null for none yet
   * @param end the first day without it; null while it goes on
   * @param planned its meetings, in the order in which they came
   * @param nominations without those that never were
   */
  record Started(
      SeriesStarted start,
      @Nullable LocalDate until,
      @Nullable LocalDate end,
      Map<MeetingId, Planned> planned,
      Set<LocalDate> leftOut,
      Map<SeatId, Seat> seats,
      Map<NominationId, Nomination> nominations)
      implements Series {
    public Started {
      planned = Collections.unmodifiableMap(new LinkedHashMap<>(planned));
      leftOut = Set.copyOf(leftOut);
      seats = Collections.unmodifiableMap(new LinkedHashMap<>(seats));
      nominations = Collections.unmodifiableMap(new LinkedHashMap<>(nominations));
    }

    boolean meetsOn(LocalDate day) {
      return planned.values().stream().anyMatch(each -> !each.dropped() && each.on().equals(day));
    }

    Started saying(SeriesStarted said) {
      return new Started(said, until, end, planned, leftOut, seats, nominations);
    }

    Started with(@Nullable LocalDate plannedUntil, Map<MeetingId, Planned> now) {
      return new Started(start, plannedUntil, end, now, leftOut, seats, nominations);
    }

    Started endingOn(LocalDate day) {
      return new Started(start, until, day, planned, leftOut, seats, nominations);
    }

    Started without(Set<LocalDate> days) {
      return new Started(start, until, end, planned, days, seats, nominations);
    }

    Started withSeats(Map<SeatId, Seat> now) {
      return new Started(start, until, end, planned, leftOut, now, nominations);
    }

    Started withNominations(Map<NominationId, Nomination> now) {
      return new Started(start, until, end, planned, leftOut, seats, now);
    }
  }

  static Decision<SeriesEvent, SeriesRejection> decide(SeriesCommand command, Series series) {
    return switch (series) {
      case Absent _ ->
          command instanceof Start start
              ? Days.start(start)
              : reject(new NotStarted(command.seriesId()));
      case Started started when started.end() != null -> ended(command, started, started.end());
      case Started started -> inSeries(command, started);
    };
  }

  /** Seats of a series that has ended may still be put right, and its end repeated. */
  private static Decision<SeriesEvent, SeriesRejection> ended(
      SeriesCommand command, Started series, LocalDate end) {
    return switch (command) {
      case End(_, var again, _) when again.equals(end) -> accept();
      case Plan _ -> accept();
      case ReviseTerms revise -> revise(revise, series);
      case OfSeats seats -> Seats.decide(seats, series);
      case Start start -> reject(new AlreadyStarted(start.seriesId()));
      case Reschedule _, LeaveOut _, AddDay _, End _ -> reject(new HasEnded(end));
    };
  }

  private static Decision<SeriesEvent, SeriesRejection> inSeries(
      SeriesCommand command, Started series) {
    return switch (command) {
      case Start start -> reject(new AlreadyStarted(start.seriesId()));
      case ReviseTerms revise -> revise(revise, series);
      case Plan plan -> Days.plan(plan, series);
      case Reschedule reschedule -> Days.reschedule(reschedule, series);
      case LeaveOut leaveOut -> Days.leaveOut(leaveOut, series);
      case AddDay add -> Days.add(add, series);
      case End end -> Days.end(end, series);
      case OfSeats seats -> Seats.decide(seats, series);
    };
  }

  private static Decision<SeriesEvent, SeriesRejection> revise(ReviseTerms wish, Started series) {
    var revised =
        new SeriesTermsRevised(wish.seriesId(), wish.retention(), wish.termsRef(), wish.linkRef());
    return evolve(series, revised).equals(series) ? accept() : accept(revised);
  }

  static Series evolve(Series series, SeriesEvent event) {
    return switch (series) {
      case Absent absent ->
          event instanceof SeriesStarted started
              ? new Started(started, null, null, Map.of(), Set.of(), Map.of(), Map.of())
              : absent;
      case Started started -> evolve(started, event);
    };
  }

  private static Series evolve(Started series, SeriesEvent event) {
    return switch (event) {
      case SeriesStarted again -> series.saying(again);
      case SeriesTermsRevised(_, var retention, var terms, var link) -> {
        var said = series.start();
        yield series.saying(
            new SeriesStarted(
                said.seriesId(),
                said.placeId(),
                said.forumId(),
                said.forum(),
                retention,
                terms,
                link,
                said.first(),
                said.rule(),
                said.hours()));
      }
      case OccurrencesPlanned(_, var until, var occurrences) ->
          series.with(until, Days.planned(series, occurrences, series.start().hours()));
      case SeriesRescheduled rescheduled -> Days.rescheduled(series, rescheduled);
      case OccurrenceLeftOut(_, var on, var meeting) -> {
        var days = new ArrayList<>(series.leftOut());
        days.add(on);
        yield series
            .with(
                series.until(),
                Days.dropped(series, meeting == null ? List.of() : List.of(meeting)))
            .without(Set.copyOf(days));
      }
      case OccurrenceAdded(_, var on, var hours, var meeting) -> {
        var planned = new LinkedHashMap<>(series.planned());
        planned.put(meeting, new Planned(on, hours, true, false, 1));
        yield series.with(series.until(), planned);
      }
      case SeriesEnded(_, var end, var dropped) ->
          series.with(series.until(), Days.dropped(series, dropped)).endingOn(end);
      case SeatAllocated allocated -> Seats.evolve(series, allocated);
      case SeatWithdrawn withdrawn -> Seats.evolve(series, withdrawn);
      case RepresentativeNominated nominated -> Seats.evolve(series, nominated);
      case NominationEnded ended -> Seats.evolve(series, ended);
      case NominationCorrected corrected -> Seats.evolve(series, corrected);
    };
  }
}
