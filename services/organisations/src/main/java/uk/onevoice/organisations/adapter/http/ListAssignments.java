package uk.onevoice.organisations.adapter.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.adapter.http.Assignments.Step;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.controlled.Fate;
import uk.onevoice.organisations.domain.forum.ForumCommand;
import uk.onevoice.organisations.domain.forum.ForumCommand.Known;
import uk.onevoice.organisations.domain.forum.ForumCommand.RegisterForum;
import uk.onevoice.organisations.domain.forum.ForumId;
import uk.onevoice.organisations.domain.forum.ForumTerms;
import uk.onevoice.organisations.domain.forum.Forums;
import uk.onevoice.organisations.domain.succession.Child;
import uk.onevoice.organisations.domain.succession.Unresolved;
import uk.onevoice.organisations.domain.topic.TopicCommand;
import uk.onevoice.organisations.domain.topic.TopicCommand.DefineTopic;
import uk.onevoice.organisations.domain.topic.TopicId;
import uk.onevoice.organisations.domain.topic.Topics;
import uk.onevoice.organisations.imports.Registry;

/**
 * How topics and forums of an ICB that was followed go on in the list of one that follows: in the
 * entry that is called the same there, else in a new one. Who named the old entry then means that
 * one. The lists are kept as they will be, so that two that are called the same become one.
 */
final class ListAssignments {
  final List<Step<TopicCommand>> newTopics = new ArrayList<>();
  final List<Step<TopicCommand>> topicsPassedOn = new ArrayList<>();
  final List<Step<ForumCommand>> newForums = new ArrayList<>();
  final List<Step<ForumCommand>> forumsPassedOn = new ArrayList<>();

  private final Registry now;
  private final LocalDate today;
  private final Supplier<UUID> ids;
  private final Map<OrganisationId, Topics> topics = new HashMap<>();
  private final Map<OrganisationId, Forums> forums = new HashMap<>();

  ListAssignments(Registry now, LocalDate today, Supplier<UUID> ids) {
    this.now = now;
    this.today = today;
    this.ids = ids;
  }

  /**
   * @return why it cannot be
   */
  Optional<String> look(Unresolved open, OrganisationId to) {
    return open.child().kind() == Child.Kind.TOPIC ? topic(open, to) : forum(open, to);
  }

  private Optional<String> topic(Unresolved open, OrganisationId to) {
    var from = open.child().body();
    var id = new TopicId(UUID.fromString(open.child().id()));
    var label = topics(from).entries().find(id).orElseThrow().label();
    var there = topics(to).entries().called(label);
    var into = there.orElseGet(() -> new TopicId(ids.get()));
    if (there.isEmpty()) {
      var define = new DefineTopic(into, to, icbOpen(to), label, open.since(), today);
      var list = decided(Topics.DECIDER, define, topics(to));
      if (list == null) {
        return Optional.of(notThere(to, open.since()));
      }
      topics.put(to, list);
      newTopics.add(new Step<>(RegistryLog.topics(to), define));
    }
    var pass = new TopicCommand.PassOnTopic(id, from, into, open.since(), today);
    var list = decided(Topics.DECIDER, pass, topics(from));
    if (list == null) {
      return Optional.of(notThere(to, open.since()));
    }
    topics.put(from, list);
    topicsPassedOn.add(new Step<>(RegistryLog.topics(from), pass));
    return Optional.empty();
  }

  private Optional<String> forum(Unresolved open, OrganisationId to) {
    var from = open.child().body();
    var id = new ForumId(UUID.fromString(open.child().id()));
    var entry = forums(from).entries().find(id).orElseThrow();
    var there = forums(to).entries().called(entry.label());
    var into = there.orElseGet(() -> new ForumId(ids.get()));
    if (there.isEmpty()) {
      var terms = passedOn(forums(from).terms().get(id), from, to, open.since());
      var known = new Known(true, Set.copyOf(terms.placeIds()), Set.copyOf(terms.topicIds()));
      var register =
          new RegisterForum(
              into, to, icbOpen(to), entry.label(), open.since(), terms, known, today);
      var list = decided(Forums.DECIDER, register, forums(to));
      if (list == null) {
        return Optional.of(notThere(to, open.since()));
      }
      forums.put(to, list);
      newForums.add(new Step<>(RegistryLog.forums(to), register));
    }
    var pass = new ForumCommand.PassOnForum(id, from, into, open.since(), today);
    var list = decided(Forums.DECIDER, pass, forums(from));
    if (list == null) {
      return Optional.of(notThere(to, open.since()));
    }
    forums.put(from, list);
    forumsPassedOn.add(new Step<>(RegistryLog.forums(from), pass));
    return Optional.empty();
  }

  /** As it was; of its topics those that are in the list there, as they stand in it. */
  private ForumTerms passedOn(
      @Nullable ForumTerms was, OrganisationId from, OrganisationId to, LocalDate on) {
    if (was == null) {
      throw new IllegalStateException("A forum of " + from + " has no terms.");
    }
    var its =
        was.topicIds().stream()
            .map(topic -> topics(from).entries().resolve(topic, on))
            .filter(topic -> topics(to).entries().find(topic).isPresent())
            .distinct()
            .toList();
    var owner = from.equals(was.ownerId()) ? to : was.ownerId();
    return new ForumTerms(was.level(), owner, was.placeIds(), its, was.remitRef());
  }

  private Topics topics(OrganisationId ics) {
    return topics.computeIfAbsent(ics, now::topics);
  }

  private Forums forums(OrganisationId ics) {
    return forums.computeIfAbsent(ics, now::forums);
  }

  private @Nullable Period icbOpen(OrganisationId id) {
    return now.find(id)
        .filter(known -> known.is(OrganisationKind.ICB))
        .map(Membership::open)
        .orElse(null);
  }

  /** The list after the command; null where its rules say no. */
  private static <C, S, E, R> @Nullable S decided(Decider<C, S, E, R> decider, C command, S list) {
    return switch (decider.decide().apply(command, list)) {
      case Decision.Rejected<E, R> _ -> null;
      case Decision.Accepted<E, R>(var events) -> {
        S after = list;
        for (E event : events) {
          after = decider.evolve().apply(after, event);
        }
        yield after;
      }
    };
  }

  private static String notThere(OrganisationId to, LocalDate on) {
    return "cannot go on in the list of " + to + " on " + on + ": it must be an ICB that is open";
  }

  /** Whether it was assigned just so before. */
  static boolean isSettled(Registry now, Child child, OrganisationId to) {
    var id = UUID.fromString(child.id());
    return child.kind() == Child.Kind.TOPIC
        ? now.topics(child.body())
            .entries()
            .find(new TopicId(id))
            .filter(entry ->
                entry.fate() instanceof Fate.MergedInto<TopicId>(var into, _)
                    && now.topics(to).entries().find(into).isPresent())
            .isPresent()
        : now.forums(child.body())
            .entries()
            .find(new ForumId(id))
            .filter(entry ->
                entry.fate() instanceof Fate.MergedInto<ForumId>(var into, _)
                    && now.forums(to).entries().find(into).isPresent())
            .isPresent();
  }
}
