package uk.onevoice.vault.rights;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.messaging.Applied;
import uk.onevoice.messaging.ConsumerSettings;
import uk.onevoice.messaging.EventConsumer;
import uk.onevoice.service.wiring.DirectorySettings;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.service.wiring.Kafka;
import uk.onevoice.vault.Subject;
import uk.onevoice.vault.Vault;

/** Hears organisations' questions about people for as long as the service runs. */
@ApplicationScoped
class SubjectFeed {
  private static final Logger LOG = Logger.getLogger(SubjectFeed.class);
  private static final EventTypes<SubjectEvent> TYPES = EventTypes.of(SubjectEvent.class);

  private final DataSource database;
  private final SubjectProtocol protocol;
  private final EventConsumer consumer;

  SubjectFeed(
      @ConfigProperty(name = "onevoice.log.name") String service,
      @ConfigProperty(name = "kafka.group.id") Optional<String> group,
      DirectorySettings settings,
      Kafka kafka,
      DataSource database,
      Vault vault,
      @Any Instance<AlsoErases> others,
      CommandHandler<SubjectCommand, SubjectRights, SubjectEvent, SubjectRejection> subjects,
      Ids ids) {
    this.database = database;
    this.protocol = new SubjectProtocol(service, vault, others, subjects, ids);
    this.consumer =
        new EventConsumer(
            new ConsumerSettings(
                group.orElse(service) + ".vault",
                Map.of("organisations", settings.topic()),
                kafka.settings()),
            database,
            protocol);
  }

  /** Before the service answers anybody: keys may have been restored to a time before. */
  void start(@Observes StartupEvent start) {
    var erased = erased();
    erased.forEach(protocol::erase);
    if (!erased.isEmpty()) {
      LOG.infof("erasures done again people=%d", erased.size());
    }
    consumer.start();
  }

  void stop(@Observes ShutdownEvent stop) {
    consumer.close();
  }

  /** Who brings a position reads what followed from it here. */
  @Produces
  @Singleton
  @OfVault
  Applied applied() {
    return consumer.applied();
  }

  /** Whom this service has said to have erased. */
  private List<Subject> erased() {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                """
                select event.payload ->> 'personId' from stream
                join event on event.stream = stream.stream and event.type = 'SubjectErased'
                where stream.stream like 'subject-%'\
                """);
        var rows = select.executeQuery()) {
      var subjects = new ArrayList<Subject>();
      while (rows.next()) {
        subjects.add(new Subject(UUID.fromString(rows.getString(1))));
      }
      return subjects;
    } catch (SQLException cause) {
      throw new EventStoreException("Erasures could not be read.", cause);
    }
  }

  @Produces
  @Singleton
  static CommandHandler<SubjectCommand, SubjectRights, SubjectEvent, SubjectRejection> subjects(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, SubjectRights.DECIDER, TYPES, ids);
  }
}
