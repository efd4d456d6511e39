package uk.onevoice.feeds.webhooks;

import java.time.Duration;

/**
 * How fast it goes.
 *
 * @param look so long after one look at the log comes the next
 * @param sweep so often is looked for what is due again, or was left by another replica
 * @param lease for so long a queue is claimed
 * @param perSubscription so many queues of one are rung at a time
 * @param atATime so many of all
 * @param backlog with so much waiting one is handed out no more
 */
record Pace(
    Duration look, Duration sweep, Duration lease, int perSubscription, int atATime, int backlog) {
  /** In service. A ring takes 20 seconds at most. */
  static final Pace USUAL =
      new Pace(Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofSeconds(45), 4, 256, 2_000);
}
