package uk.onevoice.organisations.imports;

import static uk.onevoice.organisations.domain.succession.Child.Kind.CLIENT;
import static uk.onevoice.organisations.domain.succession.Child.Kind.FORUM;
import static uk.onevoice.organisations.domain.succession.Child.Kind.MEMBER;
import static uk.onevoice.organisations.domain.succession.Child.Kind.OWN_MEMBERSHIP;
import static uk.onevoice.organisations.domain.succession.Child.Kind.PLACE;
import static uk.onevoice.organisations.domain.succession.Child.Kind.ROLE_HOLDING;
import static uk.onevoice.organisations.domain.succession.Child.Kind.TOPIC;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.Affiliations;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent;
import uk.onevoice.organisations.domain.client.ClientEvent;
import uk.onevoice.organisations.domain.client.SystemClient;
import uk.onevoice.organisations.domain.controlled.Entries;
import uk.onevoice.organisations.domain.forum.ForumEvent;
import uk.onevoice.organisations.domain.forum.Forums;
import uk.onevoice.organisations.domain.imported.Import;
import uk.onevoice.organisations.domain.imported.ImportEvent;
import uk.onevoice.organisations.domain.imported.ImportEvent.ImportAccepted;
import uk.onevoice.organisations.domain.imported.ImportEvent.ImportUndone;
import uk.onevoice.organisations.domain.imported.ImportId;
import uk.onevoice.organisations.domain.imported.ImportedSource;
import uk.onevoice.organisations.domain.listsize.ListSize;
import uk.onevoice.organisations.domain.listsize.ListSizeEvent;
import uk.onevoice.organisations.domain.listsize.ListSizes;
import uk.onevoice.organisations.domain.listsize.ListSizesEvent;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.person.Holding;
import uk.onevoice.organisations.domain.person.Person;
import uk.onevoice.organisations.domain.person.PersonEvent;
import uk.onevoice.organisations.domain.place.Place;
import uk.onevoice.organisations.domain.place.PlaceEvent;
import uk.onevoice.organisations.domain.succession.Body;
import uk.onevoice.organisations.domain.succession.Child;
import uk.onevoice.organisations.domain.topic.TopicEvent;
import uk.onevoice.organisations.domain.topic.Topics;

/**
 * The state of every aggregate that an import may touch, or that hangs on one, folded from the log.
 * A whole country is compared with a file in memory; what comes of it still has to pass the event
 * store's expected versions. Not for several threads.
 */
public final class Registry {
  private final Map<String, Held<Organisation>> organisations = new HashMap<>();
  private final Map<String, Held<Affiliations>> affiliations = new HashMap<>();
  private final Map<String, Held<ListSize>> listSizes = new HashMap<>();
  private final Map<String, Held<ListSizes>> publications = new HashMap<>();
  private final Map<String, Held<Import>> imports = new HashMap<>();
  private final Map<String, Held<Place>> places = new HashMap<>();
  private final Map<String, Held<SystemClient>> clients = new HashMap<>();
  private final Map<String, Held<Person>> people = new HashMap<>();
  private final Map<String, Held<Topics>> topics = new HashMap<>();
  private final Map<String, Held<Forums>> forums = new HashMap<>();
  private final Map<ImportId, ImportAccepted> standing = new HashMap<>();
  private final Map<ImportId, List<Spoken>> spoken = new HashMap<>();

  /** A file of an import that stands, and the areas it speaks of: each row of another asks. */
  private record Spoken(ImportedSource file, @Nullable Set<String> areas) {
    Spoken(ImportedSource file) {
      this(file, file.areas() == null ? null : Set.copyOf(file.areas()));
    }

    boolean of(Set<String> some) {
      return areas == null || some.stream().anyMatch(areas::contains);
    }
  }

