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

/**
 * Keeps the copy of who kept in touch when. It is a consumer of its own beside that of briefs: that
 * one had come past the first relationships before anybody asked since when they are.
 */
@ApplicationScoped
class RelationshipFeed {
  private final EventConsumer consumer;

  RelationshipFeed(
      @ConfigProperty(name = "onevoice.log.name") String service,
      @ConfigProperty(name = "kafka.group.id") Optional<String> group,
      @ConfigProperty(name = "onevoice.topics") Map<String, String> topics,
      Kafka kafka,
      DataSource database) {
    this.consumer =
        new EventConsumer(
            new ConsumerSettings(
                group.orElse(service) + ".relationships",
                Map.of(
                    BriefSourcesFeed.RELATIONSHIPS,
                    requireNonNull(topics.get(BriefSourcesFeed.RELATIONSHIPS))),
                kafka.settings()),
            database,
            new RelationshipSpells());
  }

  void start(@Observes StartupEvent start) {
    consumer.start();
  }

  void stop(@Observes ShutdownEvent stop) {
    consumer.close();
  }

  /** Who brings a position of relationships reads what followed from it here. */
  @Produces
  @Singleton
  @OfRelationships
  Applied applied() {
    return consumer.applied();
  }
}
