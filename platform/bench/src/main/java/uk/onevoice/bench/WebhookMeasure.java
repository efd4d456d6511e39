package uk.onevoice.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * F3: from the commit of an event in the feed's log to its receipt by a webhook, at 100 in a second
 * that come whatever has become of the earlier ones, each about something else.
 */
final class WebhookMeasure implements Measure {
  private static final int PER_SECOND = 100;
  private static final int SECONDS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A load that is not made is no load. */
  private static final double LEAST_LOAD = 0.95;

  @Override
  public Set<String> numbers() {
    return Set.of("F3");
  }

  @Override
  public List<Verdict> measure(Ground ground) throws Exception {
    try (var bell = new BenchedBell();
        var stack =
            new OwnStack(
                Map.of("ONEVOICE_FEEDS_WEBHOOK_AUTHORITIES", bell.certificate().toString()));
        var feed = new BenchedFeed(stack)) {
      feed.rings(bell.address());
      rung(bell, feed, "warm", Math.toIntExact(Pairs.WARM_UP.toSeconds()));
      double[] millis = rung(bell, feed, "measured", SECONDS);
      double p99 = millis[millis.length * 99 / 100];
      return List.of(
          new Verdict(
              "F3",
              "commit to webhook at 100/s: p50 %.0f ms, p99 %.0f ms"
                  .formatted(millis[millis.length / 2], p99),
              "goal p99 500 ms",
              p99 <= 500));
    }
  }

  /** Milliseconds that each took, in their order. */
  private static double[] rung(BenchedBell bell, BenchedFeed feed, String name, int seconds)
      throws Exception {
    int events = PER_SECOND * seconds;
    Map<String, Long> committed = new HashMap<>();
    long began = System.nanoTime();
    for (int event = 0; event < events; event++) {
      long due = began + event * Duration.ofSeconds(1).toNanos() / PER_SECOND;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      String subject = name + "-" + event + "-";
      feed.add(1, 1, subject);
      committed.put(subject + "0", System.nanoTime());
    }
    double made = events / ((System.nanoTime() - began) / 1e9);
    if (made < PER_SECOND * LEAST_LOAD) {
      throw new IOException("Only %.0f events came in a second.".formatted(made));
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!bell.rung().keySet().containsAll(committed.keySet())) {
      if (System.nanoTime() > end) {
        throw new IOException("Not every event has been rung.");
      }
      Thread.sleep(50);
    }
    double[] millis =
        committed.entrySet().stream()
            .mapToDouble(
                each -> (requireNonNull(bell.rung().get(each.getKey())) - each.getValue()) / 1e6)
            .toArray();
    Arrays.sort(millis);
    return millis;
  }
}
