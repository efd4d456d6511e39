package uk.onevoice.relationships.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.ledger.Ledger;
import uk.onevoice.relationships.domain.ledger.LedgerCommand;
import uk.onevoice.relationships.domain.ledger.LedgerEvent;
import uk.onevoice.relationships.domain.ledger.LedgerRejection;
import uk.onevoice.service.wiring.Ids;

/** Holds the ledgers' rules to their log: a stream for each relationship. */
@ApplicationScoped
public class LedgerLog {
  private static final String STREAM = "ledger-";

  private final EventTypes<LedgerEvent> types = EventTypes.of(LedgerEvent.class);

  public static String stream(RelationshipId relationship) {
    return STREAM + relationship.value();
  }

  /** Whose ledger a stream is. */
  static RelationshipId relationship(String stream) {
    return new RelationshipId(UUID.fromString(stream.substring(STREAM.length())));
  }

  @Produces
  @Singleton
  CommandHandler<LedgerCommand, Ledger, LedgerEvent, LedgerRejection> handler(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, Ledger.DECIDER, types, ids);
  }
}
