package uk.onevoice.meetings.adapter.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.onevoice.messaging.ConsumerSettings;
import uk.onevoice.messaging.EventConsumer;
import uk.onevoice.service.wiring.DirectorySettings;
import uk.onevoice.service.wiring.Kafka;

/** Keeps this service's copy of declared interests: hears of them for as long as it runs. */
@ApplicationScoped
class InterestFeed {
  private final EventConsumer consumer;

  InterestFeed(
      @ConfigProperty(name = "onevoice.log.name") String service,
      @ConfigProperty(name = "kafka.group.id") Optional<String> group,
      DirectorySettings settings,
      Kafka kafka,
      DataSource database) {
    this.consumer =
        new EventConsumer(
            new ConsumerSettings(
                group.orElse(service) + ".interests",
                Map.of("organisations", settings.topic()),
                kafka.settings()),
            database,
            new InterestEvents());
  }

  void start(@Observes StartupEvent start) {
    consumer.start();
  }

  void stop(@Observes ShutdownEvent stop) {
    consumer.close();
  }
}
