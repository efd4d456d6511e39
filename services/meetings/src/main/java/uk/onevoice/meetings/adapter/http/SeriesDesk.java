package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.directory.Place;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.meetings.adapter.store.SeriesLog;
import uk.onevoice.meetings.adapter.store.SeriesMeetings;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.SeriesId;
import uk.onevoice.meetings.domain.series.Series;
import uk.onevoice.meetings.domain.series.Series.Started;
import uk.onevoice.meetings.domain.series.SeriesCommand;
import uk.onevoice.meetings.domain.series.SeriesEvent;
import uk.onevoice.meetings.domain.series.SeriesRejection;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;

/** Takes what leaders of a place ask of its series, and lets the meetings follow at once. */
@ApplicationScoped
class SeriesDesk {
  private final CommandHandler<SeriesCommand, Series, SeriesEvent, SeriesRejection> series;
  private final SeriesMeetings meetings;
  private final Commands commands;
  private final Directory directory;
  private final Scope scope;
  private final Today today;

  SeriesDesk(
      CommandHandler<SeriesCommand, Series, SeriesEvent, SeriesRejection> series,
      SeriesMeetings meetings,
      Commands commands,
      Directory directory,
      Scope scope,
      Today today) {
    this.series = series;
    this.meetings = meetings;
    this.commands = commands;
    this.directory = directory;
    this.scope = scope;
    this.today = today;
  }

  /** A series that is there, of a place in which the caller may do this. */
  Started there(SeriesId id) {
    if (series.current(SeriesLog.stream(id)).state() instanceof Started started) {
      scope.in(inDirectory(started.start().placeId()));
      return started;
    }
    throw Problem.notFound().exception();
  }

  Response handle(PlaceId place, SeriesCommand command) {
    return handle(place, command, (_, _, _) -> commands.noContent());
  }

  Response handle(
      PlaceId placeId, SeriesCommand command, Answering<Series, SeriesEvent> answering) {
    var place = inDirectory(placeId);
    @Nullable OrganisationId ics = directory.place(place, today.get()).map(Place::ics).orElse(null);
    var circumstances = new Circumstances(null, scope.in(place).organisation(), ics);
    Response answer =
        commands.handle(
            series,
            SeriesLog.stream(command.seriesId()),
            command,
            answering,
            SeriesProblems::of,
            circumstances);
    meetings.follow(command.seriesId(), commands.metadata(circumstances));
    return answer;
  }

  boolean heldARole(PersonId person, LocalDate on) {
    return !directory.holdings(new uk.onevoice.directory.PersonId(person.value()), on).isEmpty();
  }

  PersonId standing(PersonId person) {
    return new PersonId(
        directory.standing(new uk.onevoice.directory.PersonId(person.value())).value());
  }

  static uk.onevoice.directory.PlaceId inDirectory(PlaceId place) {
    return new uk.onevoice.directory.PlaceId(place.value());
  }
}
