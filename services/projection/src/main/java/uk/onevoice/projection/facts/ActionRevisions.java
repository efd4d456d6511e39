package uk.onevoice.projection.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.facts.FactValue.Action;

/** What is to be done, by whom and until when. */
final class ActionRevisions {
  static final Set<String> TYPES =
      Set.of("ActionOpened", "ActionRedated", "ActionClosed", "ActionReopened");

  static final Set<String> IGNORES = Set.of("ActionChased");

  private ActionRevisions() {}

  static List<Revision<?>> of(Payload event) {
    return List.of(
        switch (event.event().type()) {
          case "ActionOpened" -> opened(event);
          case "ActionRedated" -> {
            LocalDate due = event.date("due");
            yield from(event, action -> action.due(due));
          }
          case "ActionClosed" -> from(event, action -> action.open(false));
          case "ActionReopened" -> from(event, action -> action.open(true));
          default -> throw new Unappliable(event.event(), "not an event of an action");
        });
  }

  private static List<String> key(Payload event) {
    return List.of(event.text("actionId"));
  }

  private static Revision<Action> opened(Payload event) {
    Action action =
        new Action(
            event.text("placeId"),
            event.text("meetingId"),
            event.text("ownerId"),
            event.date("due"),
            true);
    Span valid = Span.from(event.date("on"));
    return new Revision<>(FactTable.ACTION, key(event), _ -> List.of(new Fact<>(valid, action)));
  }

  /** From its day on the action is another; what was so before stays so. */
  private static Revision<Action> from(Payload event, UnaryOperator<Action> change) {
    LocalDate on = event.date("on");
    return new Revision<>(
        FactTable.ACTION,
        key(event),
        facts -> {
          if (facts.isEmpty()) {
            throw new Unappliable(event.event(), "the action was never opened");
          }
          List<Fact<Action>> now = new ArrayList<>();
          facts.forEach(fact -> now.add(new Fact<>(fact.valid().until(on), fact.value())));
          now.add(new Fact<>(Span.from(on), change.apply(facts.getLast().value())));
          return now;
        });
  }
}
