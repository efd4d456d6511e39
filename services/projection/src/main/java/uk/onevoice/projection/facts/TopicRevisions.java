package uk.onevoice.projection.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.facts.FactValue.Topic;
import uk.onevoice.projection.facts.FactValue.TopicMerger;

/**
 * What the list of an ICS says of its topics: what each is called from which day on, and in which
 * other it went on. A topic that was split or retired stays what it is for whoever named it.
 */
final class TopicRevisions {
  static final Set<String> TYPES =
      Set.of("TopicDefined", "TopicRenamed", "TopicMerged", "TopicReinstated");

  private TopicRevisions() {}

  static List<Revision<?>> of(Payload event) {
    return switch (event.event().type()) {
      case "TopicDefined" -> List.of(called(event, event.date("start")));
      case "TopicRenamed" -> List.of(called(event, event.date("from")));
      case "TopicMerged" ->
          List.of(
              merger(
                  event,
                  List.of(
                      new Fact<>(
                          Span.from(event.date("on")), new TopicMerger(event.text("into"))))));
      case "TopicReinstated" -> List.of(merger(event, List.of()));
      default -> throw new Unappliable(event.event(), "not an event of topics");
    };
  }

  /** Its first name also answers for the days before it. */
  private static Revision<Topic> called(Payload event, LocalDate from) {
    Topic named = new Topic(from, event.text("label"));
    return new Revision<>(
        FactTable.TOPIC,
        List.of(event.text("topicId")),
        facts -> {
          TreeMap<LocalDate, Topic> names = new TreeMap<>();
          facts.forEach(fact -> names.put(fact.value().since(), fact.value()));
          names.put(from, named);
          return OrganisationRevisions.stretches(names, LocalDate.MIN);
        });
  }

  private static Revision<TopicMerger> merger(Payload event, List<Fact<TopicMerger>> facts) {
    return new Revision<>(FactTable.TOPIC_MERGER, List.of(event.text("topicId")), _ -> facts);
  }
}
