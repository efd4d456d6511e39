package uk.onevoice.projection.representation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whole percents that make 100 together: what rounding leaves over goes to the largest rests. */
final class Percents {
  private Percents() {}

  /** Null when there is nothing to share. */
  static int @Nullable [] of(long... parts) {
    long whole = Arrays.stream(parts).sum();
    if (whole == 0) {
      return null;
    }
    int[] percents = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      percents[i] = (int) (parts[i] * 100 / whole);
    }
    int left = 100 - Arrays.stream(percents).sum();
    IntStream.range(0, parts.length)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> parts[i] * 100 % whole).reversed())
        .limit(left)
        .forEach(i -> percents[i]++);
    return percents;
  }
}
