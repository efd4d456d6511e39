package uk.onevoice.bench;

import java.util.List;
import java.util.Locale;

/**
 * P4 and P5, on one topic: the projection hearing it from its first event into empty tables,
 * against the same records polled and upserted, and against the same records only polled.
 *
 * <p>A rebuild goes the live way as yet, so both of P5 are the live projection's rate.
 */
final class ConsumingMeasure implements Measure {
  private static final int MANDATES = Integer.getInteger("onevoice.bench.mandates", 10_000);
  private static final double GOAL = 0.6;
  private static final double TIMES_LIVE = 3;

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
      return List.of(number.equals("P4") ? live(log, views, raw) : rebuild(log, views, raw));
    }
  }

  private static Verdict live(FilledLog log, ReadModel views, RawPoll raw) throws Exception {
    Pairs.Compared compared =
        Pairs.compare(() -> views.fill(log), () -> raw.upsert(log.topic(), log.events()));
    return new Verdict(
        "P4",
        "live projection, %,d events: %s".formatted(log.events(), compared.subject()),
        "poll and upsert of 5,000: %s; ratio %.2f, goal 0.6"
            .formatted(compared.reference(), compared.ratio()),
        compared.ratio() >= GOAL);
  }

  private static Verdict rebuild(FilledLog log, ReadModel views, RawPoll raw) throws Exception {
    Pairs.Compared compared =
        Pairs.compare(
            () -> views.fill(log),
            () -> raw.poll(log.topic(), log.events()),
            () -> views.fill(log));
    return new Verdict(
        "P5",
        "rebuild, which goes the live way, %,d events: %s"
            .formatted(log.events(), compared.subject()),
        "poll only: %s; ratio %.2f, goal 0.6; live: %s; ratio %.2f, goal 3"
            .formatted(
                compared.reference(),
                compared.ratio(),
                compared.references().get(1),
                compared.ratio(1)),
        compared.ratio() >= GOAL && compared.ratio(1) >= TIMES_LIVE);
  }
}
