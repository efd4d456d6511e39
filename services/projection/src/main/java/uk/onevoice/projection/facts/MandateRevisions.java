package uk.onevoice.projection.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.facts.FactValue.Consent;
import uk.onevoice.projection.facts.FactValue.Mandate;

/** What the mandates service says: mandates, and each practice's answers. */
final class MandateRevisions {
  static final Set<String> TYPES =
      Set.of(
          "MandateOpened",
          "ConsentGranted",
          "ConsentConditional",
          "ConsentDeclined",
          "ConsentWithdrawn");

  private MandateRevisions() {}

  static List<Revision<?>> of(Payload event) {
    return switch (event.event().type()) {
      case "MandateOpened" -> List.of(opened(event));
      case "ConsentGranted" -> List.of(answer(event, "GRANTED"));
      case "ConsentConditional" -> List.of(answer(event, "CONDITIONAL"));
      case "ConsentDeclined" -> List.of(answer(event, "DECLINED"));
      case "ConsentWithdrawn" -> List.of(answer(event, "WITHDRAWN"));
      default -> throw new Unappliable(event.event(), "not an event of mandates");
    };
  }

  /** Where the event does not say since when practices can answer, it is since it happened. */
  private static Revision<Mandate> opened(Payload event) {
    @Nullable LocalDate openedOn = event.optionalDate("openedOn");
    Mandate mandate =
        new Mandate(
            event.text("placeId"),
            event.text("topic"),
            event.optionalText("topicId"),
            event.optionalText("board"),
            event.text("holderId"),
            event.text("holderRole"),
            openedOn == null ? event.day() : openedOn);
    Span valid = Span.of(event.date("start"), event.date("end"));
    return new Revision<>(
        FactTable.MANDATE,
        List.of(event.text("mandateId")),
        _ -> List.of(new Fact<>(valid, mandate)));
  }

  /** From its day on it takes the place of every answer recorded earlier. */
  private static Revision<Consent> answer(Payload event, String answer) {
    LocalDate on = event.date("on");
    return new Revision<>(
        FactTable.CONSENT,
        List.of(event.text("mandateId"), event.text("practiceId")),
        facts -> {
          List<Fact<Consent>> answers = new ArrayList<>();
          facts.forEach(fact -> answers.add(new Fact<>(fact.valid().until(on), fact.value())));
          answers.add(new Fact<>(Span.from(on), new Consent(answer)));
          return answers;
        });
  }
}
