package uk.onevoice.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Subject and references in turns, so that a busy neighbour hits all: a warm-up of each, then
 * rounds of all, then the median of each.
 */
final class Pairs {
  private static final int PAIRS = Integer.getInteger("onevoice.bench.pairs", 5);
  static final Duration WARM_UP =
      Duration.ofSeconds(Integer.getInteger("onevoice.bench.warm-up", 20));

  /** Something that is done once and timed. */
  interface Run {
    Rate run() throws Exception;
  }

  /** Medians, in the order of the references. */
  record Compared(Rate subject, List<Rate> references) {
    Rate reference() {
      return references.getFirst();
    }

    double ratio() {
      return ratio(0);
    }

    double ratio(int reference) {
      return subject.perSecond() / references.get(reference).perSecond();
    }
  }

  private Pairs() {}

  static Compared compare(Run subject, Run... references) throws Exception {
    List<Run> runs = new ArrayList<>();
    runs.add(subject);
    runs.addAll(List.of(references));
    for (Run run : runs) {
      warmUp(run);
    }
    List<List<Rate>> rates = runs.stream().map(_ -> (List<Rate>) new ArrayList<Rate>()).toList();
    for (int pair = 0; pair < PAIRS; pair++) {
      for (int run = 0; run < runs.size(); run++) {
        rates.get(run).add(runs.get(run).run());
      }
    }
    List<Rate> medians = rates.stream().map(Rate::median).toList();
    return new Compared(medians.getFirst(), medians.subList(1, medians.size()));
  }

  private static void warmUp(Run run) throws Exception {
    long end = System.nanoTime() + WARM_UP.toNanos();
    do {
      run.run();
    } while (System.nanoTime() < end);
  }

  /**
   * Has so many clients do something again and again for a while.
   *
   * @param once done by the client of this number
   */
  static Rate clients(int clients, int seconds, Client once) throws Exception {
    return new ClientLoad(clients, seconds, once).run();
  }

  /** One thing that a client does. */
  interface Client {
    void once(int client) throws Exception;
  }
}
