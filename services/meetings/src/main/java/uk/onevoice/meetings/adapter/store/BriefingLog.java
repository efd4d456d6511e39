package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.briefing.Briefing;
import uk.onevoice.meetings.domain.briefing.BriefingCommand;
import uk.onevoice.meetings.domain.briefing.BriefingEvent;
import uk.onevoice.meetings.domain.briefing.BriefingRejection;
import uk.onevoice.service.wiring.Ids;

/** Holds the preparation's rules to its log: a stream of its own beside that of the meeting. */
@ApplicationScoped
public class BriefingLog {
  private final EventTypes<BriefingEvent> types = EventTypes.of(BriefingEvent.class);

  public static String stream(MeetingId meeting) {
    return "meeting-brief-" + meeting.value();
  }

  @Produces
  @Singleton
  CommandHandler<BriefingCommand, Briefing, BriefingEvent, BriefingRejection> handler(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Briefing.DECIDER, types, ids);
  }
}
