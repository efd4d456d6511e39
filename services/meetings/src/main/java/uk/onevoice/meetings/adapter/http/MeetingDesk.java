package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.Place;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.meetings.adapter.store.MeetingLog;
import uk.onevoice.meetings.domain.Item;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.Meeting;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingCommand;
import uk.onevoice.meetings.domain.MeetingEvent;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.MeetingRejection;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.security.AccessRefused;
import uk.onevoice.security.AccessRefused.Reason;
import uk.onevoice.security.Actor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;

/** What every request about one meeting begins with: is it there, for whom, and who is asking. */
@ApplicationScoped
class MeetingDesk {
  private final CommandHandler<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meetings;
  private final Commands commands;
  private final Directory directory;
  private final CurrentActor actor;
  private final Scope scope;
  private final Today today;
  private final Instance<Briefed> briefs;

  MeetingDesk(
      CommandHandler<MeetingCommand, Meeting, MeetingEvent, MeetingRejection> meetings,
      Commands commands,
      Directory directory,
      CurrentActor actor,
      Scope scope,
      Today today,
      Instance<Briefed> briefs) {
    this.meetings = meetings;
    this.commands = commands;
    this.directory = directory;
    this.actor = actor;
    this.scope = scope;
    this.today = today;
    this.briefs = briefs;
  }

  /** A meeting that the caller may do this to, and the version it was seen at. */
  record Asked(Scheduled meeting, long version, Circumstances circumstances) {
    MeetingId id() {
      return meeting.terms().meetingId();
    }
  }

  /** The meeting, for who may work on it; it is not there for everybody else. */
  Asked forWriting(UUID id) {
    var current = meetings.current(MeetingLog.stream(new MeetingId(id)));
    if (!(current.state() instanceof Scheduled meeting)) {
      throw Problem.notFound().exception();
    }
    return new Asked(meeting, current.version(), in(meeting.terms().placeId()));
  }

  /** As {@link #forWriting}, for who may read it. */
  Asked forReading(UUID id) {
    var current = meetings.current(MeetingLog.stream(new MeetingId(id)));
    if (!(current.state() instanceof Scheduled meeting)
        || !scope.covers(inDirectory(meeting.terms().placeId()))) {
      throw Problem.notFound().exception();
    }
    return new Asked(meeting, current.version(), Circumstances.NONE);
  }

  /** In which role the caller does this in the place, and in which ICS that is. */
  Circumstances in(PlaceId place) {
    var role = scope.in(inDirectory(place));
    return new Circumstances(
        null,
        role.organisation(),
        directory.place(inDirectory(place), today.get()).map(Place::ics).orElse(null));
  }

  /** A meeting that is there, of a place in which the caller may do this. */
  Scheduled there(MeetingId id) {
    Scheduled meeting = any(id);
    scope.in(placeOf(meeting));
    return meeting;
  }

  /** A meeting that is there, whoever asks. */
  Scheduled any(MeetingId id) {
    return find(id).orElseThrow(() -> Problem.notFound().exception());
  }

  Circumstances around(Scheduled meeting) {
    return in(meeting.terms().placeId());
  }

  static uk.onevoice.directory.PlaceId placeOf(Scheduled meeting) {
    return inDirectory(meeting.terms().placeId());
  }

  Optional<Scheduled> find(MeetingId id) {
    return meetings.current(MeetingLog.stream(id)).state() instanceof Scheduled known
        ? Optional.of(known)
        : Optional.empty();
  }

  Response handle(Asked asked, MeetingCommand command) {
    return handle(asked, command, (_, _, _) -> commands.noContent());
  }

  Response handle(Asked asked, MeetingCommand command, Answering<Meeting, MeetingEvent> answering) {
    return commands.handle(
        meetings,
        MeetingLog.stream(asked.id()),
        command,
        answering,
        MeetingProblems::of,
        asked.circumstances());
  }

  /** A command on a meeting that the caller may work on. */
  Response handle(UUID id, Function<Asked, MeetingCommand> command) {
    var asked = forWriting(id);
    return handle(asked, command.apply(asked));
  }

  PersonId caller() {
    return switch (actor.get()) {
      case Actor.PersonActor person -> new PersonId(person.person().value());
      case Actor.ClientActor _ -> throw new AccessRefused(Reason.NOT_ALLOWED);
    };
  }

  LocalDate today() {
    return today.get();
  }

  boolean isBriefed(MeetingId meeting, PersonId person) {
    return briefs.stream().anyMatch(known -> known.acknowledged(meeting, person));
  }

  boolean isRegistered(OrganisationId organisation) {
    return directory
        .organisation(new uk.onevoice.directory.OrganisationId(organisation.value()))
        .isPresent();
  }

  /**
   * The person, under the record that is written down in the meeting where that is theirs too: who
   * has two records is there once, and may assess under both.
   */
  PersonId asAttendee(Scheduled meeting, PersonId person) {
    return among(meeting.attendance().keySet(), person);
  }

  /**
   * The caller, under the record that assessed the item where that is theirs too: nobody confirms
   * or disputes what they have claimed, though two records of them were made one since.
   */
  PersonId asParty(Scheduled meeting, ItemId item) {
    PersonId caller = caller();
    @Nullable Item known = meeting.items().get(item);
    return known == null ? caller : among(parties(known), caller);
  }

  private static Set<PersonId> parties(Item item) {
    return switch (item.result()) {
      case Item.Undecided _ -> Set.of();
      case Item.Decided(_, var assessment) ->
          switch (assessment) {
            case Item.NotAssessed _ -> Set.of();
            case Item.Made made -> parties(made);
            case Item.Disputed(var disputed, var by, _) -> {
              var all = new LinkedHashSet<>(parties(disputed));
              all.add(by);
              yield all;
            }
          };
    };
  }

  private static Set<PersonId> parties(Item.Made made) {
    return switch (made) {
      case Item.Assessed assessed -> Set.of(assessed.assessedBy());
      // Whoever confirmed it and was merged with the assessor since stays the assessor.
      case Item.Confirmed confirmed -> {
        var both = new LinkedHashSet<PersonId>();
        both.add(confirmed.assessedBy());
        both.add(confirmed.confirmedBy());
        yield both;
      }
    };
  }

  /** Which of these the person is, under whichever record; the person as named where none is. */
  private PersonId among(Set<PersonId> known, PersonId person) {
    if (known.contains(person)) {
      return person;
    }
    var records = directory.records(inDirectory(person));
    return known.stream()
        .filter(each -> records.contains(inDirectory(each)))
        .findFirst()
        .orElse(person);
  }

  PersonId standing(PersonId person) {
    return new PersonId(directory.standing(inDirectory(person)).value());
  }

  static uk.onevoice.directory.PersonId inDirectory(PersonId person) {
    return new uk.onevoice.directory.PersonId(person.value());
  }

  static uk.onevoice.directory.PlaceId inDirectory(PlaceId place) {
    return new uk.onevoice.directory.PlaceId(place.value());
  }
}
