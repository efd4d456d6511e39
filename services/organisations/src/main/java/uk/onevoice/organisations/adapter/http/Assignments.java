package uk.onevoice.organisations.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.adapter.http.SuccessionBodies.Assigned;
import uk.onevoice.organisations.adapter.http.SuccessionBodies.NewAssignment;
import uk.onevoice.organisations.adapter.http.SuccessionBodies.NewAssignments;
import uk.onevoice.organisations.adapter.store.RegistryCopy;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.affiliation.Affiliation;
import uk.onevoice.organisations.domain.affiliation.Affiliations;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.EndAffiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.Reassign;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.StartAffiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection;
import uk.onevoice.organisations.domain.client.ClientCommand;
import uk.onevoice.organisations.domain.client.ClientEvent;
import uk.onevoice.organisations.domain.client.ClientRejection;
import uk.onevoice.organisations.domain.client.SystemClient;
import uk.onevoice.organisations.domain.controlled.ListRejection;
import uk.onevoice.organisations.domain.forum.ForumCommand;
import uk.onevoice.organisations.domain.forum.ForumEvent;
import uk.onevoice.organisations.domain.forum.ForumRejection;
import uk.onevoice.organisations.domain.forum.Forums;
import uk.onevoice.organisations.domain.person.Person;
import uk.onevoice.organisations.domain.person.PersonCommand;
import uk.onevoice.organisations.domain.person.PersonEvent;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.person.PersonRejection;
import uk.onevoice.organisations.domain.place.Place;
import uk.onevoice.organisations.domain.place.PlaceCommand;
import uk.onevoice.organisations.domain.place.PlaceCommand.MovePlace;
import uk.onevoice.organisations.domain.place.PlaceCommand.StayInIcs;
import uk.onevoice.organisations.domain.place.PlaceEvent;
import uk.onevoice.organisations.domain.place.PlaceRejection;
import uk.onevoice.organisations.domain.succession.Child;
import uk.onevoice.organisations.domain.succession.Successions;
import uk.onevoice.organisations.domain.succession.Unresolved;
import uk.onevoice.organisations.domain.topic.TopicCommand;
import uk.onevoice.organisations.domain.topic.TopicEvent;
import uk.onevoice.organisations.domain.topic.Topics;
import uk.onevoice.organisations.imports.Registry;
import uk.onevoice.service.edge.Position;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/**
 * Says of many children at once to whom each goes. All are looked at before the first is written;
 * each is written for itself, and what was assigned so already is no event when it is sent again.
 */
@ApplicationScoped
class Assignments {
  private final CommandHandler<
          AffiliationsCommand, Affiliations, AffiliationsEvent, AffiliationsRejection>
      affiliations;
  private final CommandHandler<PlaceCommand, Place, PlaceEvent, PlaceRejection> places;
  private final CommandHandler<PersonCommand, Person, PersonEvent, PersonRejection> people;
  private final CommandHandler<ClientCommand, SystemClient, ClientEvent, ClientRejection> clients;
  private final CommandHandler<TopicCommand, Topics, TopicEvent, ListRejection> topics;
  private final CommandHandler<ForumCommand, Forums, ForumEvent, ForumRejection> forums;
  private final Ids ids;
  private final ManyAtOnce many;
  private final RegistryCopy registry;
  private final AssignedRoles roles;
  private final AssignedSystems systems;
  private final AskedDay days;
  private final Clock clock;

  Assignments(
      CommandHandler<AffiliationsCommand, Affiliations, AffiliationsEvent, AffiliationsRejection>
          affiliations,
      CommandHandler<PlaceCommand, Place, PlaceEvent, PlaceRejection> places,
      CommandHandler<PersonCommand, Person, PersonEvent, PersonRejection> people,
      CommandHandler<ClientCommand, SystemClient, ClientEvent, ClientRejection> clients,
      CommandHandler<TopicCommand, Topics, TopicEvent, ListRejection> topics,
      CommandHandler<ForumCommand, Forums, ForumEvent, ForumRejection> forums,
      Ids ids,
      ManyAtOnce many,
      RegistryCopy registry,
      AssignedRoles roles,
      AssignedSystems systems,
      AskedDay days,
      Clock clock) {
    this.affiliations = affiliations;
    this.places = places;
    this.people = people;
    this.clients = clients;
    this.topics = topics;
    this.forums = forums;
    this.ids = ids;
    this.many = many;
    this.registry = registry;
    this.roles = roles;
    this.systems = systems;
    this.days = days;
    this.clock = clock;
  }

