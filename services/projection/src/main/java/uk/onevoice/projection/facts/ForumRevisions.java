package uk.onevoice.projection.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.facts.FactValue.Forum;
import uk.onevoice.projection.facts.FactValue.ForumEnd;

/**
 * What the list of an ICS says of its forums: what each is called from which day on, where it sits,
 * and since when it is used no more. One that was split stays what it is for whoever named it.
 */
final class ForumRevisions {
  static final Set<String> TYPES =
      Set.of(
          "ForumRegistered",
          "ForumRevised",
          "ForumRenamed",
          "ForumMerged",
          "ForumSplit",
          "ForumClosed",
          "ForumReopened");

  private ForumRevisions() {}

  static List<Revision<?>> of(Payload event) {
    return List.of(
        switch (event.event().type()) {
          case "ForumRegistered" -> registered(event);
          case "ForumRevised" -> revised(event);
          case "ForumRenamed" -> renamed(event);
          case "ForumMerged" -> ended(event, event.text("into"));
          case "ForumSplit", "ForumClosed" -> ended(event, null);
          case "ForumReopened" -> new Revision<>(FactTable.FORUM_END, key(event), _ -> List.of());
          default -> throw new Unappliable(event.event(), "not an event of forums");
        });
  }

  private static List<String> key(Payload event) {
    return List.of(event.text("forumId"));
  }

  private static Revision<Forum> registered(Payload event) {
    LocalDate start = event.date("start");
    Forum forum =
        new Forum(
            start,
            event.text("icsId"),
            event.text("label"),
            event.text("level"),
            event.optionalText("ownerId"),
            event.texts("placeIds"));
    return new Revision<>(
        FactTable.FORUM, key(event), _ -> List.of(new Fact<>(Span.from(start), forum)));
  }

  /** It has no day: what was said before was wrong, under each of its names. */
  private static Revision<Forum> revised(Payload event) {
    String level = event.text("level");
    @Nullable String owner = event.optionalText("ownerId");
    List<String> places = event.texts("placeIds");
    return forum(
        event,
        facts ->
            facts.stream()
                .map(fact -> new Fact<>(fact.valid(), fact.value().sitting(level, owner, places)))
                .toList());
  }

  private static Revision<Forum> renamed(Payload event) {
    LocalDate from = event.date("from");
    String label = event.text("label");
    return forum(
        event,
        facts -> {
          TreeMap<LocalDate, Forum> names = new TreeMap<>();
          facts.forEach(fact -> names.put(fact.value().since(), fact.value()));
          names.put(from, facts.getLast().value().named(label, from));
          return OrganisationRevisions.stretches(names, names.firstKey());
        });
  }

  private static Revision<Forum> forum(Payload event, UnaryOperator<List<Fact<Forum>>> change) {
    return new Revision<>(
        FactTable.FORUM,
        key(event),
        facts -> {
          if (facts.isEmpty()) {
            throw new Unappliable(event.event(), "the forum was never registered");
          }
          return change.apply(facts);
        });
  }

  private static Revision<ForumEnd> ended(Payload event, @Nullable String into) {
    Span valid = Span.from(event.date("on"));
    return new Revision<>(
        FactTable.FORUM_END, key(event), _ -> List.of(new Fact<>(valid, new ForumEnd(into))));
  }
}
