package uk.onevoice.projection.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.facts.FactValue.RoleHolding;

/** For which body people hold roles, and what roles are given of their holders' weeks. */
final class RoleRevisions {
  static final Set<String> TYPES =
      Set.of("RoleAppointed", "RoleEnded", "RoleCorrected", "SessionsSet");

  private RoleRevisions() {}

  static List<Revision<?>> of(Payload event) {
    return switch (event.event().type()) {
      case "RoleAppointed" -> List.of(held(event, false));
      case "RoleCorrected" -> both(event, held(event, event.flag("void")));
      case "RoleEnded" -> both(event, ended(event));
      case "SessionsSet" -> SessionsRevisions.of(event);
      default -> throw new Unappliable(event.event(), "not an event of roles");
    };
  }

  private static List<Revision<?>> both(Payload event, Revision<RoleHolding> role) {
    return Stream.<Revision<?>>concat(Stream.of(role), SessionsRevisions.of(event).stream())
        .toList();
  }

  private static List<String> key(Payload event) {
    return List.of(event.text("roleHoldingId"));
  }

  /** A role of the platform is held at no body, and no fact. */
  private static Revision<RoleHolding> held(Payload event, boolean never) {
    @Nullable String body = event.optionalText("organisationId");
    Span valid = Span.of(event.date("start"), event.optionalDate("end"));
    List<Fact<RoleHolding>> facts =
        never || body == null
            ? List.of()
            : List.of(new Fact<>(valid, new RoleHolding(event.text("personId"), body)));
    return new Revision<>(FactTable.ROLE, key(event), _ -> facts);
  }

  private static Revision<RoleHolding> ended(Payload event) {
    LocalDate end = event.date("end");
    return new Revision<>(
        FactTable.ROLE,
        key(event),
        facts ->
            facts.stream().map(fact -> new Fact<>(fact.valid().until(end), fact.value())).toList());
  }
}
