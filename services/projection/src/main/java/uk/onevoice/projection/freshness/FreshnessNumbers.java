package uk.onevoice.projection.freshness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;
import uk.onevoice.messaging.Applied;

/** Shows how far behind the views are. */
@Singleton
class FreshnessNumbers {
  private final Applied applied;

  FreshnessNumbers(Applied applied) {
    this.applied = applied;
  }

  void register(@Observes StartupEvent start, MeterRegistry numbers) {
    for (Applied.Freshness log : applied.freshness()) {
      gauge(
          numbers,
          log.log(),
          "onevoice.facts.lag",
          "Events that wait in Kafka for this replica",
          Applied.Freshness::lag);
      gauge(
          numbers,
          log.log(),
          "onevoice.facts.position",
          "Newest position that has been applied",
          Applied.Freshness::position);
      gauge(
          numbers,
          log.log(),
          "onevoice.facts.trouble",
          "1 where the log is not getting on",
          fresh -> fresh.trouble() == null ? 0 : 1);
    }
  }

  private void gauge(
      MeterRegistry numbers,
      String log,
      String name,
      String text,
      ToDoubleFunction<Applied.Freshness> figure) {
    Gauge.builder(name, () -> figure.applyAsDouble(now(log)))
        .tag("log", log)
        .description(text)
        .register(numbers);
  }

  private Applied.Freshness now(String log) {
    return applied.freshness().stream()
        .filter(fresh -> fresh.log().equals(log))
        .findFirst()
        .orElseThrow();
  }
}
