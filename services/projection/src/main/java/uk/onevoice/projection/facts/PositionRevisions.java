package uk.onevoice.projection.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.facts.FactValue.Position;

/** What the mandates service says of positions that are public; private ones are no fact here. */
final class PositionRevisions {
  static final Set<String> TYPES = Set.of("PositionPublished", "PositionWithdrawn");

  private PositionRevisions() {}

  static List<Revision<?>> of(Payload event) {
    return switch (event.event().type()) {
      case "PositionPublished" -> List.of(published(event));
      case "PositionWithdrawn" -> List.of(withdrawn(event));
      default -> throw new Unappliable(event.event(), "not an event of positions");
    };
  }

  private static Revision<Position> published(Payload event) {
    LocalDate on = event.date("on");
    String place = event.text("placeId");
    String body = event.text("bodyId");
    String topic = event.text("topicId");
    List<String> stances =
        event.rows("stances", "optionId", "stance").stream()
            .map(stance -> stance.get(0) + "|" + stance.get(1) + "|")
            .toList();
    return new Revision<>(
        FactTable.POSITION,
        List.of(event.text("positionId")),
        facts -> {
          List<String> before = saidOn(facts, on);
          List<Fact<Position>> all = until(facts, on);
          all.add(
              new Fact<>(
                  Span.from(on),
                  new Position(
                      place,
                      body,
                      topic,
                      stances.stream().map(stance -> since(stance, before, on)).toList())));
          return all;
        });
  }

  /** What was said until this day, and would be said on it but for the event. */
  private static List<String> saidOn(List<Fact<Position>> facts, LocalDate day) {
    return facts.stream()
        .filter(fact -> !day.isBefore(fact.valid().from()) && day.isBefore(fact.valid().to()))
        .findFirst()
        .map(fact -> fact.value().stances())
        .orElse(List.of());
  }

  /** A stance that is said again goes on from the day on which it began. */
  private static String since(String stance, List<String> before, LocalDate on) {
    return before.stream().filter(said -> said.startsWith(stance)).findFirst().orElse(stance + on);
  }

  private static Revision<Position> withdrawn(Payload event) {
    LocalDate on = event.date("on");
    return new Revision<>(
        FactTable.POSITION, List.of(event.text("positionId")), facts -> until(facts, on));
  }

  private static List<Fact<Position>> until(List<Fact<Position>> facts, LocalDate day) {
    List<Fact<Position>> all = new ArrayList<>();
    facts.forEach(fact -> all.add(new Fact<>(fact.valid().until(day), fact.value())));
    return all;
  }
}
