package uk.onevoice.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Subject and reference in turns, so that a busy neighbour hits both: a warm-up of each, then
 * pairs, then the median of each.
 */
final class Pairs {
  private static final int PAIRS = Integer.getInteger("onevoice.bench.pairs", 5);

  /** Something that is done once and timed. */
  interface Run {
    Rate run() throws Exception;
  }

  /** Medians of both. */
  record Compared(Rate subject, Rate reference) {
    double ratio() {
      return subject.perSecond() / reference.perSecond();
    }
  }

  private Pairs() {}

  static Compared compare(Run subject, Run reference) throws Exception {
    subject.run();
    reference.run();
    List<Rate> subjects = new ArrayList<>();
    List<Rate> references = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      subjects.add(subject.run());
      references.add(reference.run());
    }
    return new Compared(Rate.median(subjects), Rate.median(references));
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
