package uk.onevoice.bench;

import java.util.List;
import java.util.Locale;

/**
 * P4 and P5, on one topic: the projection hearing it from its first event into empty tables,
 * against the same records polled and upserted, and against the same records only polled.
 *
 * <p>A rebuild goes the live way as yet, so P5 is the live projection's rate.
 */
final class ConsumingMeasure implements Measure {
  private static final int MANDATES = Integer.getInteger("onevoice.bench.mandates", 10_000);
  private static final double GOAL = 0.6;

  private final String number;

  ConsumingMeasure(String number) {
    this.number = number;
  }

  @Override
  public String number() {
    return number;
  }

  @Override
  public List<Verdict> measure(Ground ground) throws Exception {
    String name = "consuming_" + number.toLowerCase(Locale.ROOT);
    try (var log = new FilledLog(ground, name);
        var views = new ReadModel(ground, name + "_views");
        var raw = new RawPoll(ground, ground.database(name + "_raw"))) {
      log.fill(MANDATES);
      boolean live = number.equals("P4");
      Pairs.Compared compared =
          Pairs.compare(
              () -> views.fill(log.topic(), log.events()),
              () ->
                  live
                      ? raw.upsert(log.topic(), log.events())
                      : raw.poll(log.topic(), log.events()));
      return List.of(
          new Verdict(
              number,
              "%s, %,d events: %s"
                  .formatted(
                      live ? "live projection" : "rebuild, which goes the live way",
                      log.events(),
                      compared.subject()),
              "%s: %s; ratio %.2f, goal 0.6"
                  .formatted(
                      live ? "poll and upsert of 5,000" : "poll only",
                      compared.reference(),
                      compared.ratio()),
              compared.ratio() >= GOAL && live));
    }
  }
}