  /** Takes the next event of the log; events of other aggregates pass by. */
  public void apply(String stream, long version, Object event) {
    switch (event) {
      case OrganisationEvent it -> evolve(organisations, Organisation.DECIDER, stream, version, it);
      case AffiliationsEvent it -> evolve(affiliations, Affiliations.DECIDER, stream, version, it);
      case ListSizeEvent it -> evolve(listSizes, ListSize.DECIDER, stream, version, it);
      case ListSizesEvent it -> evolve(publications, ListSizes.DECIDER, stream, version, it);
      case ImportEvent it -> {
        evolve(imports, Import.DECIDER, stream, version, it);
        switch (it) {
          case ImportAccepted accepted -> {
            standing.put(accepted.importId(), accepted);
            spoken.put(accepted.importId(), accepted.sources().stream().map(Spoken::new).toList());
          }
          case ImportUndone(var id) -> {
            standing.remove(id);
            spoken.remove(id);
          }
        }
      }
      case PlaceEvent it -> evolve(places, Place.DECIDER, stream, version, it);
      case ClientEvent it -> evolve(clients, SystemClient.DECIDER, stream, version, it);
      case PersonEvent it -> evolve(people, Person.DECIDER, stream, version, it);
      case TopicEvent it -> evolve(topics, Topics.DECIDER, stream, version, it);
      case ForumEvent it -> evolve(forums, Forums.DECIDER, stream, version, it);
      default -> {
        // What hangs on no organisation.
      }
    }
  }

  private static <C, S, E, R> void evolve(
      Map<String, Held<S>> all, Decider<C, S, E, R> decider, String stream, long version, E event) {
    var before = all.get(stream);
    var state = before == null ? decider.initial() : before.state();
    all.put(stream, new Held<>(decider.evolve().apply(state, event), version));
  }

  Held<Organisation> organisation(OrganisationId id) {
    return organisations.getOrDefault(
        Streams.organisation(id), new Held<>(Organisation.DECIDER.initial(), 0));
  }

  Held<Affiliations> affiliations(OrganisationId member) {
    return affiliations.getOrDefault(
        Streams.affiliations(member), new Held<>(Affiliations.DECIDER.initial(), 0));
  }

  Held<ListSize> listSize(OrganisationId practice) {
    return listSizes.getOrDefault(
        Streams.listSize(practice), new Held<>(ListSize.DECIDER.initial(), 0));
  }

  Held<ListSizes> publication(YearMonth month) {
    return publications.getOrDefault(
        Streams.listSizes(month), new Held<>(ListSizes.DECIDER.initial(), 0));
  }

  Collection<Held<Organisation>> organisations() {
    return organisations.values();
  }

  /** Everything that hangs on an organisation, now or at another time. */
  public Stream<Child> children() {
    return Stream.of(
            affiliations.values().stream().flatMap(held -> children(held.state())),
            places.values().stream().flatMap(held -> children(held.state())),
            clients.values().stream().flatMap(held -> children(held.state())),
            people.values().stream().flatMap(held -> children(held.state())),
            topics.entrySet().stream()
                .flatMap(list -> children(TOPIC, list.getKey(), list.getValue().state().entries())),
            forums.entrySet().stream()
                .flatMap(list -> children(FORUM, list.getKey(), list.getValue().state().entries())))
        .flatMap(all -> all);
  }

  private static Stream<Child> children(Affiliations of) {
    return of.all().stream()
        .flatMap(each -> {
          var id = each.id().toString();
          var member = each.memberId().value();
          var parent = new OrganisationId(each.parentId());
          var child = new Child(MEMBER, id, member, parent, each.kind(), null, each.period());
          return isInherited(each.kind())
              ? Stream.of(
                  child,
                  new Child(
                      OWN_MEMBERSHIP,
                      id,
                      each.parentId(),
                      each.memberId(),
                      each.kind(),
                      null,
                      each.period()))
              : Stream.of(child);
        });
  }

  /** Who is commissioned by whom ends with the body; a neighbourhood is left with its place. */
  private static boolean isInherited(AffiliationKind kind) {
    return switch (kind) {
      case FEDERATION, LMC, PLACE -> true;
      case PCN_CORE, COMMISSIONED_BY, GEOGRAPHY, NEIGHBOURHOOD -> false;
    };
  }

  /** A neighbourhood lies where its place does. */
  private static Stream<Child> children(Place place) {
    return place instanceof Place.Defined known && known.partOf() == null
        ? known.ics().entrySet().stream()
            .map(lies -> {
              var id = known.id().toString();
              var next = known.ics().higherKey(lies.getKey());
              var end = next == null ? known.open().end() : next;
              return new Child(
                  PLACE, id, id, lies.getValue(), null, null, new Period(lies.getKey(), end));
            })
        : Stream.of();
  }

  private static <I> Stream<Child> children(Child.Kind kind, String stream, Entries<I> list) {
    var ics = new OrganisationId(stream.substring(stream.indexOf('-') + 1));
    return list.all().values().stream()
        .map(entry -> {
          var id = entry.id().toString();
          var period = new Period(entry.start(), entry.fate().end());
          return new Child(kind, id, id, ics, null, null, period);
        });
  }

