package uk.onevoice.meetings.domain.series;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
import uk.onevoice.meetings.domain.Hours;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.series.Series.Started;
import uk.onevoice.meetings.domain.series.SeriesCommand.AddDay;
import uk.onevoice.meetings.domain.series.SeriesCommand.End;
import uk.onevoice.meetings.domain.series.SeriesCommand.LeaveOut;
import uk.onevoice.meetings.domain.series.SeriesCommand.Plan;
import uk.onevoice.meetings.domain.series.SeriesCommand.Reschedule;
import uk.onevoice.meetings.domain.series.SeriesCommand.Start;
import uk.onevoice.meetings.domain.series.SeriesEvent.OccurrenceAdded;
import uk.onevoice.meetings.domain.series.SeriesEvent.OccurrenceLeftOut;
import uk.onevoice.meetings.domain.series.SeriesEvent.OccurrencesPlanned;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeriesEnded;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeriesRescheduled;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeriesStarted;
import uk.onevoice.meetings.domain.series.SeriesRejection.BeginsTooEarly;
import uk.onevoice.meetings.domain.series.SeriesRejection.DayHasPassed;
import uk.onevoice.meetings.domain.series.SeriesRejection.DayTaken;
import uk.onevoice.meetings.domain.series.SeriesRejection.FirstDayNotInRule;
import uk.onevoice.meetings.domain.series.SeriesRejection.NoDayOfSeries;
import uk.onevoice.meetings.domain.series.SeriesRejection.TooFarAhead;

/** On which days a series meets, and what becomes of its meetings when that changes. */
final class Days {
  private Days() {}

  static Decision<SeriesEvent, SeriesRejection> start(Start wish) {
    if (wish.first().isBefore(wish.today())) {
      return reject(new DayHasPassed(wish.first()));
    }
    if (!begins(wish.first(), wish.days())) {
      return reject(new FirstDayNotInRule(wish.first()));
    }
    return accept(
        new SeriesStarted(
            wish.seriesId(),
            wish.placeId(),
            wish.forumId(),
            wish.forum(),
            wish.retention(),
            wish.termsRef(),
            wish.linkRef(),
            wish.first(),
            wish.rule(),
            wish.hours()),
        new OccurrencesPlanned(wish.seriesId(), wish.until(), wish.days()));
  }

  private static boolean begins(LocalDate first, List<Occurrence> days) {
    return !days.isEmpty() && days.getFirst().on().equals(first);
  }

  static Decision<SeriesEvent, SeriesRejection> plan(Plan wish, Started series) {
    @Nullable LocalDate planned = series.until();
    if (planned != null && !wish.until().isAfter(planned)) {
      return accept();
    }
    var more =
        wish.days().stream()
            .filter(day -> planned == null || day.on().isAfter(planned))
            .filter(isFree(series))
            .toList();
    return accept(new OccurrencesPlanned(wish.seriesId(), wish.until(), more));
  }

  /** Days that are neither left out nor met on already. */
  private static Predicate<Occurrence> isFree(Started series) {
    return day -> !series.leftOut().contains(day.on()) && !series.meetsOn(day.on());
  }

  /**
   * The meetings from that day on keep their agenda and move, in their order, to the days of the
   * new rule; days added by themselves stay.
   */
  static Decision<SeriesEvent, SeriesRejection> reschedule(Reschedule wish, Started series) {
    if (wish.from().isBefore(wish.today())) {
      return reject(new DayHasPassed(wish.from()));
    }
    if (wish.first().isBefore(wish.from())) {
      return reject(new BeginsTooEarly(wish.from()));
    }
    if (!begins(wish.first(), wish.days())) {
      return reject(new FirstDayNotInRule(wish.first()));
    }
    @Nullable LocalDate planned = series.until();
    if (planned != null && wish.from().isAfter(planned.plusDays(1))) {
      return reject(new TooFarAhead(planned.plusDays(1)));
    }
    List<MeetingId> moving = byRuleFrom(wish.from(), series);
    var days =
        wish.days().stream()
            .filter(day -> !series.leftOut().contains(day.on()))
            .filter(day -> !isExtra(series, day.on()))
            .toList();
    var occurrences = new ArrayList<Occurrence>();
    for (int i = 0; i < days.size(); i++) {
      var day = days.get(i);
      occurrences.add(i < moving.size() ? new Occurrence(moving.get(i), day.on()) : day);
    }
    return accept(
        new SeriesRescheduled(
            wish.seriesId(),
            wish.from(),
            wish.first(),
            wish.rule(),
            wish.hours(),
            wish.until(),
            occurrences,
            moving.subList(Math.min(days.size(), moving.size()), moving.size())));
  }

