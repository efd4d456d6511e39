package uk.onevoice.organisations.domain.group;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.onevoice.organisations.domain.group.LeadershipGroup.Pulse;

/**
 * How trust has moved. A round is never shown alone: each point is of it and up to two before it,
 * in half steps, without how many answered. When one person joins between two rounds, what they
 * have answered cannot be read from the difference.
 */
public final class PulseTrend {
  private static final int ROUNDS = 3;

  private PulseTrend() {}

  /**
   * @param on the day of the latest of its rounds
   * @param rounds how many are in it
   * @param mean from 1 to 5, in half steps
   */
  public record Point(LocalDate on, int rounds, double mean) {}

  public static List<Point> of(List<Pulse> pulses) {
    var points = new ArrayList<Point>();
    for (int last = 1; last < pulses.size(); last++) {
      var together = pulses.subList(Math.max(0, last + 1 - ROUNDS), last + 1);
      points.add(new Point(pulses.get(last).on(), together.size(), mean(together)));
    }
    return points;
  }

  private static double mean(List<Pulse> pulses) {
    long answers = 0;
    long sum = 0;
    for (var pulse : pulses) {
      for (int answer = 1; answer <= pulse.counts().size(); answer++) {
        answers += pulse.counts().get(answer - 1);
        sum += (long) answer * pulse.counts().get(answer - 1);
      }
    }
    return Math.round(2.0 * sum / answers) / 2.0;
  }
}
