package uk.onevoice.organisations.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.organisations.adapter.http.PersonView.Happened;
import uk.onevoice.organisations.adapter.http.PersonView.History;
import uk.onevoice.organisations.adapter.http.PersonView.Said;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.person.People.Whole;
import uk.onevoice.organisations.domain.person.PersonEvent;
import uk.onevoice.organisations.domain.person.PersonEvent.IdentityLinked;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonErased;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonMergeUndone;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonMerged;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonNamed;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonRegistered;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleAppointed;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleChecked;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleCorrected;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleEnded;
import uk.onevoice.organisations.domain.person.PersonEvent.SessionsSet;
import uk.onevoice.organisations.domain.person.PersonEvent.WorkContactSet;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.person.Role;
import uk.onevoice.organisations.domain.person.RoleHoldingId;

/** What was written down about a person, when and by whom: the log itself, in its order. */
@ApplicationScoped
class PersonHistory {
  private final EventStore store;
  private final RegistryLog log;
  private final PeopleReading reading;
  private final WhoActed who;

  PersonHistory(EventStore store, RegistryLog log, PeopleReading reading, WhoActed who) {
    this.store = store;
    this.log = log;
    this.reading = reading;
    this.who = who;
  }

  /** One event of one of the records. */
  private record Entry(PersonId record, StoredEvent stored, PersonEvent event) {}

  /** A role as it was appointed, for events that name the holding only. */
  private record Appointed(Role role, @Nullable OrganisationId organisation) {}

  History of(Whole person, Viewer viewer) {
    var entries = new ArrayList<Entry>();
    entries.addAll(entries(person.id()));
    person.merged().forEach(record -> entries.addAll(entries(record.id())));
    entries.sort(Comparator.comparing(entry -> entry.stored().position()));
    var roles = new HashMap<RoleHoldingId, Appointed>();
    var mentioned = new HashSet<PersonId>();
    for (var entry : entries) {
      if (entry.event() instanceof RoleAppointed appointed) {
        roles.put(
            appointed.roleHoldingId(), new Appointed(appointed.role(), appointed.organisationId()));
      }
      other(entry.event()).ifPresent(mentioned::add);
    }
    var names = reading.names(mentioned, viewer);
    var actors = who.ofEvents(entries.stream().map(Entry::stored).toList());
    return new History(
        entries.stream()
            .map(entry -> {
              var by = WhoActed.ref(entry.stored());
              return new Happened(
                  entry.stored().recordedAt(),
                  entry.stored().type(),
                  entry.record(),
                  WhoActed.person(by).orElse(null),
                  actors.get(by),
                  said(entry.event(), roles, names));
            })
            .toList());
  }

  private List<Entry> entries(PersonId id) {
    return store.stream(RegistryLog.stream(id), 0).stream()
        .map(stored -> new Entry(id, stored, (PersonEvent) log.read(stored)))
        .toList();
  }

  private static Optional<PersonId> other(PersonEvent event) {
    return switch (event) {
      case RoleEnded ended -> Optional.ofNullable(ended.successorId());
      case PersonMerged(_, var into) -> Optional.of(into);
      case PersonMergeUndone(_, var from) -> Optional.of(from);
      case PersonRegistered _,
          PersonNamed _,
          WorkContactSet _,
          IdentityLinked _,
          RoleAppointed _,
          RoleCorrected _,
          SessionsSet _,
          RoleChecked _,
          PersonErased _ ->
          Optional.empty();
    };
  }

  private Said said(
      PersonEvent event, Map<RoleHoldingId, Appointed> roles, Map<PersonId, String> names) {
    var other = other(event).orElse(null);
    var otherName = other == null ? null : names.get(other);
    return switch (event) {
      case PersonRegistered _, PersonNamed _, IdentityLinked _, PersonErased _ ->
          new Telling().said();
      case WorkContactSet contact -> new Telling().shown(contact.shown()).said();
      case PersonMerged _, PersonMergeUndone _ -> new Telling().other(other, otherName).said();
      case RoleAppointed it ->
          role(it.roleHoldingId(), roles).days(it.start(), it.end()).clinical(it.clinical()).said();
      case RoleCorrected it ->
          role(it.roleHoldingId(), roles)
              .days(it.start(), it.end())
              .clinical(it.clinical())
              .neverWas(Boolean.TRUE.equals(it.void_()))
              .said();
      case RoleEnded it ->
          role(it.roleHoldingId(), roles).days(null, it.end()).other(other, otherName).said();
      case SessionsSet it ->
          role(it.roleHoldingId(), roles)
              .days(it.from(), null)
              .sessions(it.sessionsPerWeek(), it.protectedHours())
              .said();
      case RoleChecked it ->
          role(it.roleHoldingId(), roles).days(it.on(), null).checkDue(it.nextCheckDue()).said();
    };
  }

  private Telling role(RoleHoldingId id, Map<RoleHoldingId, Appointed> roles) {
    var appointed = roles.get(id);
    var telling = new Telling();
    if (appointed != null) {
      var organisation = appointed.organisation();
      telling.role(
          id,
          appointed.role(),
          organisation,
          organisation == null ? null : reading.name(organisation));
    }
    return telling;
  }
}