  private static List<MeetingId> byRuleFrom(LocalDate from, Started series) {
    return series.planned().entrySet().stream()
        .filter(each -> isLiveFrom(from, each.getValue()) && !each.getValue().extra())
        .sorted(Comparator.comparing(each -> each.getValue().on()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isLiveFrom(LocalDate from, Planned planned) {
    return !planned.dropped() && !planned.on().isBefore(from);
  }

  private static boolean isExtra(Started series, LocalDate day) {
    return series.planned().values().stream()
        .anyMatch(each -> each.extra() && !each.dropped() && each.on().equals(day));
  }

  static Decision<SeriesEvent, SeriesRejection> leaveOut(LeaveOut wish, Started series) {
    if (wish.on().isBefore(wish.today())) {
      return reject(new DayHasPassed(wish.on()));
    }
    var met =
        series.planned().entrySet().stream()
            .filter(each -> !each.getValue().dropped() && each.getValue().on().equals(wish.on()))
            .map(Map.Entry::getKey)
            .findFirst();
    if (met.isPresent()) {
      return accept(new OccurrenceLeftOut(wish.seriesId(), wish.on(), met.get()));
    }
    if (series.leftOut().contains(wish.on())) {
      return accept();
    }
    boolean isToCome = series.until() == null || wish.on().isAfter(series.until());
    return isToCome && wish.inRule()
        ? accept(new OccurrenceLeftOut(wish.seriesId(), wish.on(), null))
        : reject(new NoDayOfSeries(wish.on()));
  }

  static Decision<SeriesEvent, SeriesRejection> add(AddDay wish, Started series) {
    if (wish.on().isBefore(wish.today())) {
      return reject(new DayHasPassed(wish.on()));
    }
    if (series.meetsOn(wish.on())) {
      return reject(new DayTaken(wish.on()));
    }
    Hours hours = wish.hours() == null ? series.start().hours() : wish.hours();
    return accept(new OccurrenceAdded(wish.seriesId(), wish.on(), hours, wish.meetingId()));
  }

  static Decision<SeriesEvent, SeriesRejection> end(End wish, Started series) {
    if (wish.end().isBefore(wish.today())) {
      return reject(new DayHasPassed(wish.end()));
    }
    var dropped =
        series.planned().entrySet().stream()
            .filter(each -> isLiveFrom(wish.end(), each.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return accept(new SeriesEnded(wish.seriesId(), wish.end(), dropped));
  }

  static Map<MeetingId, Planned> planned(Started series, List<Occurrence> days, Hours hours) {
    var now = new LinkedHashMap<>(series.planned());
    for (Occurrence day : days) {
      @Nullable Planned before = now.get(day.meetingId());
      now.put(
          day.meetingId(),
          before == null
              ? new Planned(day.on(), hours, false, false, 1)
              : before.movedTo(day.on(), hours));
    }
    return now;
  }

  static Map<MeetingId, Planned> dropped(Started series, List<MeetingId> dropped) {
    var now = new LinkedHashMap<>(series.planned());
    dropped.forEach(meeting -> now.computeIfPresent(meeting, (_, each) -> each.drop()));
    return now;
  }

  static Started rescheduled(Started series, SeriesRescheduled event) {
    var said = series.start();
    var saying =
        series.saying(
            new SeriesStarted(
                said.seriesId(),
                said.placeId(),
                said.forumId(),
                said.forum(),
                said.retention(),
                said.termsRef(),
                said.linkRef(),
                event.first(),
                event.rule(),
                event.hours()));
    var moved = saying.with(event.until(), planned(saying, event.occurrences(), event.hours()));
    return moved.with(event.until(), dropped(moved, event.dropped()));
  }
}
