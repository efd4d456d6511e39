package uk.onevoice.organisations.domain.backdating;

import org.junit.jupiter.api.Test;
import uk.onevoice.organisations.domain.backdating.BackdatingCommand.CloseBackdating;
import uk.onevoice.organisations.domain.backdating.BackdatingEvent.BackdatingClosed;
import uk.onevoice.organisations.domain.backdating.BackdatingRejection.ClosedAlready;
import uk.onevoice.testkit.DeciderRules;

class BackdatingTest {
  private final DeciderRules<BackdatingCommand, Backdating, BackdatingEvent, BackdatingRejection>
      backdating = DeciderRules.of(Backdating.DECIDER);

  @Test
  void it_is_closed_once_and_stays_closed() {
    backdating.given().when(new CloseBackdating()).then(new BackdatingClosed());
    backdating
        .given(new BackdatingClosed())
        .when(new CloseBackdating())
        .thenRejected(new ClosedAlready());
  }

  @Test
  void what_has_happened_is_never_refused() {
    backdating.evolvesEvery(BackdatingEvent.class, new BackdatingClosed());
  }
}
