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
import uk.onevoice.meetings.domain.action.Action;
import uk.onevoice.meetings.domain.action.ActionCommand;
import uk.onevoice.meetings.domain.action.ActionEvent;
import uk.onevoice.meetings.domain.action.ActionId;
import uk.onevoice.meetings.domain.action.ActionRejection;
import uk.onevoice.meetings.domain.minutes.Minutes;
import uk.onevoice.meetings.domain.minutes.MinutesCommand;
import uk.onevoice.meetings.domain.minutes.MinutesEvent;
import uk.onevoice.meetings.domain.minutes.MinutesRejection;
import uk.onevoice.service.wiring.Ids;

/** Holds the rules of meetings, actions and minutes to their log. */
@ApplicationScoped
public class MeetingLog {
  static final String STREAM = "meeting-";
  static final String ACTION = "action-";

  private final EventTypes<MeetingEvent> types = EventTypes.of(MeetingEvent.class);

  public static String stream(MeetingId id) {
    return STREAM + id.value();
  }

  public static String stream(ActionId id) {
    return ACTION + id.value();
  }

  public static String minutes(MeetingId id) {
    return "minutes-" + id.value();
  }

  @Produces
  @Singleton
  CommandHandler<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> handler(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Meeting.DECIDER, types, ids);
  }

  @Produces
  @Singleton
  CommandHandler<ActionCommand, Action, ActionEvent, ActionRejection> actions(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Action.DECIDER, EventTypes.of(ActionEvent.class), ids);
  }

  @Produces
  @Singleton
  CommandHandler<MinutesCommand, Minutes, MinutesEvent, MinutesRejection> minutes(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Minutes.DECIDER, EventTypes.of(MinutesEvent.class), ids);
  }
}
