package uk.onevoice.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import uk.onevoice.messaging.Parking.Parked;

/** Tries one parked stream again, from its first message that waits. The caller commits. */
final class Retry {
  private static final Logger LOG = Logger.getLogger(Retry.class);

  private final Connection transaction;
  private final EventHandler handler;
  private final Parking parking;
  private final StreamVersions versions;
  private final Map<String, String> logs;

  /**
   * @param logs each topic's log
   */
  Retry(
      Connection transaction,
      EventHandler handler,
      Parking parking,
      StreamVersions versions,
      Map<String, String> logs) {
    this.transaction = transaction;
    this.handler = handler;
    this.parking = parking;
    this.versions = versions;
    this.logs = logs;
  }

  /** Whether there was one to be tried. */
  boolean one() throws SQLException {
    Optional<Parked> wanted = parking.wanted(transaction);
    if (wanted.isEmpty()) {
      return false;
    }
    Parked stream = wanted.get();
    Savepoint before = transaction.setSavepoint();
    try {
      List<HeardEvent> events = events(stream);
      if (!events.isEmpty()) {
        handler.apply(transaction, events);
      }
      parking.release(transaction, stream);
      versions.forget(stream);
      LOG.infof("stream goes on topic=%s stream=%s", stream.topic(), stream.stream());
    } catch (Unappliable refused) {
      transaction.rollback(before);
      parking.park(transaction, stream, String.valueOf(refused.getMessage()), 0);
    } catch (RuntimeException failed) {
      transaction.rollback(before);
      parking.park(
          transaction, stream, "applying it failed with " + failed.getClass().getSimpleName(), 0);
    } catch (SQLException failed) {
      if (failed.getSQLState() == null || !failed.getSQLState().startsWith("2")) {
        throw failed;
      }
      transaction.rollback(before);
      parking.park(
          transaction, stream, "the database refuses it, state " + failed.getSQLState(), 0);
    }
    return true;
  }

  private List<HeardEvent> events(Parked stream) throws SQLException {
    List<HeardEvent> events = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : parking.messages(transaction, stream)) {
      HeardEvent event = read(stream, record);
      if (handler.applies().contains(event.type())) {
        events.add(event);
      } else if (!handler.ignores().contains(event.type())) {
        throw new Unappliable(event, "events of type " + event.type() + " are not known here");
      }
    }
    return events;
  }

  private HeardEvent read(Parked stream, ConsumerRecord<byte[], byte[]> record) {
    try {
      return Records.read(logs.getOrDefault(stream.topic(), stream.topic()), record);
    } catch (Unreadable impossible) {
      throw new IllegalStateException("It could be read when it was parked.", impossible);
    }
  }
}
