package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.meetings.adapter.store.BriefingLog;
import uk.onevoice.meetings.adapter.store.Sittings;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.briefing.Briefing;
import uk.onevoice.meetings.domain.briefing.BriefingCommand;
import uk.onevoice.meetings.domain.briefing.BriefingEvent;
import uk.onevoice.meetings.domain.briefing.BriefingRejection;

/** Who acknowledged a brief in time was briefed, under whichever record of theirs. */
@ApplicationScoped
class BriefedByBrief implements Briefed {
  private final CommandHandler<BriefingCommand, Briefing, BriefingEvent, BriefingRejection> briefs;
  private final Sittings sittings;
  private final SittingDesk desk;

  BriefedByBrief(
      CommandHandler<BriefingCommand, Briefing, BriefingEvent, BriefingRejection> briefs,
      Sittings sittings,
      SittingDesk desk) {
    this.briefs = briefs;
    this.sittings = sittings;
    this.desk = desk;
  }

  @Override
  public boolean acknowledged(MeetingId meeting, PersonId person) {
    return sittings
        .find(meeting)
        .filter(known ->
            briefs
                .current(BriefingLog.stream(meeting))
                .state()
                .unbriefed(desk.records(person), known.opens())
                .isEmpty())
        .isPresent();
  }
}
