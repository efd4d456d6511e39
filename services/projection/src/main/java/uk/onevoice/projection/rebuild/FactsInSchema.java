package uk.onevoice.projection.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.onevoice.messaging.EventHandler;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.messaging.Rebuild;
import uk.onevoice.projection.facts.FactEvents;

/**
 * Keeps the facts of one version. Its checkpoints, and what it has parked, lie with those of the
 * service's other consumers, in the schema that the service's connections look into.
 */
final class FactsInSchema implements EventHandler {
  private final FactEvents facts = new FactEvents();
  private final String schema;
  private final String consumer;
  private final String home;
  private final Map<String, String> topics;

  /**
   * @param schema of the version
   * @param consumer by which its checkpoints are known
   * @param home the schema of the service's other tables
   * @param topics where each log is heard
   */
  FactsInSchema(String schema, String consumer, String home, Map<String, String> topics) {
    this.schema = schema;
    this.consumer = consumer;
    this.home = home;
    this.topics = Map.copyOf(topics);
  }

  @Override
  public Set<String> applies() {
    return facts.applies();
  }

  @Override
  public Set<String> ignores() {
    return facts.ignores();
  }

  @Override
  public int newestVersion(String type) {
    return facts.newestVersion(type);
  }

  @Override
  public void apply(Connection transaction, List<HeardEvent> events) throws SQLException {
    if (!schema.equals(home)) {
      try (Statement statement = transaction.createStatement()) {
        statement.execute(
            "set local search_path to \"%s\", \"%s\", public".formatted(schema, home));
      }
    }
    facts.apply(transaction, events);
  }

  /**
   * A version that nobody reads yet begins again from the first event of all logs when one of them
   * was set back. One that is served keeps what it has until somebody has another one filled.
   */
  @Override
  public boolean startOver(Connection transaction, String log) throws SQLException {
    if (!isBeingFilled(transaction)) {
      return false;
    }
    Schemas.empty(transaction, schema);
    for (Map.Entry<String, String> topic : topics.entrySet()) {
      if (!topic.getKey().equals(log)) {
        Rebuild.from(transaction, consumer, topic.getValue());
      }
    }
    return true;
  }

  private boolean isBeingFilled(Connection transaction) throws SQLException {
    try (PreparedStatement query =
        transaction.prepareStatement(
            "select state in ('FILLING', 'INDEXED') from read_models.version where name = ?")) {
      query.setString(1, schema);
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
