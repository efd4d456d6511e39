package uk.onevoice.projection.facts;

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

/** Hears the four topics for as long as the service runs, and keeps the facts. */
@ApplicationScoped
class FactFeed {
  private final EventConsumer consumer;

  FactFeed(
      @ConfigProperty(name = "kafka.group.id") Optional<String> group,
      @ConfigProperty(name = "onevoice.projection.read-model") String readModel,
      @ConfigProperty(name = "onevoice.topics") Map<String, String> topics,
      Kafka kafka,
      DataSource database) {
    this.consumer =
        new EventConsumer(
            new ConsumerSettings(
                group.orElse("projection") + ".facts." + readModel, topics, kafka.settings()),
            database,
            new FactEvents());
  }

  void start(@Observes StartupEvent start) {
    consumer.start();
  }

  void stop(@Observes ShutdownEvent stop) {
    consumer.close();
  }

  /** How far the facts have come; a view asked with X-Position waits for it. */
  @Produces
  @Singleton
  Applied applied() {
    return consumer.applied();
  }
}
