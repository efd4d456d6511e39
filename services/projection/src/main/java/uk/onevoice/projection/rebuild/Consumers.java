package uk.onevoice.projection.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.Applied;
import uk.onevoice.messaging.ConsumerSettings;
import uk.onevoice.messaging.EventConsumer;
import uk.onevoice.projection.served.Served;
import uk.onevoice.service.wiring.Kafka;
import uk.onevoice.service.wiring.ParkedNumbers;

/**
 * Hears the four topics for each version of the read model: all replicas share the partitions of
 * each, so that filling one, too, goes on where a replica that died has left it.
 */
@ApplicationScoped
class Consumers {
  private final String group;
  private final String home;
  private final Map<String, String> topics;
  private final Map<String, String> kafka;
  private final DataSource database;
  private final Served served;
  private final Consumer<String> begun;
  private final Map<String, EventConsumer> running = new HashMap<>();
  private final Set<String> started = new HashSet<>();

  @Inject
  Consumers(
      @ConfigProperty(name = "kafka.group.id") Optional<String> group,
      @ConfigProperty(name = "onevoice.projection.read-model") String home,
      @ConfigProperty(name = "onevoice.topics") Map<String, String> topics,
      Kafka kafka,
      DataSource database,
      Served served,
      ParkedNumbers numbers) {
    this(
        group.orElse("projection"),
        home,
        topics,
        kafka.settings(),
        database,
        served,
        numbers::watch);
  }

  /**
   * @param kafka how to reach it
   * @param begun is told the name of a consumer that begins later than the service
   */
  Consumers(
      String group,
      String home,
      Map<String, String> topics,
      Map<String, String> kafka,
      DataSource database,
      Served served,
      Consumer<String> begun) {
    this.group = group;
    this.home = home;
    this.topics = Map.copyOf(topics);
    this.kafka = Map.copyOf(kafka);
    this.database = database;
    this.served = served;
    this.begun = begun;
  }

  Map<String, String> topics() {
    return topics;
  }

  Map<String, String> kafka() {
    return kafka;
  }

  String name(String version) {
    return group + ".facts." + version;
  }

  /** How far a version has come; it need not hear yet. */
  synchronized Applied applied(String version) {
    return consumer(version).applied();
  }

  /** Starts what shall hear and does not, and ends what shall not any more. */
  synchronized void keep(Collection<String> versions) {
    for (String version : versions) {
      EventConsumer consumer = consumer(version);
      if (started.add(version)) {
        consumer.start();
        if (!version.equals(home)) {
          begun.accept(name(version));
        }
      }
    }
    for (String version : Set.copyOf(started)) {
      if (!versions.contains(version)) {
        end(version);
      }
    }
  }

  synchronized void close() {
    Set.copyOf(running.keySet()).forEach(this::end);
  }

  private void end(String version) {
    EventConsumer consumer = running.remove(version);
    if (consumer != null && started.remove(version)) {
      consumer.close();
    }
  }

  private EventConsumer consumer(String version) {
    return running.computeIfAbsent(
        version,
        name ->
            new EventConsumer(
                new ConsumerSettings(name(name), topics, kafka),
                database,
                new FactsInSchema(name, name(name), home, topics)));
  }

  /**
   * How far the facts have come that views are answered from; a view asked with X-Position waits
   * for it. Asked for anew each time, since another version may be served then.
   */
  @Produces
  @Dependent
  Applied applied() {
    @Nullable Applied ofServed = served.version().map(Served.Version::applied).orElse(null);
    return ofServed == null ? applied(home) : ofServed;
  }
}
