package uk.onevoice.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * P9: the view of an ICS with all sixteen measures, its places beside it and the year before, of
 * another ICS and another day of the last five years each time, so that nothing can be remembered.
 */
final class AnyDayMeasure implements Measure {
  private static final int WARM_UP = 60;
  private static final int ROUNDS = 300;
  private static final int DAYS = 5 * 365;
  private static final double GOAL = 150;

  @Override
  public Set<String> numbers() {
    return Set.of("P9");
  }

  @Override
  public List<Verdict> measure(Ground ground) throws Exception {
    Random random = new Random(9);
    double[] millis = new double[ROUNDS];
    try (England england = new England()) {
      for (int i = 0; i < WARM_UP; i++) {
        england.view(anyDay(random));
      }
      Duration cpu = Cpu.used();
      for (int i = 0; i < ROUNDS; i++) {
        String view = anyDay(random);
        long asked = System.nanoTime();
        england.view(view);
        millis[i] = (System.nanoTime() - asked) / 1e6;
      }
      double busy = Cpu.microsSince(cpu, ROUNDS) / 1e3;
      Arrays.sort(millis);
      double p99 = millis[ROUNDS * 99 / 100];
      return List.of(
          new Verdict(
              "P9",
              "ICS view as of any day of five years: p50 %.0f ms, p99 %.0f ms, %.0f ms CPU each"
                  .formatted(millis[ROUNDS / 2], p99, busy),
              "6,129 practices, 36 ICBs; goal p99 %.0f ms".formatted(GOAL),
              p99 <= GOAL));
    }
  }

  private static String anyDay(Random random) {
    return "/v1/ics/%s/representation?asOf=%s"
        .formatted(
            England.icb(random.nextInt(England.ICBS)),
            LocalDate.now().minusDays(random.nextInt(DAYS)));
  }
}
