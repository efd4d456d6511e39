package uk.onevoice.feeds.webhooks;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often somebody was rung lately, by the second. In no sixty seconds, wherever they begin, is
 * one rung more often than is allowed: a second counts whole until all of it is a minute ago.
 *
 * @param bySecond rings in each second since 1970 in which there were any
 */
record RecentRings(SortedMap<Long, Integer> bySecond) {
  static final RecentRings NONE = new RecentRings(new TreeMap<>());

  private static final long MINUTE = 60;

  RecentRings {
    bySecond = Collections.unmodifiableSortedMap(new TreeMap<>(bySecond));
  }

  /** Without what is no longer of the last minute. */
  RecentRings at(Instant now) {
    return new RecentRings(bySecond.tailMap(now.getEpochSecond() - MINUTE));
  }

  /**
   * When the next may ring, of which so many are allowed in a minute.
   *
   * @return empty where that is now
   */
  Optional<Instant> nextAfter(Instant now, int perMinute) {
    SortedMap<Long, Integer> counted = at(now).bySecond();
    int rung = counted.values().stream().mapToInt(Integer::intValue).sum();
    Optional<Instant> next = Optional.empty();
    for (Map.Entry<Long, Integer> second : counted.entrySet()) {
      if (rung < perMinute) {
        break;
      }
      rung -= second.getValue();
      next = Optional.of(Instant.ofEpochSecond(second.getKey() + MINUTE + 1));
    }
    return next;
  }

  /** With one that is rung now. */
  RecentRings with(Instant now) {
    var more = new TreeMap<>(at(now).bySecond());
    more.merge(now.getEpochSecond(), 1, Integer::sum);
    return new RecentRings(more);
  }
}
