package uk.onevoice.organisations.domain.backdating;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.organisations.domain.backdating.BackdatingCommand.CloseBackdating;
import uk.onevoice.organisations.domain.backdating.BackdatingEvent.BackdatingClosed;
import uk.onevoice.organisations.domain.backdating.BackdatingRejection.ClosedAlready;

/** The one of an installation. Closed once, it stays closed: nothing opens it again. */
public enum Backdating {
  OPEN,
  CLOSED;

  public static final Decider<BackdatingCommand, Backdating, BackdatingEvent, BackdatingRejection>
      DECIDER = new Decider<>(OPEN, Backdating::decide, Backdating::evolve);

  static Decision<BackdatingEvent, BackdatingRejection> decide(
      BackdatingCommand command, Backdating now) {
    return switch (command) {
      case CloseBackdating _ ->
          now == OPEN ? accept(new BackdatingClosed()) : reject(new ClosedAlready());
    };
  }

  static Backdating evolve(Backdating now, BackdatingEvent event) {
    return switch (event) {
      case BackdatingClosed _ -> CLOSED;
    };
  }
}
