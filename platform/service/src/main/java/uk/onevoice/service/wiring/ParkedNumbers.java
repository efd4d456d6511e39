package uk.onevoice.service.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import uk.onevoice.messaging.Applied;
import uk.onevoice.messaging.ParkedStreams;

/** Shows what each of this service's consumers has parked. */
@Singleton
public class ParkedNumbers {
  private static final Logger LOG = Logger.getLogger(ParkedNumbers.class);

  private final ParkedStreams parked;
  private final MeterRegistry numbers;

  ParkedNumbers(DataSource database, MeterRegistry numbers) {
    this.parked = new ParkedStreams(database);
    this.numbers = numbers;
  }

  void register(@Observes StartupEvent start, @Any Instance<Applied> consumers) {
    for (Applied applied : consumers) {
      watch(applied.consumer());
    }
  }

  /** Shows those of a consumer that began later than the service. */
  public void watch(String consumer) {
    gauge(
        consumer,
        "onevoice.parked.streams",
        "Streams that wait for somebody to look",
        ParkedStreams.Count::streams);
    gauge(
        consumer,
        "onevoice.parked.messages",
        "Their events that wait, and records that could not be read",
        ParkedStreams.Count::messages);
  }

  private void gauge(
      String consumer, String name, String text, ToLongFunction<ParkedStreams.Count> figure) {
    Gauge.builder(name, () -> current(consumer, figure))
        .tag("consumer", consumer)
        .description(text)
        .register(numbers);
  }

  /** The database is asked whenever the numbers are, by all replicas alike. */
  private double current(String consumer, ToLongFunction<ParkedStreams.Count> figure) {
    try {
      return figure.applyAsLong(parked.count(consumer));
    } catch (SQLException away) {
      LOG.debug("parked streams cannot be counted", away);
      return Double.NaN;
    }
  }
}
