package uk.onevoice.organisations.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.organisations.adapter.http.PersonView.Checked;
import uk.onevoice.organisations.adapter.http.PersonView.Funded;
import uk.onevoice.organisations.adapter.http.PersonView.Named;
import uk.onevoice.organisations.adapter.http.PersonView.OneHolding;
import uk.onevoice.organisations.adapter.http.PersonView.OnePerson;
import uk.onevoice.organisations.adapter.store.PeopleCopy;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.organisations.domain.person.Holding;
import uk.onevoice.organisations.domain.person.People.Held;
import uk.onevoice.organisations.domain.person.People.Whole;
import uk.onevoice.organisations.domain.person.PersonId;

/** Tells people with as much as the reader may see. */
@ApplicationScoped
class PeopleReading {
  static final Comparator<Held> NEWEST_FIRST =
      Comparator.comparing((Held held) -> held.holding().period().start())
          .reversed()
          .thenComparing(held -> held.id().value());

  private final PeopleCopy copy;
  private final PersonWords words;
  private final CommandHandler<
          OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisations;

  PeopleReading(
      PeopleCopy copy,
      PersonWords words,
      CommandHandler<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
          organisations) {
    this.copy = copy;
    this.words = words;
    this.organisations = organisations;
  }

  /** The human being behind a record, where the reader may know of them. */
  Optional<Whole> visible(PersonId id, Viewer viewer) {
    return copy.ask(people -> people.whole(people.standing(id))).filter(viewer::seesNameOf);
  }

  OnePerson one(Whole person, Viewer viewer, LocalDate today) {
    var contact = person.own().contact();
    var refs = Arrays.asList(contact.emailRef(), contact.telephoneRef());
    var texts = words.read(refs);
    return new OnePerson(
        person.id(),
        names(Set.of(person.id()), viewer).get(person.id()),
        contact.emailRef() == null ? null : texts.get(contact.emailRef()),
        contact.telephoneRef() == null ? null : texts.get(contact.telephoneRef()),
        contact.shown(),
        holdings(person, person.holdings().stream(), viewer, today),
        viewer.seesAllOf(person) ? mergedInto(person) : List.of());
  }

  private List<Named> mergedInto(Whole person) {
    var names = words.names(person.merged());
    return person.merged().stream()
        .map(record -> new Named(record.id(), names.get(record.id())))
        .toList();
  }

  /** These holdings of one person, newest first. */
  List<OneHolding> holdings(Whole person, Stream<Held> held, Viewer viewer, LocalDate on) {
    var some = held.sorted(NEWEST_FIRST).toList();
    boolean all = viewer.seesAllOf(person);
    var checkers = new LinkedHashSet<PersonId>();
    if (all) {
      some.forEach(each -> {
        var check = each.holding().checked();
        if (check != null) {
          checkers.add(check.by());
        }
      });
    }
    var names = names(checkers, viewer);
    return some.stream()
        .map(each -> told(each, each.record(), null, all ? names : null, on))
        .toList();
  }

  /**
   * @param checkers names of who checked; null where the reader may not see checks and sessions
   */
  OneHolding told(
      Held held,
      @Nullable PersonId person,
      @Nullable String name,
      @Nullable Map<PersonId, String> checkers,
      LocalDate on) {
    var holding = held.holding();
    return new OneHolding(
        held.id(),
        person,
        name,
        holding.role(),
        holding.organisation(),
        holding.organisation() == null ? null : name(holding.organisation()),
        holding.clinical(),
        holding.period().start(),
        holding.period().end(),
        holding.period().includes(on),
        checkers == null ? List.of() : funded(holding),
        checkers == null ? null : checked(holding, checkers),
        checkers != null && goesOn(holding, on) ? holding.checkDue() : null,
        holding.insteadOf());
  }

  /** What has ended is not checked any more. */
  static boolean goesOn(Holding holding, LocalDate on) {
    var end = holding.period().end();
    return end == null || end.isAfter(on);
  }

  private static List<Funded> funded(Holding holding) {
    return holding.sessions().entrySet().stream()
        .map(from ->
            new Funded(from.getKey(), from.getValue().perWeek(), from.getValue().protectedHours()))
        .toList();
  }

  private static @Nullable Checked checked(Holding holding, Map<PersonId, String> names) {
    var check = holding.checked();
    return check == null ? null : new Checked(check.on(), check.by(), names.get(check.by()));
  }

  /** The names of these records, where the reader may read them, whoever stands for them now. */
  Map<PersonId, String> names(Collection<PersonId> records, Viewer viewer) {
    if (records.isEmpty()) {
      return Map.of();
    }
    var wholes = new HashMap<PersonId, Whole>();
    copy.ask(people -> {
      records.forEach(
          id -> people.whole(people.standing(id)).ifPresent(whole -> wholes.put(id, whole)));
      return true;
    });
    wholes.values().removeIf(whole -> !viewer.seesNameOf(whole));
    var byStanding = words.names(wholes.values().stream().map(Whole::own).distinct().toList());
    var names = new HashMap<PersonId, String>();
    wholes.forEach((id, whole) -> {
      var name = byStanding.get(whole.id());
      if (name != null) {
        names.put(id, name);
      }
    });
    return names;
  }

  @Nullable String name(OrganisationId id) {
    return organisations.current(RegistryLog.stream(id)).state()
            instanceof Organisation.Registered known
        ? known.record().name()
        : null;
  }
}
