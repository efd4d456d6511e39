package uk.onevoice.projection.freshness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.onevoice.messaging.Applied;
import uk.onevoice.projection.served.Served;

/** Shows how far behind the views are. */
@Singleton
class FreshnessNumbers {
  private final Served served;
  private final Clock clock;
  private final Set<String> logs;

  FreshnessNumbers(
      Served served,
      Clock clock,
      @ConfigProperty(name = "onevoice.topics") Map<String, String> topics) {
    this.served = served;
    this.clock = clock;
    this.logs = new TreeSet<>(topics.keySet());
  }

  void register(@Observes StartupEvent start, MeterRegistry numbers) {
    for (String log : logs) {
      gauge(
          numbers,
          log,
          "onevoice.facts.lag",
          "Events that wait in Kafka for this replica",
          () -> now(log, Applied.Freshness::lag));
      gauge(
          numbers,
          log,
          "onevoice.facts.position",
          "Newest position that has been applied",
          () -> now(log, Applied.Freshness::position));
      gauge(
          numbers,
          log,
          "onevoice.facts.trouble",
          "1 where the log is not getting on",
          () -> now(log, fresh -> fresh.trouble() == null ? 0 : 1));
      gauge(
          numbers,
          log,
          "onevoice.facts.behind.seconds",
          "How long ago the views were up to date with the log; none before the first time",
          () -> behind(log));
    }
  }

  private static void gauge(
      MeterRegistry numbers, String log, String name, String text, Supplier<Number> figure) {
    Gauge.builder(name, figure).tag("log", log).description(text).register(numbers);
  }

  private double behind(String log) {
    Instant until = served.heardUntil().get(log);
    return until == null
        ? Double.NaN
        : Math.max(0, Duration.between(until, clock.instant()).toMillis() / 1000.0);
  }

  private double now(String log, ToDoubleFunction<Applied.Freshness> figure) {
    return served.version().stream()
        .flatMap(version -> version.applied().freshness().stream())
        .filter(fresh -> fresh.log().equals(log))
        .mapToDouble(figure)
        .findFirst()
        .orElse(Double.NaN);
  }
}
