package uk.onevoice.service.wiring;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.postgres.Database;
import uk.onevoice.eventstore.postgres.PostgresEventStore;
import uk.onevoice.eventstore.relay.Relay;
import uk.onevoice.eventstore.relay.RelaySettings;
import uk.onevoice.service.edge.Backdating;

/**
 * The service's own log and its relays: there is a log where {@code onevoice.log.name} says so, and
 * a relay where {@code onevoice.log.topic} says where to; one more for each {@link ToldLog} whose
 * topic is known.
 */
@ApplicationScoped
class OwnLog {
  private final @Nullable String name;
  private final @Nullable String topic;
  private final Database database;
  private final Kafka kafka;
  private final List<Relay> tellers = new ArrayList<>();
  private @Nullable Relay relay;

  OwnLog(
      @ConfigProperty(name = "onevoice.log.name") Optional<String> name,
      @ConfigProperty(name = "onevoice.log.topic") Optional<String> topic,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String username,
      @ConfigProperty(name = "quarkus.datasource.password") String password,
      Kafka kafka) {
    this.name = name.orElse(null);
    this.topic = topic.orElse(null);
    this.database = new Database(url, username, password);
    this.kafka = kafka;
  }

  @Produces
  @Singleton
  PostgresEventStore store(DataSource reads, Backdating backdating) {
    if (name == null) {
      throw new IllegalStateException(
          "This service asks for an event store; onevoice.log.name must say which log it keeps.");
    }
    return new PostgresEventStore(database, reads, backdating::told);
  }

  void close(@Disposes PostgresEventStore store) {
    store.close();
  }

  void start(
      @Observes StartupEvent start, Instance<PostgresEventStore> store, Instance<ToldLog> told) {
    if (name == null) {
      return;
    }
    if (topic != null) {
      Relay started = new Relay(database, new RelaySettings(name, topic, kafka.settings())).start();
      store.get().whenCommitted(started::wake);
      relay = started;
    }
    for (ToldLog each : told) {
      if (each.topic() != null) {
        var settings = RelaySettings.telling(name, each.topic(), kafka.settings(), each.telling());
        Relay started = new Relay(database, settings).start();
        store.get().whenCommitted(started::wake);
        tellers.add(started);
      }
    }
  }

  void stop(@Observes ShutdownEvent stop) {
    if (relay != null) {
      relay.close();
    }
    tellers.forEach(Relay::close);
  }

  /** How the relays stand that tell the log in another language; none where there are none. */
  List<Relay.Status> told() {
    return tellers.stream().map(Relay::status).toList();
  }

  /** How the relay stands, where there is one. */
  Optional<Relay.Status> relayed() {
    return Optional.ofNullable(relay).map(Relay::status);
  }
}
