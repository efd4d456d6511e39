package uk.onevoice.bench;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
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
import uk.onevoice.projection.rebuild.Schemas;

/** The projection's own read model: its tables, its handler, its consumer. */
final class ReadModel implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final String SCHEMA = "public";

  private final String name;
  private final AgroalDataSource pool;
  private final Map<String, String> kafka;
  private final FactEvents facts = new FactEvents();

  ReadModel(Ground ground, String name) throws SQLException {
    this.name = name;
    Database database = ground.database(name, "db/messaging", "db/projection");
    pool = Ground.pool(database, 6);
    kafka = ground.kafka();
  }

  /** A consumer that goes on where the last one of these topics was. */
  EventConsumer consumer(Map<String, String> topics) {
    return consumer(topics, facts);
  }

  private EventConsumer consumer(Map<String, String> topics, EventHandler handler) {
    String group = name + String.join("-", topics.values()).hashCode();
    return new EventConsumer(new ConsumerSettings(group, topics, kafka), pool, handler);
  }

  /** As a version that is filled anew: without what only views need, until it is full. */
  void withoutIndexes() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      Schemas.takeIndexes(connection, SCHEMA);
    }
  }

  /** Makes what a version needs before it can be served; in seconds. */
  double makeIndexes() throws SQLException {
    long began = System.nanoTime();
    try (Connection connection = pool.getConnection()) {
      Schemas.makeIndexes(connection, SCHEMA);
    }
    return (System.nanoTime() - began) / 1e9;
  }

  /** Hears the part that was told last; timed from its first event to the commit of the last. */
  Rate hear(ToldTopics told) throws Exception {
    var heard = new Heard(facts);
    Duration cpu = Cpu.used();
    try (EventConsumer consumer = consumer(told.topics(), heard).start()) {
      for (Map.Entry<String, Map<Integer, Long>> log : told.ends().entrySet()) {
        for (Map.Entry<Integer, Long> end : log.getValue().entrySet()) {
          if (!consumer.applied().await(log.getKey(), end.getKey(), end.getValue(), PATIENCE)) {
            throw new TimeoutException("The projection did not apply everything.");
          }
        }
      }
      double took = (System.nanoTime() - heard.began.get()) / 1e9;
      return new Rate(ToldTopics.ofAPart() / took, Cpu.microsSince(cpu, ToldTopics.ofAPart()));
    }
  }

  /** Sees when the projection applies its first event. */
  private static final class Heard implements EventHandler {
    private final EventHandler facts;
    private final AtomicLong began = new AtomicLong();

    private Heard(EventHandler facts) {
      this.facts = facts;
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
      began.compareAndSet(0, System.nanoTime());
      facts.apply(transaction, events);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
