package uk.onevoice.eventstore.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;

/** I8: how long it takes after a kill until work goes on, recorded and bounded. */
final class Recovery {
  private static final Logger LOG = Logger.getLogger(Recovery.class);

  /** For a machine of its own; one that runs other tests as well is given some more. */
  private static final Duration GOAL = Duration.ofSeconds(10);

  private static final Duration BOUND = Duration.ofSeconds(30);

  private Recovery() {}

  /**
   * Measures from now on.
   *
   * @param recovered whether work goes on again
   */
  static void of(String what, Callable<Boolean> recovered) {
    long started = System.nanoTime();
    await(what).pollInterval(Duration.ofMillis(20)).atMost(BOUND.multipliedBy(3)).until(recovered);
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    LOG.infof(
        "recovery what=\"%s\" millis=%d goalMillis=%d", what, took.toMillis(), GOAL.toMillis());
    assertThat(took).as(what).isLessThan(BOUND);
  }
}
