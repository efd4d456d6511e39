package uk.onevoice.feeds.log;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.onevoice.feeds.FeedSettings;
import uk.onevoice.messaging.Applied;
import uk.onevoice.messaging.ConsumerSettings;
import uk.onevoice.messaging.EventConsumer;
import uk.onevoice.service.wiring.Kafka;

/** Hears the public language for as long as the service runs. */
@ApplicationScoped
class PartnerFeed {
  private final EventConsumer consumer;

  PartnerFeed(
      @ConfigProperty(name = "kafka.group.id") Optional<String> group,
      FeedSettings settings,
      Kafka kafka,
      DataSource database,
      Clock clock) {
    this.consumer =
        new EventConsumer(
            new ConsumerSettings(
                    group.orElse("feeds") + ".partner",
                    Map.of("partner", settings.topic()),
                    kafka.settings())
                .ofSelection(),
            database,
            new PartnerEvents(settings.keptFor(), clock));
  }

  void start(@Observes StartupEvent start) {
    consumer.start();
  }

  void stop(@Observes ShutdownEvent stop) {
    consumer.close();
  }

  /** How far the public language was heard. */
  @Produces
  @Singleton
  Applied applied() {
    return consumer.applied();
  }
}
