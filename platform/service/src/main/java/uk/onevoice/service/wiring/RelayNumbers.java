package uk.onevoice.service.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.ToLongFunction;
import uk.onevoice.eventstore.relay.Relay;

/** Shows how far the log has been published. */
@Singleton
class RelayNumbers {
  private final OwnLog log;

  RelayNumbers(OwnLog log) {
    this.log = log;
  }

  void register(@Observes StartupEvent start, MeterRegistry numbers) {
    gauge(numbers, "onevoice.relay.lag", "Committed events not published yet", Relay.Status::lag);
    gauge(numbers, "onevoice.relay.position", "Last published position", Relay.Status::position);
    gauge(
        numbers,
        "onevoice.relay.leading",
        "1 where this replica's relay is at work",
        status -> status.leading() ? 1 : 0);
  }

  private void gauge(
      MeterRegistry numbers, String name, String text, ToLongFunction<Relay.Status> figure) {
    Gauge.builder(name, () -> current(figure)).description(text).register(numbers);
  }

  private double current(ToLongFunction<Relay.Status> figure) {
    return log.relayed().map(known -> (double) figure.applyAsLong(known)).orElse(Double.NaN);
  }
}
