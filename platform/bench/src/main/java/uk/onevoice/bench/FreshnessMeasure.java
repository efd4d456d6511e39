package uk.onevoice.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import uk.onevoice.eventstore.Outcome;
import uk.onevoice.eventstore.relay.Partitions;
import uk.onevoice.messaging.Applied;
import uk.onevoice.messaging.EventConsumer;

/**
 * P7: from the answer to an append to the commit of the view's rows, through relay, Kafka and the
 * projection, with events that come at a steady rate whatever happens to the earlier ones, into
 * views that have heard five years of England.
 */
final class FreshnessMeasure implements Measure {
  private static final int SECONDS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A load that is not made is no load: a busy machine would look fresh. */
  private static final double LEAST_LOAD = 0.95;

  /**
   * Milliseconds within which so many of a hundred were visible.
   *
   * @param cpuMicros processor time of everything, per event
   */
  private record Latency(double p50, double p99, double cpuMicros) {}

  @Override
  public Set<String> numbers() {
    return Set.of("P7");
  }

  @Override
  public List<Verdict> measure(Ground ground) throws Exception {
    ReadModel views = ground.filled();
    if (!ground.isFull()) {
      fill(ground, views);
    }
    try (var log = new WatchedLog(ground, "freshness");
        EventConsumer consumer = views.consumer(Map.of(WatchedLog.LOG, log.topic())).start()) {
      Applied applied = consumer.applied();
      latency(log, applied, 200, Math.toIntExact(Pairs.WARM_UP.toSeconds()));
      Latency usual = latency(log, applied, 100, SECONDS);
      Latency busy = latency(log, applied, 1_000, SECONDS);
      return List.of(
          new Verdict(
              "P7",
              "commit to visible at 100/s: p50 %.0f ms, p99 %.0f ms, %,.0f µs CPU each"
                  .formatted(usual.p50(), usual.p99(), usual.cpuMicros()),
              "goal p50 50 ms, p99 250 ms",
              usual.p50() <= 50 && usual.p99() <= 250),
          new Verdict(
              "P7",
              "commit to visible at 1,000/s: p50 %.0f ms, p99 %.0f ms, %,.0f µs CPU each"
                  .formatted(busy.p50(), busy.p99(), busy.cpuMicros()),
              "goal p99 1,000 ms",
              busy.p99() <= 1_000));
    }
  }

  private static void fill(Ground ground, ReadModel views) throws Exception {
    try (var told = new ToldTopics(ground, "england_before")) {
      for (int part = 0; part < ToldTopics.parts(); part++) {
        told.next();
        views.hear(told);
      }
    }
    ground.isFilled();
  }

  private static Latency latency(WatchedLog log, Applied applied, int perSecond, int seconds)
      throws Exception {
    int count = perSecond * seconds;
    List<Future<Double>> all = new ArrayList<>();
    Duration cpu = Cpu.used();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
      var done =
          clock.scheduleAtFixedRate(
              () -> all.add(threads.submit((Callable<Double>) () -> visible(log, applied))),
              0,
              1_000_000_000L / perSecond,
              TimeUnit.NANOSECONDS);
      clock.schedule(() -> done.cancel(false), seconds, TimeUnit.SECONDS).get();
    }
    double[] millis = new double[all.size()];
    for (int n = 0; n < millis.length; n++) {
      millis[n] = all.get(n).get();
    }
    if (millis.length < count * LEAST_LOAD) {
      throw new TimeoutException(
          "The load could not be made: %d of %d events".formatted(millis.length, count));
    }
    Arrays.sort(millis);
    return new Latency(
        millis[millis.length / 2],
        millis[millis.length * 99 / 100],
        Cpu.microsSince(cpu, millis.length));
  }

  private static double visible(WatchedLog log, Applied applied) throws Exception {
    String stream = log.newStream();
    Outcome outcome = log.open(stream).join();
    long committed = System.nanoTime();
    if (!(outcome instanceof Outcome.Appended(long position, _))
        || !applied.await(WatchedLog.LOG, Partitions.of(stream), position, PATIENCE)) {
      throw new TimeoutException("An event did not become visible: " + outcome);
    }
    return (System.nanoTime() - committed) / 1e6;
  }
}
