package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.guests.Guests;
import uk.onevoice.meetings.domain.guests.GuestsCommand;
import uk.onevoice.meetings.domain.guests.GuestsEvent;
import uk.onevoice.meetings.domain.guests.GuestsRejection;
import uk.onevoice.meetings.domain.papers.Papers;
import uk.onevoice.meetings.domain.papers.PapersCommand;
import uk.onevoice.meetings.domain.papers.PapersEvent;
import uk.onevoice.meetings.domain.papers.PapersRejection;
import uk.onevoice.service.wiring.Ids;

/** Holds the rules of papers and guests to their log, beside the meeting's own stream. */
@ApplicationScoped
public class PapersLog {
  static final String GUESTS = "guests-";

  public static String papers(MeetingId id) {
    return "papers-" + id.value();
  }

  public static String guests(MeetingId id) {
    return GUESTS + id.value();
  }

  @Produces
  @Singleton
  CommandHandler<PapersCommand, Papers, PapersEvent, PapersRejection> papersHandler(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Papers.DECIDER, EventTypes.of(PapersEvent.class), ids);
  }

  @Produces
  @Singleton
  CommandHandler<GuestsCommand, Guests, GuestsEvent, GuestsRejection> guestsHandler(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Guests.DECIDER, EventTypes.of(GuestsEvent.class), ids);
  }
}
