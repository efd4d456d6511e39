package uk.onevoice.eventstore.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.eventstore.relay.Publisher.Sent;

/**
 * One unbroken run of publishing a log to one topic, from the cursor on. Any trouble ends the run;
 * the next one begins at the cursor, so that an event may be sent twice but none is left out.
 */
final class Publication implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Publication.class);
  private static final Duration BETWEEN_MOVES = Duration.ofMillis(100);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final RelaySettings settings;
  private final LogTopic topic;
  private final String topicId;
  private final RelayCursor cursor;
  private final Publisher publisher;
  private final Wording wording;
  private final Runnable beforeCursorMoves;
  private long position;
  private long told;
  private long head;
  private long lastLook = System.nanoTime();

  private Publication(
      RelaySettings settings,
      LogTopic topic,
      String topicId,
      RelayCursor cursor,
      Wording wording,
      Runnable beforeCursorMoves) {
    this.settings = settings;
    this.topic = topic;
    this.topicId = topicId;
    this.cursor = cursor;
    this.position = cursor.position();
    this.told = cursor.told();
    this.beforeCursorMoves = beforeCursorMoves;
    this.publisher = new Publisher(settings);
    this.wording = wording;
  }

  static Publication begin(
      Connection connection, RelaySettings settings, Runnable beforeCursorMoves)
      throws SQLException, RelayInterrupted {
    var topic = new LogTopic(settings);
    try {
      String topicId = topic.ensure();
      var cursor = RelayCursor.of(connection, settings.topic(), topicId, settings.edition());
      return new Publication(
          settings,
          topic,
          topicId,
          cursor,
          wording(connection, settings, topicId, cursor.epoch()),
          beforeCursorMoves);
    } catch (SQLException | RelayInterrupted | RuntimeException failed) {
      topic.close();
      throw failed;
    }
  }

  private static Wording wording(
      Connection connection, RelaySettings settings, String topicId, int epoch) {
    return settings.telling() == null
        ? new CloudEvents(settings.log(), settings.topic(), topicId, epoch)
        : new ToldEvents(
            connection, settings.telling(), settings.log(), settings.topic(), topicId, epoch);
  }

  /** The last event that Kafka has acknowledged; the cursor follows it. */
  long position() {
    return position;
  }

  /** Where the log ended when it was last looked at. */
  long head() {
    return Math.max(head, position);
  }

  /** Publishes the next events; false when there are none. */
  boolean next() throws SQLException, RelayInterrupted {
    List<StoredEvent> events = cursor.next(position, settings.batchSize());
    if (!events.isEmpty()) {
      List<ProducerRecord<byte[], byte[]>> records = wording.of(events, told);
      await(publisher.send(records));
      told += records.size();
      position = events.getLast().position();
    }
    Duration due = isBehind() ? BETWEEN_MOVES : BETWEEN_LOOKS;
    if (System.nanoTime() - lastLook > due.toNanos()) {
      moveCursor();
    }
    return !events.isEmpty();
  }

  /** Ends in good order: what Kafka has acknowledged is not sent again by the next run. */
  void end() throws SQLException, RelayInterrupted {
    if (isBehind()) {
      moveCursor();
    }
  }

  private boolean isBehind() {
    return position > cursor.position();
  }

  /**
   * Has the cursor follow, once it is certain that the records went to the topic it stands for. It
   * follows in steps: what lies between is sent again when this process dies.
   */
  private void moveCursor() throws SQLException, RelayInterrupted {
    boolean behind = isBehind();
    if (behind) {
      beforeCursorMoves.run();
    }
    if (!isSameTopic()) {
      // Ours may be the first records of a new topic; they must not stand before the first event.
      publisher.close();
      if (behind && topic.id().isPresent()) {
        topic.empty();
      }
      throw new RelayInterrupted("the topic is gone or was replaced");
    }
    head = cursor.head();
    if (behind) {
      cursor.moveTo(position, told);
      LOG.debugf("relay cursor moved position=%d head=%d", position, head);
    }
  }

  /**
   * Gives up after a while even though the producer would not: a broker that lost its data must not
   * find the middle of the log waiting for it.
   */
  private void await(Sent sent) throws RelayInterrupted {
    long started = System.nanoTime();
    while (!sent.acknowledged(BETWEEN_LOOKS)) {
      requireSameTopic();
      if (System.nanoTime() - started > PATIENCE.toNanos()) {
        throw new RelayInterrupted("Kafka did not acknowledge in time");
      }
    }
  }

  private void requireSameTopic() throws RelayInterrupted {
    if (!isSameTopic()) {
      throw new RelayInterrupted("the topic is gone or was replaced");
    }
  }

  private boolean isSameTopic() throws RelayInterrupted {
    Optional<String> now = topic.id();
    lastLook = System.nanoTime();
    return now.equals(Optional.of(topicId));
  }

  @Override
  public void close() {
    publisher.close();
    topic.close();
  }
}
