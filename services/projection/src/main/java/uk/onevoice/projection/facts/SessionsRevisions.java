package uk.onevoice.projection.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.facts.FactValue.Sessions;

/** What roles are given of their holders' weeks. */
final class SessionsRevisions {
  private SessionsRevisions() {}

  static List<Revision<?>> of(Payload event) {
    return List.of(
        switch (event.event().type()) {
          case "SessionsSet" -> set(event);
          case "RoleEnded" -> ended(event, event.date("end"));
          case "RoleCorrected" ->
              ended(
                  event,
                  event.flag("void")
                      ? LocalDate.MIN
                      : Span.of(null, event.optionalDate("end")).to());
          default -> throw new Unappliable(event.event(), "says nothing of sessions");
        });
  }

  private static Revision<Sessions> set(Payload event) {
    Sessions sessions = new Sessions(event.text("personId"), event.decimal("sessionsPerWeek"));
    LocalDate from = event.date("from");
    return new Revision<>(
        FactTable.SESSIONS,
        List.of(event.text("roleHoldingId")),
        facts -> {
          List<Fact<Sessions>> now = new ArrayList<>(until(facts, from));
          now.add(new Fact<>(Span.from(from), sessions));
          return now;
        });
  }

  private static Revision<Sessions> ended(Payload event, LocalDate end) {
    return new Revision<>(
        FactTable.SESSIONS, List.of(event.text("roleHoldingId")), facts -> until(facts, end));
  }

  private static List<Fact<Sessions>> until(List<Fact<Sessions>> facts, LocalDate day) {
    return facts.stream().map(fact -> new Fact<>(fact.valid().until(day), fact.value())).toList();
  }
}
