package uk.onevoice.organisations.adapter.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.messaging.Applied;
import uk.onevoice.messaging.ConsumerSettings;
import uk.onevoice.messaging.EventConsumer;
import uk.onevoice.messaging.EventHandler;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.service.wiring.Kafka;

/**
 * Hears what every service answers when a person is to be erased or all about them is gathered, and
 * so knows who is outstanding. A service that is down answers when it is back.
 */
@ApplicationScoped
public class SubjectAnswers {
  private final DataSource database;
  private final List<String> services;
  private final EventConsumer consumer;

  SubjectAnswers(
      @ConfigProperty(name = "kafka.group.id") Optional<String> group,
      @ConfigProperty(name = "onevoice.topics") Map<String, String> topics,
      Kafka kafka,
      DataSource database) {
    this.database = database;
    this.services = topics.keySet().stream().sorted().toList();
    this.consumer =
        new EventConsumer(
            new ConsumerSettings(
                group.orElse("organisations") + ".answers", topics, kafka.settings()),
            database,
            new Hearing());
  }

  void start(@Observes StartupEvent start) {
    consumer.start();
  }

  void stop(@Observes ShutdownEvent stop) {
    consumer.close();
  }

  @Produces
  @Singleton
  @OfAnswers
  Applied applied() {
    return consumer.applied();
  }

  /**
   * One service's answer.
   *
   * @param at null while it is outstanding
   */
  public record Answered(String service, @Nullable Instant at) {}

  /** Who has said that the person is erased. */
  public List<Answered> toErasure(PersonId person) {
    return answers(person, person.value());
  }

  /** Who has made the export ready. */
  public List<Answered> toExport(PersonId person, UUID export) {
    return answers(person, export);
  }

  private List<Answered> answers(PersonId person, UUID question) {
    try (Connection connection = database.getConnection();
        var select =
            connection.prepareStatement(
                """
                select service, answered_at from subject_answer
                where person_id = ? and question = ?\
                """)) {
      select.setObject(1, person.value());
      select.setObject(2, question);
      try (var rows = select.executeQuery()) {
        var at = new HashMap<String, Instant>();
        while (rows.next()) {
          at.put(rows.getString(1), rows.getTimestamp(2).toInstant());
        }
        return services.stream().map(service -> new Answered(service, at.get(service))).toList();
      }
    } catch (SQLException cause) {
      throw new EventStoreException("Answers about a person could not be read.", cause);
    }
  }

  /** Writes the answers down. The first one of a service counts, however often it is heard. */
  private static final class Hearing implements EventHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Set<String> applies() {
      return Set.of("SubjectErased", "ExportReady");
    }

    @Override
    public Set<String> ignores() {
      return Set.of();
    }

    /** Whatever else the logs tell is no answer. */
    @Override
    public boolean ignores(String type) {
      return true;
    }

    /** An answer that was heard was given, whatever became of the log that it stood in. */
    @Override
    public boolean startOver(Connection transaction, String log) {
      return true;
    }

    @Override
    public void apply(Connection transaction, List<HeardEvent> events) throws SQLException {
      try (var insert =
          transaction.prepareStatement(
              """
              insert into subject_answer (person_id, question, service, answered_at)
              values (?, ?, ?, ?) on conflict do nothing\
              """)) {
        for (HeardEvent event : events) {
          var payload = payload(event);
          var person = uuid(event, payload, "personId");
          insert.setObject(1, person);
          insert.setObject(
              2, event.type().equals("ExportReady") ? uuid(event, payload, "exportId") : person);
          // The log it stands in, not what it says of itself: no service answers for another.
          insert.setString(3, event.log());
          insert.setTimestamp(4, Timestamp.from(event.recordedAt()));
          insert.addBatch();
        }
        insert.executeBatch();
      }
    }

    private static JsonNode payload(HeardEvent event) {
      try {
        return JSON.readTree(event.payload());
      } catch (JsonProcessingException unreadable) {
        throw new Unappliable(event, "payload is not JSON");
      }
    }

    private static UUID uuid(HeardEvent event, JsonNode payload, String field) {
      try {
        return UUID.fromString(payload.path(field).asText());
      } catch (IllegalArgumentException unreadable) {
        throw new Unappliable(event, field + " cannot be read");
      }
    }
  }
}
