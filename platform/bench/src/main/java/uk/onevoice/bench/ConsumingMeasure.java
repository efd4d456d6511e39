package uk.onevoice.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * P4 and P5, on five years of England: the projection hearing them live, and as a version that is
 * filled anew; against the same records polled and upserted, and only polled. All four take turns,
 * part by part as they are published, so that tables grow as they would.
 */
final class ConsumingMeasure implements Measure {
  private static final double GOAL = 0.6;
  private static final double TIMES_LIVE = 3;

  @Override
  public Set<String> numbers() {
    return Set.of("P4", "P5");
  }

  @Override
  public List<Verdict> measure(Ground ground) throws Exception {
    ReadModel live = ground.filled();
    try (var told = new ToldTopics(ground, "england");
        var rebuilt = new ReadModel(ground, "england_rebuilt");
        var upserted =
            RawPoll.upserting(ground, told.topics().values(), ground.database("england_raw"));
        var polled = RawPoll.dropping(ground, told.topics().values())) {
      rebuilt.withoutIndexes();
      long part = ToldTopics.ofAPart();
      List<Pairs.Run> runs =
          List.of(
              () -> live.hear(told),
              () -> upserted.read(part),
              () -> rebuilt.hear(told),
              () -> polled.read(part));
      List<List<Rate>> rates = runs.stream().map(_ -> (List<Rate>) new ArrayList<Rate>()).toList();
      for (int turn = 0; turn < ToldTopics.parts(); turn++) {
        told.next();
        for (int run = 0; run < runs.size(); run++) {
          rates.get(run).add(runs.get(run).run());
        }
      }
      ground.isFilled();
      double indexes = rebuilt.makeIndexes();
      List<Rate> all =
          rates.stream().map(rate -> Rate.overall(rate.subList(1, rate.size()))).toList();
      return verdicts(told.events(), indexes, all.get(0), all.get(1), all.get(2), all.get(3));
    }
  }

  /** The first part, the registry of the first day, has warmed all up and does not count. */
  private static List<Verdict> verdicts(
      long events, double indexes, Rate live, Rate upserted, Rate filled, Rate polled) {
    // Its indexes are made once, for all the events.
    Rate rebuilt = new Rate(1 / (1 / filled.perSecond() + indexes / events), filled.cpuMicros());
    double ofUpsert = live.perSecond() / upserted.perSecond();
    double ofPoll = rebuilt.perSecond() / polled.perSecond();
    double ofLive = rebuilt.perSecond() / live.perSecond();
    return List.of(
        new Verdict(
            "P4",
            "live projection, %,d events: %s".formatted(events, live),
            "poll and upsert of 5,000: %s; ratio %.2f, goal 0.6".formatted(upserted, ofUpsert),
            ofUpsert >= GOAL),
        new Verdict(
            "P5",
            "rebuild with its indexes (%.0f s), %,d events: %s".formatted(indexes, events, rebuilt),
            "poll only: %s; ratio %.2f, goal 0.6; live: %s; ratio %.2f, goal 3"
                .formatted(polled, ofPoll, live, ofLive),
            ofPoll >= GOAL && ofLive >= TIMES_LIVE));
  }
}
