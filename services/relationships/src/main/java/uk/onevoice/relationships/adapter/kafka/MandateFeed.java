package uk.onevoice.relationships.adapter.kafka;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.onevoice.messaging.Applied;
import uk.onevoice.messaging.ConsumerSettings;
import uk.onevoice.messaging.EventConsumer;
import uk.onevoice.service.wiring.Kafka;

/** Keeps this service's copy of mandates: hears their events for as long as it runs. */
@ApplicationScoped
class MandateFeed {
  static final String LOG = "mandates";

  private final EventConsumer consumer;

  MandateFeed(
      @ConfigProperty(name = "onevoice.log.name") String service,
      @ConfigProperty(name = "kafka.group.id") Optional<String> group,
      @ConfigProperty(name = "onevoice.topics") Map<String, String> topics,
      Kafka kafka,
      DataSource database) {
    this.consumer =
        new EventConsumer(
            new ConsumerSettings(
                group.orElse(service) + ".mandates",
                Map.of(LOG, requireNonNull(topics.get(LOG))),
                kafka.settings()),
            database,
            new MandateEvents());
  }

  void start(@Observes StartupEvent start) {
    consumer.start();
  }

  void stop(@Observes ShutdownEvent stop) {
    consumer.close();
  }

  /** Who brings a position of the mandates' log reads what followed from it here. */
  @Produces
  @Singleton
  @OfMandates
  Applied applied() {
    return consumer.applied();
  }
}
