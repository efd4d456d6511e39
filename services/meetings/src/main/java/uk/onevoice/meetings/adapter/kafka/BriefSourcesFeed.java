package uk.onevoice.meetings.adapter.kafka;

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

/** Keeps the copies that briefs are made from: hears two logs for as long as the service runs. */
@ApplicationScoped
class BriefSourcesFeed {
  static final String RELATIONSHIPS = "relationships";

  private final EventConsumer consumer;

  BriefSourcesFeed(
      @ConfigProperty(name = "onevoice.log.name") String service,
      @ConfigProperty(name = "kafka.group.id") Optional<String> group,
      @ConfigProperty(name = "onevoice.topics") Map<String, String> topics,
      Kafka kafka,
      DataSource database) {
    this.consumer =
        new EventConsumer(
            new ConsumerSettings(
                group.orElse(service) + ".briefs",
                Map.of(
                    RELATIONSHIPS,
                    requireNonNull(topics.get(RELATIONSHIPS)),
                    MandateFeed.LOG,
                    requireNonNull(topics.get(MandateFeed.LOG))),
                kafka.settings()),
            database,
            new BriefSources());
  }

  void start(@Observes StartupEvent start) {
    consumer.start();
  }

  void stop(@Observes ShutdownEvent stop) {
    consumer.close();
  }

  /** Who brings a position of one of these logs reads what followed from it here. */
  @Produces
  @Singleton
  @OfBriefSources
  Applied applied() {
    return consumer.applied();
  }
}
