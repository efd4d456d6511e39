package uk.onevoice.service.wiring;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.DirectoryEvents;
import uk.onevoice.messaging.Applied;
import uk.onevoice.messaging.ConsumerSettings;
import uk.onevoice.messaging.EventConsumer;

/** Keeps this service's copy of who is who: hears organisations' events for as long as it runs. */
@ApplicationScoped
class DirectoryFeed {
  static final String LOG = "organisations";

  /** Not the registry's own log: a caller's position in that says nothing of what is heard here. */
  private static final String SELECTION = "clients";

  private final EventConsumer consumer;
  private final Clock clock;
  private final Instant madeAt;

  DirectoryFeed(
      @ConfigProperty(name = "quarkus.application.name") String service,
      @ConfigProperty(name = "kafka.group.id") Optional<String> group,
      @ConfigProperty(name = "quarkus.flyway.default-schema") Optional<String> schema,
      DirectorySettings settings,
      Kafka kafka,
      DataSource database,
      Clock clock,
      Instance<KnownCallers> known) {
    this.clock = clock;
    this.madeAt = clock.instant();
    var name = name(group.orElse(service), schema.orElse(null));
    this.consumer =
        known.isResolvable()
            ? new EventConsumer(
                new ConsumerSettings(name, Map.of(SELECTION, settings.topic()), kafka.settings())
                    .ofSelection(),
                database,
                known.get().handler())
            : new EventConsumer(
                new ConsumerSettings(name, Map.of(LOG, settings.topic()), kafka.settings()),
                database,
                new DirectoryEvents());
  }

  /**
   * Tables in a schema of their own have checkpoints of their own. A consumer of theirs alone hears
   * every partition for them, also beside one that keeps the tables of another version.
   */
  static String name(String group, @Nullable String schema) {
    return group + ".directory" + (schema == null ? "" : "." + schema);
  }

  void start(@Observes StartupEvent start) {
    consumer.start();
  }

  void stop(@Observes ShutdownEvent stop) {
    consumer.close();
  }

  /** How far the directory has come. */
  @Produces
  @Singleton
  @OfDirectory
  Applied applied() {
    return consumer.applied();
  }

  /**
   * When the directory last heard all there is; when it began, before the first time and while it
   * hears everything again.
   */
  Instant lastContact() {
    Instant contact = consumer.applied().freshness().getFirst().contactAt();
    return contact == null ? madeAt : contact;
  }

  /**
   * How long the directory has heard nothing, not even that there is nothing new: because Kafka is
   * away, or because what it hears cannot be applied.
   */
  Duration silence() {
    return Duration.between(lastContact(), clock.instant());
  }
}
