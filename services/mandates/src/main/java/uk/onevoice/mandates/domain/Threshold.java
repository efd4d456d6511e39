package uk.onevoice.mandates.domain;

import org.jspecify.annotations.Nullable;

/**
 * What grants have to reach before a mandate is in force: all of what it says, and it says
 * something.
 */
public record Threshold(
    @Nullable Integer practices,
    @Nullable Integer practicesPercent,
    @Nullable Integer patientsPercent) {
  private static final int HUNDRED = 100;

  public Threshold {
    if (practices == null && practicesPercent == null && patientsPercent == null) {
      throw new IllegalArgumentException("A threshold says how many practices or patients.");
    }
    if (practices != null && practices < 1) {
      throw new IllegalArgumentException("A threshold is at least one practice.");
    }
    if (isNoPercentage(practicesPercent) || isNoPercentage(patientsPercent)) {
      throw new IllegalArgumentException("A threshold is 1 to 100 per cent.");
    }
  }

  private static boolean isNoPercentage(@Nullable Integer percent) {
    return percent != null && (percent < 1 || percent > HUNDRED);
  }

  boolean isReachedBy(Tally tally) {
    return (practices == null || tally.granted() >= practices)
        && (practicesPercent == null || tally.reachesPractices(practicesPercent))
        && (patientsPercent == null || tally.reachesPatients(patientsPercent));
  }

  /** The fewest practices that can reach it, of so many. */
  int fewest(int ofPractices) {
    int share =
        practicesPercent == null
            ? 1
            : (int) Math.ceilDiv((long) ofPractices * practicesPercent, (long) HUNDRED);
    return Math.max(practices == null ? 1 : practices, share);
  }
}
