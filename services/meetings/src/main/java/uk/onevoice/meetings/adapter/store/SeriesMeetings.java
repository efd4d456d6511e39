package uk.onevoice.meetings.adapter.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.meetings.adapter.calendar.RuleDays;
import uk.onevoice.meetings.domain.Meeting;
import uk.onevoice.meetings.domain.MeetingCommand;
import uk.onevoice.meetings.domain.MeetingEvent;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.MeetingRejection;
import uk.onevoice.meetings.domain.SeriesId;
import uk.onevoice.meetings.domain.series.Occurrence;
import uk.onevoice.meetings.domain.series.Rule;
import uk.onevoice.meetings.domain.series.Series;
import uk.onevoice.meetings.domain.series.Series.Started;
import uk.onevoice.meetings.domain.series.SeriesCommand;
import uk.onevoice.meetings.domain.series.SeriesCommand.Plan;
import uk.onevoice.meetings.domain.series.SeriesEvent;
import uk.onevoice.meetings.domain.series.SeriesRejection;
import uk.onevoice.meetings.policy.FollowSeries;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.wiring.Ids;

/**
 * Lets the days of series become meetings, a year ahead, and lets these meetings follow. A round
 * looks at every series anew, and what is so already stays: so one that was broken off, or is done
 * by two replicas at once, has no second effect.
 */
@ApplicationScoped
public class SeriesMeetings {
  private static final Logger LOG = Logger.getLogger(SeriesMeetings.class);
  private static final String ROUNDS = "series-meetings";
  private static final int AHEAD = 366;

  /** Not every day a few days more: an event for each series every month is enough. */
  private static final int SHORTEST_AHEAD = 335;

  private final CommandHandler<SeriesCommand, Series, SeriesEvent, SeriesRejection> series;
  private final CommandHandler<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meetings;
  private final SeriesLog log;
  private final Today today;
  private final Clock clock;
  private final Ids ids;
  private final long everyMinutes;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name(ROUNDS).factory());

  SeriesMeetings(
      CommandHandler<SeriesCommand, Series, SeriesEvent, SeriesRejection> series,
      CommandHandler<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meetings,
      SeriesLog log,
      Today today,
      Clock clock,
      Ids ids,
      @ConfigProperty(name = "onevoice.meetings.series-every-minutes", defaultValue = "60")
          long everyMinutes) {
    this.series = series;
    this.meetings = meetings;
    this.log = log;
    this.today = today;
    this.clock = clock;
    this.ids = ids;
    this.everyMinutes = everyMinutes;
  }

  void start(@Observes StartupEvent start) {
    rounds.scheduleWithFixedDelay(this::round, 0, everyMinutes, TimeUnit.MINUTES);
  }

  void stop(@Observes ShutdownEvent stop) {
    rounds.shutdownNow();
  }

  private void round() {
    try {
      planAll(today.get());
    } catch (RuntimeException failed) {
      if (!rounds.isShutdown()) {
        LOG.warnf(failed, "round will be tried again round=%s", ROUNDS);
      }
    }
  }

  /** Plans every series as far ahead as is planned on this day, and has its meetings follow. */
  public void planAll(LocalDate day) {
    var self = new Metadata(ActorRef.service("meetings"), null, null, ids.get(), null, null);
    for (SeriesId id : log.all()) {
      if (series.current(SeriesLog.stream(id)).state() instanceof Started started) {
        plan(id, started, day, self);
        follow(id, self);
      }
    }
  }

  private void plan(SeriesId id, Started started, LocalDate day, Metadata self) {
    @Nullable LocalDate planned = started.until();
    if (started.end() != null
        || (planned != null && planned.isAfter(day.plusDays(SHORTEST_AHEAD)))) {
      return;
    }
    LocalDate until = until(day);
    var days = days(started.start().rule(), started.start().first(), until);
    series.handle(
        Envelope.of(SeriesLog.stream(id), new Plan(id, until, days), self, clock.instant()));
  }

  /** How far ahead days become meetings. */
  public static LocalDate until(LocalDate day) {
    return day.plusDays(AHEAD);
  }

  /** The days of the rule, each with the id of the meeting that it may become. */
  public List<Occurrence> days(Rule rule, LocalDate first, LocalDate until) {
    return RuleDays.of(rule, first, until).stream()
        .map(day -> new Occurrence(new MeetingId(ids.get()), day))
        .toList();
  }

  /** Has the meetings of a series follow what it says of them now. */
  public void follow(SeriesId id, Metadata metadata) {
    if (series.current(SeriesLog.stream(id)).state() instanceof Started started) {
      for (MeetingCommand.FollowSeries command : FollowSeries.commands(started)) {
        meetings.handle(
            Envelope.of(
                MeetingLog.stream(command.meetingId()), command, metadata, clock.instant()));
      }
    }
  }
}