  /** A command on the stream of what is assigned. */
  record Step<C>(String stream, C command) {}

  /**
   * @param then what is done after all of {@code first}, so that nothing ends before it goes on
   */
  private record Steps(
      List<Step<AffiliationsCommand>> first,
      List<Step<AffiliationsCommand>> then,
      List<Step<PlaceCommand>> places,
      List<Step<PersonCommand>> roles,
      List<Step<ClientCommand>> systems,
      ListAssignments lists) {
    Steps(ListAssignments lists) {
      this(
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          lists);
    }
  }

  Response assign(NewAssignments wish) {
    return many.handle(
        new Assigned(wish.assignments().size()),
        roles.streamOfCaller(),
        metadata -> written(stepsOf(wish), metadata));
  }

  private Steps stepsOf(NewAssignments wish) {
    var wishes = wish.assignments();
    boolean distinct = wishes.stream().map(NewAssignment::id).distinct().count() == wishes.size();
    if (wishes.isEmpty() || wishes.size() > ManyAtOnce.MOST || !distinct) {
      throw Problem.invalid("/assignments", "must be 1 to " + ManyAtOnce.MOST + " different ones")
          .exception();
    }
    for (int i = 0; i < wishes.size(); i++) {
      if (wishes.get(i).isOver() == (wishes.get(i).to() != null)) {
        throw Problem.invalid("/assignments/" + i, "must go to somebody, or end").exception();
      }
    }
    var day = wish.asOf() == null ? days.of(null) : wish.asOf();
    var own = roles.own();
    return registry.ask(now -> looked(now, wishes, day, own));
  }

  private List<Position> written(Steps steps, Metadata metadata) {
    var positions = new ArrayList<Position>();
    positions.addAll(written(affiliations, steps.first(), RegistryProblems::inWords, metadata));
    positions.addAll(written(affiliations, steps.then(), RegistryProblems::inWords, metadata));
    positions.addAll(written(places, steps.places(), SuccessionProblems::inWords, metadata));
    positions.addAll(written(people, steps.roles(), AssignedRoles::inWords, metadata));
    positions.addAll(written(clients, steps.systems(), AssignedSystems::inWords, metadata));
    Function<ListRejection, String> asTopic = _ -> "is no longer what it was";
    Function<ForumRejection, String> asForum = _ -> "is no longer what it was";
    positions.addAll(written(topics, steps.lists().newTopics, asTopic, metadata));
    positions.addAll(written(topics, steps.lists().topicsPassedOn, asTopic, metadata));
    positions.addAll(written(forums, steps.lists().newForums, asForum, metadata));
    positions.addAll(written(forums, steps.lists().forumsPassedOn, asForum, metadata));
    return positions;
  }

  private Steps looked(Registry now, List<NewAssignment> wishes, LocalDate day, Set<PersonId> own) {
    var successions = new Successions(now::body, day);
    var named =
        wishes.stream().map(NewAssignment::id).collect(Collectors.toCollection(HashSet::new));
    Map<String, List<Child>> children =
        now.children()
            .filter(child -> named.contains(child.id()))
            .collect(Collectors.groupingBy(Child::id));
    var steps = new Steps(new ListAssignments(now, days.of(null), ids::get));
    Problem refused = SuccessionProblems.refused().detail("None was assigned.");
    for (int i : topicsBeforeForums(wishes, children)) {
      var wish = wishes.get(i);
      var why =
          look(now, successions, children.getOrDefault(wish.id(), List.of()), wish, own, steps);
      if (why.isPresent() && refused.violations().size() < ManyAtOnce.MOST_TOLD) {
        refused = refused.at("/assignments/" + i, why.get());
      }
    }
    if (!refused.violations().isEmpty()) {
      throw refused.exception();
    }
    return steps;
  }

