package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.directory.Place;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.meetings.adapter.store.MeetingLog;
import uk.onevoice.meetings.domain.Meeting;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingCommand;
import uk.onevoice.meetings.domain.MeetingEvent;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.MeetingRejection;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;

/** Finds meetings for who may work on or read them, and says around commands whose they are. */
@ApplicationScoped
class MeetingDesk {
  private final CommandHandler<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meetings;
  private final Directory directory;
  private final Scope scope;
  private final Today today;

  MeetingDesk(
      CommandHandler<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meetings,
      Directory directory,
      Scope scope,
      Today today) {
    this.meetings = meetings;
    this.directory = directory;
    this.scope = scope;
    this.today = today;
  }

  /** A meeting that is there, of a place in which the caller may do this. */
  Scheduled there(MeetingId id) {
    Scheduled meeting = any(id);
    scope.in(placeOf(meeting));
    return meeting;
  }

  /** A meeting that is there, whoever asks. */
  Scheduled any(MeetingId id) {
    if (meetings.current(MeetingLog.stream(id)).state() instanceof Scheduled meeting) {
      return meeting;
    }
    throw Problem.notFound().exception();
  }

  Circumstances around(Scheduled meeting) {
    var place = placeOf(meeting);
    @Nullable OrganisationId ics = directory.place(place, today.get()).map(Place::ics).orElse(null);
    return new Circumstances(null, scope.in(place).organisation(), ics);
  }

  static uk.onevoice.directory.PlaceId placeOf(Scheduled meeting) {
    return new uk.onevoice.directory.PlaceId(meeting.terms().placeId().value());
  }
}