  /** The topics of an ICS. */
  public Topics topics(OrganisationId ics) {
    var held = topics.get(Streams.topics(ics));
    return held == null ? Topics.DECIDER.initial() : held.state();
  }

  /** The forums of an ICS. */
  public Forums forums(OrganisationId ics) {
    var held = forums.get(Streams.forums(ics));
    return held == null ? Forums.DECIDER.initial() : held.state();
  }

  /**
   * One that stopped with its organisation waits to be approved again. Of one that has ended nobody
   * has to decide.
   */
  private static Stream<Child> children(SystemClient client) {
    return switch (client) {
      case SystemClient.Suspended known when known.undecided() -> Stream.of(child(known, null));
      case SystemClient.Absent _, SystemClient.Ended _ -> Stream.of();
      case SystemClient.Known known -> Stream.of(child(known, LocalDate.MAX));
    };
  }

  private static Child child(SystemClient.Known known, @Nullable LocalDate confirmed) {
    return new Child(
        CLIENT,
        known.id().value(),
        known.id().value(),
        known.organisation(),
        null,
        null,
        Period.from(LocalDate.MIN),
        confirmed);
  }

  private static Stream<Child> children(Person person) {
    return person instanceof Person.Registered known
        ? known.holdings().entrySet().stream()
            .filter(held -> held.getValue().organisation() != null)
            .map(held ->
                new Child(
                    ROLE_HOLDING,
                    held.getKey().value().toString(),
                    known.id().toString(),
                    Objects.requireNonNull(held.getValue().organisation()),
                    null,
                    held.getValue().role(),
                    held.getValue().period(),
                    checkedOn(held.getValue())))
        : Stream.of();
  }

  private static @Nullable LocalDate checkedOn(Holding held) {
    var check = held.checked();
    return check == null ? null : check.on();
  }

  public SystemClient client(String id) {
    var held = clients.get("client-" + id);
    return held == null ? new SystemClient.Absent() : held.state();
  }

  public Person person(String id) {
    var held = people.get("person-" + id);
    return held == null ? new Person.Absent() : held.state();
  }

  /** The organisation or place of this id, as what children hang on. */
  public Optional<Body> body(OrganisationId id) {
    var organisation = find(id).map(Body::of);
    return organisation.isPresent() ? organisation : place(id.value()).map(Body::of);
  }

  public Optional<Place.Defined> place(String id) {
    var held = places.get("place-" + id);
    return held != null && held.state() instanceof Place.Defined known
        ? Optional.of(known)
        : Optional.empty();
  }

  /** All organisations that are known. */
  public Stream<Registered> all() {
    return organisations.values().stream()
        .map(Held::state)
        .filter(Registered.class::isInstance)
        .map(Registered.class::cast);
  }

  /** What is known of an organisation. */
  public Optional<Registered> find(OrganisationId id) {
    return organisation(id).state() instanceof Registered known
        ? Optional.of(known)
        : Optional.empty();
  }

  /** What a member belongs to. */
  public Affiliations affiliationsOf(OrganisationId member) {
    return affiliations(member).state();
  }

  /** The standing import of this content, if there is one. */
  public Optional<ImportId> importOf(String sha256) {
    return standing.values().stream()
        .filter(each -> each.sources().stream().anyMatch(of -> of.sha256().equals(sha256)))
        .map(ImportAccepted::importId)
        .findFirst();
  }

  /**
   * The newest release of each file, among the imports that stand, that speaks of one of these
   * areas. Another's is no word on them, however new it is.
   */
  public Map<Source, LocalDate> newest(Set<String> areas) {
    var newest = new EnumMap<Source, LocalDate>(Source.class);
    speakingOf(areas)
        .forEach(of ->
            newest.merge(
                of.kind(), of.release(), (one, other) -> one.isAfter(other) ? one : other));
    return newest;
  }

  /** The day of the next later patients map that stands and speaks of one of these areas. */
  @Nullable LocalDate nextMap(LocalDate day, Set<String> areas) {
    return speakingOf(areas)
        .filter(of -> of.kind() == Source.PRACTICE_MAP)
        .map(ImportedSource::release)
        .filter(release -> release.isAfter(day))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private Stream<ImportedSource> speakingOf(Set<String> areas) {
    return spoken.values().stream()
        .flatMap(List::stream)
        .filter(each -> each.of(areas))
        .map(Spoken::file);
  }
}