  /** A forum takes with it those of its topics that go to the same list. */
  private static List<Integer> topicsBeforeForums(
      List<NewAssignment> wishes, Map<String, List<Child>> children) {
    return IntStream.range(0, wishes.size())
        .boxed()
        .sorted(
            Comparator.comparing(i ->
                children.getOrDefault(wishes.get(i).id(), List.of()).stream()
                    .anyMatch(child -> child.kind() == Child.Kind.FORUM)))
        .toList();
  }

  /**
   * @return why it cannot be
   */
  private Optional<String> look(
      Registry now,
      Successions successions,
      List<Child> children,
      NewAssignment wish,
      Set<PersonId> own,
      Steps steps) {
    var waits =
        children.stream().flatMap(child -> successions.unresolved(child).stream()).findFirst();
    var to = wish.to();
    if (waits.isEmpty()) {
      boolean settled =
          to == null
              ? isEnded(now, children, wish.id())
              : children.stream().anyMatch(child -> isSettled(now, child, to));
      return settled ? Optional.empty() : Optional.of("does not wait for anybody");
    }
    var open = waits.get();
    if (to == null) {
      return lookAtEnding(now, open, steps);
    }
    if (!open.candidates().contains(to)) {
      return Optional.of(
          open.candidates().isEmpty()
              ? "nobody follows " + open.child().body()
              : "must go to one of " + open.candidates());
    }
    return switch (open.child().kind()) {
      case MEMBER -> lookAtMember(now, open, to, steps);
      case OWN_MEMBERSHIP -> lookAtMembership(now, open, to, steps);
      case PLACE -> lookAtPlace(now, open, to, steps);
      case ROLE_HOLDING -> roles.assign(now, open, to, own, steps.roles());
      case CLIENT -> systems.assign(now, open, to, steps.systems());
      case TOPIC, FORUM -> steps.lists().look(open, to);
    };
  }

  /** It goes to nobody, and is over since the day since which it waits. */
  private Optional<String> lookAtEnding(Registry now, Unresolved open, Steps steps) {
    var child = open.child();
    return switch (child.kind()) {
      case MEMBER -> lookAtEnd(now, new OrganisationId(child.subject()), open, steps);
      case OWN_MEMBERSHIP -> lookAtEnd(now, child.body(), open, steps);
      case PLACE -> Optional.of("is a place, which is closed or merged on its own page");
      case TOPIC, FORUM -> Optional.of("is of a list, and is retired or closed there");
      case ROLE_HOLDING -> roles.end(now, open, steps.roles());
      case CLIENT -> systems.end(now, open, steps.systems());
    };
  }

  private static Optional<String> lookAtEnd(
      Registry now, OrganisationId member, Unresolved open, Steps steps) {
    var end = new EndAffiliation(UUID.fromString(open.child().id()), open.since());
    return add(now, member, end, steps.then());
  }

  private static boolean isEnded(Registry now, List<Child> children, String id) {
    return now.client(id) instanceof SystemClient.Ended
        || children.stream()
            .anyMatch(child -> child.kind() != Child.Kind.PLACE && child.period().end() != null);
  }

  /** Whether it was assigned just so before. */
  private static boolean isSettled(Registry now, Child child, OrganisationId to) {
    var end = child.period().end();
    return switch (child.kind()) {
      case MEMBER ->
          end != null
              && now.affiliationsOf(new OrganisationId(child.subject())).all().stream()
                  .anyMatch(each ->
                      each.kind() == child.belonging()
                          && each.parentId().equals(to.value())
                          && each.period().includes(end));
      case OWN_MEMBERSHIP -> end != null && isThere(now, child, to, end);
      case PLACE -> child.body().equals(to) && child.period().end() == null;
      case TOPIC, FORUM -> ListAssignments.isSettled(now, child, to);
      case ROLE_HOLDING ->
          end == null
              ? child.body().equals(to) && child.confirmed() != null
              : AssignedRoles.isHeld(now, child, to, end);
      case CLIENT -> child.body().equals(to) && child.confirmed() != null;
    };
  }

