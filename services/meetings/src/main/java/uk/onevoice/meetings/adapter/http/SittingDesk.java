package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.Organisation;
import uk.onevoice.directory.Place;
import uk.onevoice.meetings.adapter.store.Sittings;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.briefing.Sitting;
import uk.onevoice.security.AccessRefused;
import uk.onevoice.security.AccessRefused.Reason;
import uk.onevoice.security.Actor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;

/** What requests before and after a meeting begin with: is it there, for whom, and who asks. */
@ApplicationScoped
class SittingDesk {
  private final Sittings sittings;
  private final Directory directory;
  private final CurrentActor actor;
  private final Scope scope;
  private final Today today;

  SittingDesk(
      Sittings sittings, Directory directory, CurrentActor actor, Scope scope, Today today) {
    this.sittings = sittings;
    this.directory = directory;
    this.actor = actor;
    this.scope = scope;
    this.today = today;
  }

  /** The meeting, for whom the operation is in its place; it is not there for anybody else. */
  Sittings.Known there(UUID id) {
    return sittings
        .find(new MeetingId(id))
        .filter(meeting -> scope.covers(inDirectory(meeting.placeId())))
        .orElseThrow(() -> Problem.notFound().exception());
  }

  /** In which role the caller does this in the place, and in which ICS that is. */
  Circumstances in(PlaceId place) {
    return new Circumstances(null, scope.in(inDirectory(place)).organisation(), icsOf(place));
  }

  uk.onevoice.directory.@Nullable OrganisationId icsOf(PlaceId place) {
    return directory.place(inDirectory(place), today.get()).map(Place::ics).orElse(null);
  }

  static Sitting sitting(Sittings.Known meeting) {
    return new Sitting(
        meeting.meetingId(),
        meeting.on(),
        meeting.items().stream().map(item -> item.itemId()).collect(Collectors.toSet()));
  }

  static Set<ItemId> items(@Nullable Collection<UUID> ids) {
    return ids == null ? Set.of() : ids.stream().map(ItemId::new).collect(Collectors.toSet());
  }

  boolean isRegistered(OrganisationId organisation) {
    return directory.organisation(inDirectory(organisation)).isPresent();
  }

  /** What the organisation is called; null where nobody knows. */
  @Nullable String name(OrganisationId organisation) {
    return directory.organisation(inDirectory(organisation)).map(Organisation::name).orElse(null);
  }

  /** All records of the person. */
  Set<PersonId> records(PersonId person) {
    return directory.records(new uk.onevoice.directory.PersonId(person.value())).stream()
        .map(record -> new PersonId(record.value()))
        .collect(Collectors.toSet());
  }

  /** Who stands for a person whose record was merged away. */
  PersonId standing(PersonId person) {
    return new PersonId(
        directory.standing(new uk.onevoice.directory.PersonId(person.value())).value());
  }

  PersonId caller() {
    return switch (actor.get()) {
      case Actor.PersonActor person -> new PersonId(person.person().value());
      case Actor.ClientActor _ -> throw new AccessRefused(Reason.NOT_ALLOWED);
    };
  }

  /** Whether the caller goes to the meeting; a system goes nowhere. */
  boolean callerGoes(Sittings.Known meeting) {
    return actor.get() instanceof Actor.PersonActor person
        && sittings.goes(meeting, records(new PersonId(person.person().value())));
  }

  /** A day that a list is asked for by. */
  static LocalDate day(String name, @Nullable String value) {
    if (value == null) {
      throw Problem.invalid("query:" + name, "is required").exception();
    }
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException malformed) {
      throw Problem.invalid("query:" + name, "must be a date as 2026-11-30").exception();
    }
  }

  static uk.onevoice.directory.PlaceId inDirectory(PlaceId place) {
    return new uk.onevoice.directory.PlaceId(place.value());
  }

  static uk.onevoice.directory.OrganisationId inDirectory(OrganisationId organisation) {
    return new uk.onevoice.directory.OrganisationId(organisation.value());
  }
}
