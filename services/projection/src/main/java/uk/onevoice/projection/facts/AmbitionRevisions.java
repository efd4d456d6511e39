package uk.onevoice.projection.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.facts.FactValue.Ambition;
import uk.onevoice.projection.facts.FactValue.Ask;

/**
 * What the mandates service says of ambition agreements: levels, and asks with what became of them.
 */
final class AmbitionRevisions {
  static final Set<String> TYPES =
      Set.of("AmbitionSigned", "AmbitionEnded", "AskRecorded", "FollowThroughRecorded");

  private AmbitionRevisions() {}

  static List<Revision<?>> of(Payload event) {
    return switch (event.event().type()) {
      case "AmbitionSigned" -> List.of(signed(event));
      case "AmbitionEnded" -> List.of(ended(event));
      case "AskRecorded" -> List.of(asked(event));
      case "FollowThroughRecorded" -> List.of(acted(event));
      default -> throw new Unappliable(event.event(), "not an event of ambition agreements");
    };
  }

  /** From its day on it takes the place of every signature recorded earlier. */
  private static Revision<Ambition> signed(Payload event) {
    LocalDate on = event.date("on");
    Ambition now =
        new Ambition(
            event.text("practiceId"),
            event.text("federationId"),
            Math.toIntExact(event.number("level")));
    return new Revision<>(
        FactTable.AMBITION,
        List.of(event.text("agreementId")),
        facts -> {
          List<Fact<Ambition>> all = until(facts, on);
          all.add(new Fact<>(Span.from(on), now));
          return all;
        });
  }

  private static Revision<Ambition> ended(Payload event) {
    LocalDate on = event.date("on");
    return new Revision<>(
        FactTable.AMBITION, List.of(event.text("agreementId")), facts -> until(facts, on));
  }

  private static Revision<Ask> asked(Payload event) {
    Ask ask = new Ask(event.text("practiceId"), event.date("due"), "NOT_SAID");
    Span valid = Span.from(event.date("on"));
    return new Revision<>(
        FactTable.ASK,
        List.of(event.text("agreementId"), event.text("askId")),
        _ -> List.of(new Fact<>(valid, ask)));
  }

  /** The last word holds, from its day on. */
  private static Revision<Ask> acted(Payload event) {
    LocalDate on = event.date("on");
    String outcome = event.flag("acted") ? "ACTED" : "NOT_ACTED";
    return new Revision<>(
        FactTable.ASK,
        List.of(event.text("agreementId"), event.text("askId")),
        facts -> {
          List<Fact<Ask>> all = until(facts, on);
          facts.stream()
              .findFirst()
              .map(Fact::value)
              .ifPresent(ask ->
                  all.add(
                      new Fact<>(Span.from(on), new Ask(ask.practiceId(), ask.due(), outcome))));
          return all;
        });
  }

  private static <V extends FactValue> List<Fact<V>> until(List<Fact<V>> facts, LocalDate day) {
    List<Fact<V>> all = new ArrayList<>();
    facts.forEach(fact -> all.add(new Fact<>(fact.valid().until(day), fact.value())));
    return all;
  }
}
