package uk.onevoice.service.wiring;

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

  void register(@Observes StartupEvent start, Gauges numbers) {
    gauge(numbers, "onevoice.relay.lag", "Committed events not published yet", Relay.Status::lag);
    gauge(numbers, "onevoice.relay.position", "Last published position", Relay.Status::position);
    gauge(
        numbers,
        "onevoice.relay.leading",
        "1 where this replica's relay is at work",
        status -> status.leading() ? 1 : 0);
    gauge(
        numbers,
        "onevoice.relay.trouble",
        "1 while this replica's relay is not getting on",
        status -> status.trouble() == null ? 0 : 1);
    numbers.register(
        "onevoice.telling.lag",
        "Committed events that the feed service has not been told of yet",
        () -> told(Relay.Status::lag));
    numbers.register(
        "onevoice.telling.trouble",
        "1 while a relay that tells the feed service is not getting on",
        () -> told(status -> status.trouble() == null ? 0 : 1));
  }

  /** The one that is furthest behind of those that tell the log in other languages. */
  private double told(ToLongFunction<Relay.Status> figure) {
    return log.told().stream().mapToDouble(figure::applyAsLong).max().orElse(Double.NaN);
  }

  private void gauge(
      Gauges numbers, String name, String text, ToLongFunction<Relay.Status> figure) {
    numbers.register(name, text, () -> current(figure));
  }

  private double current(ToLongFunction<Relay.Status> figure) {
    return log.relayed().map(known -> (double) figure.applyAsLong(known)).orElse(Double.NaN);
  }
}
