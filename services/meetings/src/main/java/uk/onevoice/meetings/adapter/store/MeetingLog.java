package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.meetings.domain.Meeting;
import uk.onevoice.meetings.domain.MeetingCommand;
import uk.onevoice.meetings.domain.MeetingEvent;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.MeetingRejection;
import uk.onevoice.service.wiring.Ids;

/** Holds the meetings' rules to their log. */
@ApplicationScoped
public class MeetingLog {
  private static final String STREAM = "meeting-";

  private final EventTypes<MeetingEvent> types = EventTypes.of(MeetingEvent.class);

  public static String stream(MeetingId id) {
    return STREAM + id.value();
  }

  @Produces
  @Singleton
  CommandHandler<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> handler(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Meeting.DECIDER, types, ids);
  }
}
