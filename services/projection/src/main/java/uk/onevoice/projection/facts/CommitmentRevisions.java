package uk.onevoice.projection.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.facts.FactValue.Commitment;

/** What both sides of a slot promised each other, and whether they kept it. */
final class CommitmentRevisions {
  static final Set<String> TYPES =
      Set.of("CommitmentMade", "CommitmentMoved", "CommitmentSettled", "CommitmentWithdrawn");

  private CommitmentRevisions() {}

  static List<Revision<?>> of(Payload event) {
    return List.of(
        switch (event.event().type()) {
          case "CommitmentMade" -> made(event);
          case "CommitmentMoved" -> {
            LocalDate due = event.date("due");
            yield from(event, event.day(), commitment -> commitment.due(due));
          }
          case "CommitmentSettled" -> {
            String state = event.flag("kept") ? "KEPT" : "BROKEN";
            yield from(event, event.date("on"), commitment -> commitment.in(state));
          }
          case "CommitmentWithdrawn" -> neverWas(event);
          default -> throw new Unappliable(event.event(), "not an event of a commitment");
        });
  }

  private static List<String> key(Payload event) {
    return List.of(event.text("commitmentId"));
  }

  private static Revision<Commitment> made(Payload event) {
    Commitment commitment =
        new Commitment(event.text("slotId"), event.text("side"), event.date("due"), "OPEN");
    @Nullable LocalDate on = event.optionalDate("on");
    Span valid = Span.from(on == null ? event.day() : on);
    return new Revision<>(
        FactTable.COMMITMENT, key(event), _ -> List.of(new Fact<>(valid, commitment)));
  }

  /** From this day on it is another; what was so before stays so. */
  private static Revision<Commitment> from(
      Payload event, LocalDate day, UnaryOperator<Commitment> change) {
    return new Revision<>(
        FactTable.COMMITMENT,
        key(event),
        facts -> {
          if (facts.isEmpty()) {
            throw new Unappliable(event.event(), "the commitment was never made");
          }
          List<Fact<Commitment>> now = new ArrayList<>();
          facts.forEach(fact -> now.add(new Fact<>(fact.valid().until(day), fact.value())));
          now.add(new Fact<>(Span.from(day), change.apply(facts.getLast().value())));
          return now;
        });
  }

  /** It was entered by mistake, and is counted on no day. */
  private static Revision<Commitment> neverWas(Payload event) {
    return new Revision<>(
        FactTable.COMMITMENT,
        key(event),
        facts ->
            facts.stream()
                .map(fact -> new Fact<>(fact.valid(), fact.value().in("WITHDRAWN")))
                .toList());
  }
}
