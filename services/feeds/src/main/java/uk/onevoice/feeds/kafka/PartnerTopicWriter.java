package uk.onevoice.feeds.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.FeedSettings;
import uk.onevoice.feeds.log.FeedEvent;
import uk.onevoice.feeds.log.FeedLog;
import uk.onevoice.feeds.log.Filter;
import uk.onevoice.feeds.reading.Batch;
import uk.onevoice.feeds.reading.Secrets;
import uk.onevoice.service.wiring.Kafka;

/**
 * Writes to each partner's topic what its reader may hear, in the order of the log, and says who
 * may read it. Whether a reader may hear the feed is looked at before each part that is written. Of
 * several replicas one writes to a topic at a time; one that ends between writing and noting it
 * writes the same again, and readers know it by its id.
 */
@ApplicationScoped
class PartnerTopicWriter {
  private static final Logger LOG = Logger.getLogger(PartnerTopicWriter.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final Duration WITHOUT_TOPICS = Duration.ofSeconds(2);
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);
  private static final Filter ALL = new Filter(new TreeSet<>(), null, null, null);
  private static final int PART = 500;

  /** So far what is not for a reader is looked through again, before that is noted. */
  private static final int FAR = 1000;

  private final DataSource database;
  private final PartnerTopics topics;
  private final FeedLog log;
  private final Kafka kafka;
  private final FeedSettings settings;
  private final Batch batch;

  /** Topics that are known to be there, and those of which was said who may read them. */
  private final Set<String> made = new HashSet<>();

  private final Set<String> said = new HashSet<>();
  private final Semaphore asked = new Semaphore(0);
  private @Nullable PartnerKafka own;
  private @Nullable Thread thread;
  private FeedLog.Reach seen = new FeedLog.Reach(-1, -1, -1);
  private volatile boolean ended;

  PartnerTopicWriter(
      DataSource database, PartnerTopics topics, FeedLog log, Kafka kafka, FeedSettings settings) {
    this.database = database;
    this.topics = topics;
    this.log = log;
    this.kafka = kafka;
    this.settings = settings;
    this.batch = new Batch(new Secrets(settings.secret()));
  }

  void start(@Observes StartupEvent start) {
    thread = Thread.ofPlatform().name("partner-topics").start(this::run);
  }

  void stop(@Observes ShutdownEvent stop) throws InterruptedException {
    ended = true;
    asked.release();
    if (thread != null) {
      thread.join(Duration.ofSeconds(30));
    }
  }

  /** Somebody has asked for a topic, or given one up. */
  void look() {
    asked.release();
  }

  private void run() {
    while (!ended) {
      try {
        Duration pause = turn();
        if (!pause.isZero() && asked.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          asked.drainPermits();
          seen = new FeedLog.Reach(-1, -1, -1);
        }
      } catch (InterruptedException _) {
        break;
      }
    }
    if (own != null) {
      own.close();
    }
  }

  /** One look at all topics; how long to rest before the next. */
  private Duration turn() {
    try {
      FeedLog.Reach reach = log.reach();
      if (reach.equals(seen)) {
        return made.isEmpty() && said.isEmpty() ? WITHOUT_TOPICS : BETWEEN_LOOKS;
      }
      boolean more = false;
      boolean failed = false;
      for (PartnerTopic topic : topics.all()) {
        try {
          more |= tend(topic.name(), reach.position());
        } catch (SQLException | KafkaException away) {
          // The others go on.
          LOG.warnf("topic=%s is not written: %s", topic.name(), away.getMessage());
          made.remove(topic.name());
          failed = true;
        }
      }
      if (!more && !failed) {
        seen = reach;
      }
      return failed ? AFTER_A_FAILURE : more ? Duration.ZERO : BETWEEN_LOOKS;
    } catch (SQLException away) {
      LOG.warnf("topics of partners are not written: %s", away.getMessage());
      return AFTER_A_FAILURE;
    }
  }

  private boolean tend(String name, long reached) throws SQLException {
    try (Connection transaction = database.getConnection()) {
      transaction.setAutoCommit(false);
      try {
        PartnerTopic topic = PartnerTopics.held(transaction, name).orElse(null);
        boolean more = topic != null && tend(transaction, topic, reached);
        transaction.commit();
        return more;
      } catch (SQLException | RuntimeException failed) {
        transaction.rollback();
        throw failed;
      }
    }
  }

  private boolean tend(Connection transaction, PartnerTopic topic, long reached)
      throws SQLException {
    String name = topic.name();
    if (topic.ended()) {
      own().withdraw(name);
      own().delete(name);
      PartnerTopics.delete(transaction, name);
      made.remove(name);
      said.remove(name);
      return false;
    }
    if (!topic.allowed()) {
      if (topic.granted() || !said.contains(name)) {
        own().withdraw(name);
        PartnerTopics.granted(transaction, name, false);
        said.add(name);
      }
      return false;
    }
    long position = topic.position();
    if (!made.contains(name)) {
      // Where it was there once, Kafka has lost it: all is told again, and known by its ids.
      position = own().make(name) ? 0 : position;
      made.add(name);
    }
    if (!topic.granted() || !said.contains(name)) {
      own().grant(name, topic.subject());
      PartnerTopics.granted(transaction, name, true);
      said.add(name);
    }
    return write(transaction, topic, position, reached);
  }

  /** Whether there is more. */
  private boolean write(Connection transaction, PartnerTopic topic, long position, long reached)
      throws SQLException {
    List<FeedEvent> events =
        log.events(topic.reader().organisation(), ALL, position, reached, PART);
    own()
        .write(
            topic.name(),
            events.stream()
                .map(event ->
                    new PartnerKafka.Told(event.subject(), batch.one(topic.reader(), event)))
                .toList());
    boolean full = events.size() == PART;
    long last = full ? events.getLast().position() : reached;
    if (!events.isEmpty() || last - position > FAR || position < topic.position()) {
      PartnerTopics.reached(transaction, topic.name(), last);
    }
    return full;
  }

  /** Made when the first partner asks: most installations have none. */
  private PartnerKafka own() {
    PartnerKafka known = own;
    if (known == null) {
      known = new PartnerKafka(kafka.settings(), settings.kafkaKeptFor());
      own = known;
    }
    return known;
  }
}
