package uk.onevoice.projection.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.facts.FactValue.SlotClass;

/**
 * What the relationships service says of judgements and candidates: of which class a slot is. Whom
 * somebody would like to meet, and what they think of whom, is nothing that is measured.
 */
final class JudgementRevisions {
  static final Set<String> TYPES = Set.of("SlotClassed");

  static final Set<String> IGNORES =
      Set.of(
          "AssessmentRecorded",
          "AssessmentWithdrawn",
          "TestEvidenced",
          "TestWithdrawn",
          "CandidateNoted",
          "CandidateSetAside",
          "IntroductionAsked",
          "IntroductionMade",
          "IntroductionDeclined",
          "PersuasionPlanned",
          "PersuasionMoved",
          "AcquaintanceNoted",
          "AcquaintanceWithdrawn");

  private JudgementRevisions() {}

  static List<Revision<?>> of(Payload event) {
    if (!event.event().type().equals("SlotClassed")) {
      throw new Unappliable(event.event(), "not a class of a slot");
    }
    return List.of(classed(event));
  }

  /** What was so before its day stays so; what was foreseen from then on is replaced. */
  private static Revision<SlotClass> classed(Payload event) {
    LocalDate on = event.date("on");
    List<Payload> steps = event.parts("steps");
    List<Fact<SlotClass>> foreseen = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      LocalDate from = steps.get(i).date("from");
      foreseen.add(
          new Fact<>(
              i + 1 < steps.size()
                  ? new Span(from, steps.get(i + 1).date("from"))
                  : Span.from(from),
              new SlotClass(steps.get(i).text("strength"))));
    }
    return new Revision<>(
        FactTable.SLOT_CLASS,
        List.of(event.text("slotId")),
        facts -> {
          List<Fact<SlotClass>> now = new ArrayList<>();
          facts.forEach(fact -> now.add(new Fact<>(fact.valid().until(on), fact.value())));
          now.addAll(foreseen);
          return now;
        });
  }
}
