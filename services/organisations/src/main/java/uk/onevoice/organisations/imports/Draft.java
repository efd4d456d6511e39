package uk.onevoice.organisations.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;

/** One stream while its events are being decided, command after command. */
final class Draft<C, S, E, R> {
  private final Decider<C, S, E, R> decider;
  private final Held<S> before;
  private final List<E> events = new ArrayList<>();
  private S state;

  Draft(Decider<C, S, E, R> decider, Held<S> before) {
    this.decider = decider;
    this.before = before;
    this.state = before.state();
  }

  /** Decides on what earlier commands led to; the rejection, if a rule says no. */
  Optional<R> take(C command) {
    return switch (decider.decide().apply(command, state)) {
      case Decision.Accepted<E, R>(var more) -> {
        state = decider.fold(state, more);
        events.addAll(more);
        yield Optional.empty();
      }
      case Decision.Rejected<E, R>(var rejection) -> Optional.of(rejection);
    };
  }

  S before() {
    return before.state();
  }

  S state() {
    return state;
  }

  List<E> events() {
    return events;
  }

  StreamPlan plan(String stream) {
    return new StreamPlan(stream, before.version(), List.copyOf(events));
  }
}
