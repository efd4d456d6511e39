package uk.onevoice.bench;

import java.util.Arrays;
import java.util.List;

/**
 * How fast something went.
 *
 * @param perSecond things done in a second
 * @param cpuMicros processor time per thing: this process and its databases
 */
record Rate(double perSecond, double cpuMicros) {
  /** Of turns with the same number of things each: all things by all the time they took. */
  static Rate overall(List<Rate> turns) {
    return new Rate(
        turns.size() / turns.stream().mapToDouble(turn -> 1 / turn.perSecond()).sum(),
        turns.stream().mapToDouble(Rate::cpuMicros).average().orElse(0));
  }

  static Rate median(List<Rate> rates) {
    return new Rate(
        median(rates.stream().mapToDouble(Rate::perSecond).toArray()),
        median(rates.stream().mapToDouble(Rate::cpuMicros).toArray()));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  @Override
  public String toString() {
    return "%,.0f/s, %,.0f µs CPU each".formatted(perSecond, cpuMicros);
  }
}
