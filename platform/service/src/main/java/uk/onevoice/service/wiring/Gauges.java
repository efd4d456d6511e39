package uk.onevoice.service.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Registers numbers for as long as this service runs. The registry outlives it where the next one
 * starts in the same process, and would go on asking what is gone.
 */
@ApplicationScoped
class Gauges {
  private final MeterRegistry registry;
  private final List<Gauge> registered = new CopyOnWriteArrayList<>();

  Gauges(MeterRegistry registry) {
    this.registry = registry;
  }

  void register(String name, String text, Supplier<Number> figure) {
    registered.add(Gauge.builder(name, figure).description(text).register(registry));
  }

  void stop(@Observes ShutdownEvent stop) {
    registered.forEach(registry::remove);
  }
}