  private static Optional<String> lookAtMember(
      Registry now, Unresolved open, OrganisationId to, Steps steps) {
    var member = new OrganisationId(open.child().subject());
    var command =
        new Reassign(
            UUID.fromString(open.child().id()),
            to.value(),
            open.since(),
            openOf(now, member),
            openOf(now, to));
    return add(now, member, command, steps.first());
  }

  /** The successor belongs where the predecessor did, and the predecessor no more. */
  private static Optional<String> lookAtMembership(
      Registry now, Unresolved open, OrganisationId to, Steps steps) {
    var child = open.child();
    var kind = Objects.requireNonNull(child.belonging());
    if (!isThere(now, child, to, open.since())) {
      var start =
          new StartAffiliation(
              Affiliation.id(to, child.subject(), kind, open.since()),
              to,
              child.subject(),
              kind,
              open.since(),
              openOf(now, to),
              openOf(now, new OrganisationId(child.subject())));
      var why = add(now, to, start, steps.first());
      if (why.isPresent()) {
        return why;
      }
    }
    var end = new EndAffiliation(UUID.fromString(child.id()), open.since());
    return add(now, child.body(), end, steps.then());
  }

  private static boolean isThere(Registry now, Child child, OrganisationId to, LocalDate on) {
    return now.affiliationsOf(to).all().stream()
        .anyMatch(each ->
            each.kind() == child.belonging()
                && each.parentId().equals(child.subject())
                && each.period().includes(on));
  }

  private static Optional<String> lookAtPlace(
      Registry now, Unresolved open, OrganisationId to, Steps steps) {
    var place = now.place(open.child().id()).orElseThrow();
    var command =
        to.equals(open.child().body())
            ? new StayInIcs(open.since())
            : new MovePlace(to, openOf(now, to), open.since());
    if (Place.DECIDER.decide().apply(command, place)
        instanceof Decision.Rejected<PlaceEvent, PlaceRejection>(var why)) {
      return Optional.of(SuccessionProblems.inWords(why));
    }
    steps.places().add(new Step<>(RegistryLog.stream(place.id()), command));
    return Optional.empty();
  }

  private static Optional<String> add(
      Registry now,
      OrganisationId member,
      AffiliationsCommand command,
      List<Step<AffiliationsCommand>> steps) {
    var decision = Affiliations.DECIDER.decide().apply(command, now.affiliationsOf(member));
    if (decision
        instanceof Decision.Rejected<AffiliationsEvent, AffiliationsRejection>(var rejection)) {
      return Optional.of(RegistryProblems.inWords(rejection));
    }
    steps.add(new Step<>(RegistryLog.affiliations(member), command));
    return Optional.empty();
  }

  /** Of an organisation or a place. */
  private static @Nullable Period openOf(Registry now, OrganisationId id) {
    return now.find(id)
        .map(Membership::open)
        .or(() -> now.place(id.value()).map(Place.Defined::open))
        .orElse(null);
  }

  private <C, S, E, R> List<Position> written(
      CommandHandler<C, S, E, R> handler,
      List<Step<C>> steps,
      Function<R, String> inWords,
      Metadata metadata) {
    return many.written(
        handler,
        steps.stream()
            .map(step -> Envelope.of(step.stream(), step.command(), metadata, clock.instant()))
            .toList(),
        inWords,
        Assignments::somebodyWasFaster);
  }

  private static Problem somebodyWasFaster(String first) {
    return SuccessionProblems.refused()
        .detail(
            "Somebody was faster: one "
                + first
                + ". Others are assigned; send it again to see what is not.");
  }
}
