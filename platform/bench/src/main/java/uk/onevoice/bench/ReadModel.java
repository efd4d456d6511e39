package uk.onevoice.bench;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import uk.onevoice.eventstore.postgres.Database;
import uk.onevoice.messaging.ConsumerSettings;
import uk.onevoice.messaging.EventConsumer;
import uk.onevoice.messaging.EventHandler;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.projection.facts.FactEvents;

/** The projection's own read model: its tables, its handler, its consumer. */
final class ReadModel implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Database database;
  private final AgroalDataSource pool;
  private final Map<String, String> kafka;
  private int runs;

  ReadModel(Ground ground, String name) throws SQLException {
    database = ground.database(name, "db/messaging", "db/projection");
    pool = Ground.pool(database, 6);
    kafka = ground.kafka();
  }

  /** A consumer that goes on where the last one was. */
  EventConsumer consumer(String topic) {
    return consumer(topic, new FactEvents());
  }

  private EventConsumer consumer(String topic, EventHandler handler) {
    return new EventConsumer(
        new ConsumerSettings("bench-" + runs, Map.of(FilledLog.LOG, topic), kafka), pool, handler);
  }

  /**
   * Hears a log from its first event into empty tables; timed from the first event to the commit of
   * the last.
   */
  Rate fill(FilledLog log) throws Exception {
    empty();
    runs++;
    var heard = new Heard();
    Duration cpu = Cpu.used();
    try (EventConsumer consumer = consumer(log.topic(), heard).start()) {
      for (Map.Entry<Integer, Long> end : log.ends().entrySet()) {
        if (!consumer.applied().await(FilledLog.LOG, end.getKey(), end.getValue(), PATIENCE)) {
          throw new TimeoutException("The projection did not apply everything.");
        }
      }
      double took = (System.nanoTime() - heard.began.get()) / 1e9;
      return new Rate(log.events() / took, Cpu.microsSince(cpu, log.events()));
    }
  }

  private void empty() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet tables =
            statement.executeQuery(
                "select string_agg(quote_ident(tablename), ', ') from pg_tables"
                    + " where schemaname = current_schema()"
                    + " and tablename <> 'flyway_schema_history'")) {
      tables.next();
      Ground.execute(connection, "truncate " + tables.getString(1) + " cascade");
    }
  }

  /** Sees when the projection applies its first event. */
  private static final class Heard implements EventHandler {
    private final EventHandler facts = new FactEvents();
    private final AtomicLong began = new AtomicLong();

    @Override
    public Set<String> applies() {
      return facts.applies();
    }

    @Override
    public Set<String> ignores() {
      return facts.ignores();
    }

    @Override
    public void apply(Connection transaction, List<HeardEvent> events) throws SQLException {
      began.compareAndSet(0, System.nanoTime());
      facts.apply(transaction, events);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
