package uk.onevoice.vault.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.messaging.EventHandler;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.vault.Subject;
import uk.onevoice.vault.Vault;
import uk.onevoice.vault.VaultUnavailable;
import uk.onevoice.vault.rights.SubjectCommand.ConfirmErasure;
import uk.onevoice.vault.rights.SubjectCommand.MakeExportReady;

/**
 * Does what organisations asks of every service about a person, and answers on the own log. All of
 * it can be done again without a further effect, so it need not commit with the checkpoint: a
 * service that was down, or stopped half-way, hears the question when it is back.
 */
final class SubjectProtocol implements EventHandler {
  private static final Set<String> APPLIES =
      Set.of("PersonErased", "ProcessingRestricted", "RestrictionLifted", "ExportRequested");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String service;
  private final Vault vault;
  private final Iterable<AlsoErases> others;
  private final CommandHandler<SubjectCommand, SubjectRights, SubjectEvent, SubjectRejection>
      subjects;
  private final Supplier<UUID> ids;

  SubjectProtocol(
      String service,
      Vault vault,
      Iterable<AlsoErases> others,
      CommandHandler<SubjectCommand, SubjectRights, SubjectEvent, SubjectRejection> subjects,
      Supplier<UUID> ids) {
    this.service = service;
    this.vault = vault;
    this.others = others;
    this.subjects = subjects;
    this.ids = ids;
  }

  @Override
  public Set<String> applies() {
    return APPLIES;
  }

  @Override
  public Set<String> ignores() {
    return Set.of();
  }

  /** Whatever else the registry tells, no right follows from it. */
  @Override
  public boolean ignores(String type) {
    return true;
  }

  /** Restrictions are heard again; what was erased stays erased. */
  @Override
  public boolean startOver(Connection transaction, String log) throws SQLException {
    try (var forget = transaction.createStatement()) {
      forget.executeUpdate("delete from vault_restricted");
    }
    return true;
  }

  @Override
  public void apply(Connection transaction, List<HeardEvent> events) throws SQLException {
    for (HeardEvent event : events) {
      try {
        apply(event);
      } catch (VaultUnavailable away) {
        throw new SQLException("The vault is away.", away);
      }
    }
  }

  private void apply(HeardEvent event) {
    UUID person = uuid(event, "personId");
    switch (event.type()) {
      case "PersonErased" -> {
        erase(new Subject(person));
        answer(event, person, new ConfirmErasure(person, service));
      }
      case "ProcessingRestricted" -> vault.restrict(new Subject(person));
      case "RestrictionLifted" -> vault.release(new Subject(person));
      case "ExportRequested" ->
          answer(event, person, new MakeExportReady(person, uuid(event, "exportId"), service));
      default -> throw new Unappliable(event, "no right follows from its type");
    }
  }

  /** Erases, and says nothing. */
  void erase(Subject subject) {
    vault.erase(subject);
    others.forEach(other -> other.erase(subject));
  }

  private void answer(HeardEvent event, UUID person, SubjectCommand command) {
    var metadata =
        new Metadata(
            ActorRef.service(service),
            null,
            null,
            event.correlationId() == null ? ids.get() : event.correlationId(),
            event.id(),
            null);
    subjects.handle(
        Envelope.of(SubjectRights.stream(person), command, metadata, event.occurredAt()));
  }

  private static UUID uuid(HeardEvent event, String field) {
    try {
      JsonNode payload = JSON.readTree(event.payload());
      return UUID.fromString(payload.path(field).asText());
    } catch (JsonProcessingException | IllegalArgumentException unreadable) {
      throw new Unappliable(event, field + " cannot be read");
    }
  }
}
