package uk.onevoice.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measures every goal, or those that {@code ONLY} names (P2,P4), and prints a line for each: its
 * number, what was measured, the reference beside it, and whether that is ok or short.
 */
public final class Bench {
  private static final List<Measure> ALL =
      List.of(
          new CommandMeasure(),
          new AppenderMeasure(),
          new ConsumingMeasure("P4"),
          new ConsumingMeasure("P5"),
          new FreshnessMeasure(),
          new ImportMeasure());

  private Bench() {}

  public static void main(String[] args) throws Exception {
    Set<String> only = only();
    System.out.println(
        "Measured here and now, each against a reference in the same run; at best beside nothing else.");
    int failed = 0;
    try (var ground = new Ground()) {
      for (Measure measure : ALL) {
        if (only.isEmpty() || only.contains(measure.number())) {
          failed += report(measure, ground);
        }
      }
    }
    System.exit(failed == 0 ? 0 : 1);
  }

  private static int report(Measure measure, Ground ground) throws InterruptedException {
    try {
      measure.measure(ground).forEach(verdict -> System.out.println(verdict.line()));
      return 0;
    } catch (InterruptedException ended) {
      throw ended;
    } catch (Exception failed) {
      System.out.println(measure.number() + "  could not be measured: " + failed);
      failed.printStackTrace(System.err);
      return 1;
    }
  }

  private static Set<String> only() {
    String only = System.getenv().getOrDefault("ONLY", "");
    return Arrays.stream(only.split("[, ]+"))
        .filter(number -> !number.isBlank())
        .collect(Collectors.toSet());
  }
}
