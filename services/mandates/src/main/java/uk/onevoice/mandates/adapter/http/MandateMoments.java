package uk.onevoice.mandates.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.mandates.adapter.store.MandateLog;
import uk.onevoice.mandates.domain.Mandate;
import uk.onevoice.mandates.domain.MandateCommand;
import uk.onevoice.mandates.domain.MandateEvent;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.MandateRejection;
import uk.onevoice.service.command.Today;

/** A mandate as it was on a day, and as it had been told by a moment. */
@ApplicationScoped
class MandateMoments {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalTime TOLD = LocalTime.of(6, 0);

  private final CommandHandler<MandateCommand, Mandate, MandateEvent, MandateRejection> mandates;
  private final MandateLog log;
  private final Today today;
  private final Clock clock;

  MandateMoments(
      CommandHandler<MandateCommand, Mandate, MandateEvent, MandateRejection> mandates,
      MandateLog log,
      Today today,
      Clock clock) {
    this.mandates = mandates;
    this.log = log;
    this.today = today;
    this.clock = clock;
  }

  /** As it was at the end of this day, as far as it is known now. */
  Mandate of(MandateId id, LocalDate day) {
    return day.equals(today.get())
        ? mandates.current(MandateLog.stream(id)).state()
        : log.of(id, _ -> true, event -> !event.on().isAfter(day));
  }

  /** The Monday on or before this day, no later than the last at 06:00. */
  LocalDate mondayOf(LocalDate day) {
    LocalDate last = lastTold().atZone(LONDON).toLocalDate();
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return monday.isAfter(last) ? last : monday;
  }

  /** As it was on that day, by what had been recorded on the last Monday at 06:00. */
  Mandate asTold(MandateId id, LocalDate day) {
    Instant told = lastTold();
    return log.of(
        id, stored -> stored.recordedAt().isBefore(told), event -> !event.on().isAfter(day));
  }

  private Instant lastTold() {
    var now = clock.instant().atZone(LONDON);
    var monday =
        now.toLocalDate()
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .atTime(TOLD)
            .atZone(LONDON);
    return (monday.isAfter(now) ? monday.minusWeeks(1) : monday).toInstant();
  }
}
