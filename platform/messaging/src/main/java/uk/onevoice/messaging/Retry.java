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
import uk.onevoice.messaging.Parking.Wanted;

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
    Optional<Wanted> wanted = parking.wanted(transaction);
    if (wanted.isEmpty()) {
      return false;
    }
    Parked stream = wanted.get().stream();
    Savepoint before = transaction.setSavepoint();
    try {
      goOn(stream, wanted.get().missing());
      versions.forget(stream);
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

  /** Applies what waits, as far as no version is missing; the rest goes on waiting. */
  private void goOn(Parked stream, long missing) throws SQLException {
    List<HeardEvent> waiting = waiting(stream);
    List<HeardEvent> applicable = new ArrayList<>();
    long next = missing > 0 || waiting.isEmpty() ? missing : waiting.getFirst().version();
    long applied = 0;
    for (HeardEvent event : waiting) {
      if (event.version() > next) {
        parking.forget(transaction, stream, applied);
        apply(applicable);
        parking.park(transaction, stream, Batch.missing(next, event.version()), next);
        return;
      }
      if (event.version() == next) {
        Comprehension comprehension = Comprehension.of(handler, event);
        String whyNot = comprehension.whyNot(event);
        if (whyNot != null) {
          throw new Unappliable(event, whyNot);
        }
        if (comprehension == Comprehension.APPLIES) {
          applicable.add(event);
        }
        next++;
      }
      applied = event.position();
    }
    apply(applicable);
    parking.release(transaction, stream);
    LOG.infof("stream goes on topic=%s stream=%s", stream.topic(), stream.stream());
  }

  private void apply(List<HeardEvent> events) throws SQLException {
    if (!events.isEmpty()) {
      handler.apply(transaction, events);
    }
  }

  private List<HeardEvent> waiting(Parked stream) throws SQLException {
    List<HeardEvent> events = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : parking.messages(transaction, stream)) {
      events.add(read(stream, record));
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
