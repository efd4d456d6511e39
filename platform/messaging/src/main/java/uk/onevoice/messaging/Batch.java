package uk.onevoice.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import uk.onevoice.messaging.Checkpoints.Move;
import uk.onevoice.messaging.Parking.Parked;

/**
 * Applies the slices of one poll in one transaction: checkpoints first, which fences; then what is
 * parked; then everything else by the handler. What cannot be applied is found and parked with its
 * stream, and the rest goes on. The caller commits.
 */
final class Batch {
  private static final Logger LOG = Logger.getLogger(Batch.class);

  /** Above this a failing list is halved rather than tried again as a whole. */
  private static final int FEW = 64;

  private final Connection transaction;
  private final EventHandler handler;
  private final Checkpoints checkpoints;
  private final Parking parking;
  private final StreamVersions versions;
  private final boolean constraintsAreFinal;

  /** Streams that are parked, each with the version it waits for, 0 where it waits for a person. */
  private final Map<Parked, Long> parked = new HashMap<>();

  /** Those whose earlier events in this batch cannot be applied either. */
  private final Set<Parked> refused = new HashSet<>();

  private final Map<Parked, Long> reached = new HashMap<>();
  private final Set<TopicPartition> moved = new HashSet<>();

  /**
   * @param constraintsAreFinal whether a broken constraint is the event's fault; false at first,
   *     since another transaction may have been in the way
   */
  Batch(
      Connection transaction,
      EventHandler handler,
      Checkpoints checkpoints,
      Parking parking,
      StreamVersions versions,
      boolean constraintsAreFinal) {
    this.transaction = transaction;
    this.handler = handler;
    this.checkpoints = checkpoints;
    this.parking = parking;
    this.versions = versions;
    this.constraintsAreFinal = constraintsAreFinal;
  }

  void apply(Collection<Slice> slices) throws SQLException {
    moved.addAll(
        checkpoints.move(
            transaction,
            slices.stream().map(slice -> new Move(slice.from(), slice.to())).toList()));
    List<Slice> ours =
        slices.stream().filter(slice -> moved.contains(slice.from().partition())).toList();
    if (parking.any(transaction)) {
      parked.putAll(
          parking.parked(
              transaction,
              ours.stream()
                  .flatMap(slice -> slice.events().stream())
                  .map(Batch::streamOf)
                  .distinct()
                  .toList()));
    }
    List<Delivery> applicable = new ArrayList<>();
    for (Slice slice : ours) {
      for (Slice.Unread unread : slice.unread()) {
        keepUnread(unread, slice);
      }
      for (Delivery delivery : slice.events()) {
        if ((!delivery.late() || isUnheard(delivery)) && isApplicable(delivery)) {
          applicable.add(delivery);
        }
      }
      Integer newEpoch = slice.newEpoch();
      if (newEpoch != null) {
        checkpoints.needEpoch(transaction, slice.from().partition().topic(), newEpoch);
      }
    }
    apply(applicable);
  }

  /**
   * To be called after the commit: what was applied is then the last that was heard. Says which
   * partitions were ours and have moved.
   */
  Set<TopicPartition> committed() {
    parked.keySet().forEach(versions::forget);
    reached.forEach(versions::heard);
    return moved;
  }

  private void keepUnread(Slice.Unread unread, Slice slice) throws SQLException {
    LOG.errorf(
        "record parked topic=%s partition=%d offset=%d reason=%s",
        unread.record().topic(),
        unread.record().partition(),
        unread.record().offset(),
        unread.reason());
    parking.keep(transaction, unread.record(), slice.to().topicId(), null, unread.reason());
  }

  /**
   * Whether an event was not heard although its position was passed: a publisher went wrong, and
   * the versions of its stream tell. A parked stream keeps what it may still need.
   */
  private boolean isUnheard(Delivery late) throws SQLException {
    Parked stream = streamOf(late);
    Long waitsFor = parked.get(stream);
    if (waitsFor == null) {
      Long inThisBatch = reached.get(stream);
      Long last = inThisBatch == null ? versions.last(stream) : inThisBatch;
      return last != null && late.event().version() > last;
    }
    boolean needed =
        waitsFor > 0
            ? late.event().version() >= waitsFor
            : parking.isBehind(transaction, stream, late.event().position());
    if (needed) {
      keep(late, "it came after a later event");
      wantIfComplete(stream, late.event());
    }
    return false;
  }

  private void wantIfComplete(Parked stream, HeardEvent event) throws SQLException {
    if (event.version() == parked.getOrDefault(stream, 0L)) {
      parking.want(transaction, stream);
    }
  }

  /** Whether the handler may have it; keeps what waits behind its parked stream. */
  private boolean isApplicable(Delivery delivery) throws SQLException {
    Parked stream = streamOf(delivery);
    HeardEvent event = delivery.event();
    if (parked.containsKey(stream)) {
      keep(delivery, "its stream is parked");
      wantIfComplete(stream, event);
      return false;
    }
    long missing = missingBefore(stream, event.version());
    if (missing > 0) {
      park(delivery, missing(missing, event.version()), missing);
      return false;
    }
    Comprehension comprehension = Comprehension.of(handler, event);
    String whyNot = comprehension.whyNot(event);
    if (whyNot != null) {
      park(delivery, whyNot, 0);
      return false;
    }
    reached.put(stream, event.version());
    return comprehension == Comprehension.APPLIES;
  }

  static String missing(long version, long before) {
    return "version " + version + " has not come before " + before;
  }

  private long missingBefore(Parked stream, long version) {
    Long inThisBatch = reached.get(stream);
    if (inThisBatch == null) {
      return versions.missingBefore(stream, version);
    }
    return version > inThisBatch + 1 ? inThisBatch + 1 : 0;
  }

  private void apply(List<Delivery> deliveries) throws SQLException {
    List<Delivery> left = withoutParked(deliveries);
    if (left.isEmpty()) {
      return;
    }
    Savepoint before = transaction.setSavepoint();
    try {
      handler.apply(transaction, left.stream().map(Delivery::event).toList());
      transaction.releaseSavepoint(before);
    } catch (Unappliable unappliable) {
      transaction.rollback(before);
      refuse(find(left, unappliable), String.valueOf(unappliable.getMessage()));
      applyRest(left);
    } catch (SQLException | RuntimeException failed) {
      if (!isTheEventsFault(failed)) {
        throw failed;
      }
      transaction.rollback(before);
      if (left.size() == 1) {
        LOG.error("event cannot be applied stream=" + left.getFirst().event().stream(), failed);
        refuse(left.getFirst(), reason(failed));
      } else {
        applyHalves(left);
      }
    }
  }

  private void applyRest(List<Delivery> left) throws SQLException {
    if (left.size() > FEW) {
      applyHalves(left);
    } else {
      apply(left);
    }
  }

  private void applyHalves(List<Delivery> left) throws SQLException {
    int middle = left.size() / 2;
    apply(left.subList(0, middle));
    apply(left.subList(middle, left.size()));
  }

  private List<Delivery> withoutParked(List<Delivery> deliveries) throws SQLException {
    List<Delivery> left = new ArrayList<>(deliveries.size());
    for (Delivery delivery : deliveries) {
      if (refused.contains(streamOf(delivery))) {
        keep(delivery, "its stream is parked");
      } else {
        left.add(delivery);
      }
    }
    return left;
  }

  private static Delivery find(List<Delivery> left, Unappliable unappliable) {
    HeardEvent named = unappliable.event();
    return left.stream()
        .filter(one ->
            one.event().log().equals(named.log())
                && one.event().partition() == named.partition()
                && one.event().offset() == named.offset())
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("The handler refused an event it was not given."));
  }

  /** Parks the stream with all that is left of it in this batch. */
  private void refuse(Delivery culprit, String reason) throws SQLException {
    refused.add(streamOf(culprit));
    park(culprit, reason, 0);
  }

  /** Parks the stream; this event and the later ones are kept as they come by. */
  private void park(Delivery culprit, String reason, long missing) throws SQLException {
    Parked stream = streamOf(culprit);
    LOG.errorf(
        "stream parked topic=%s stream=%s position=%d type=%s reason=%s",
        stream.topic(),
        stream.stream(),
        culprit.event().position(),
        culprit.event().type(),
        reason);
    parking.park(transaction, stream, reason, missing);
    parked.put(stream, missing);
    reached.remove(stream);
    keep(culprit, reason);
  }

  private void keep(Delivery delivery, String reason) throws SQLException {
    parking.keep(transaction, delivery.record(), delivery.topicId(), delivery.event(), reason);
  }

  private static Parked streamOf(Delivery delivery) {
    return new Parked(delivery.record().topic(), delivery.event().stream());
  }

  /**
   * Whether an event is to blame. Anything else that a database says is an outage of some kind and
   * is tried again; it must never park what is good.
   */
  private boolean isTheEventsFault(Exception failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException database) {
        String state = String.valueOf(database.getSQLState());
        return state.startsWith("22") || (constraintsAreFinal && state.startsWith("23"));
      }
    }
    return failed instanceof RuntimeException;
  }

  private static String reason(Exception failed) {
    return failed instanceof SQLException database
        ? "the database refuses it, state " + database.getSQLState()
        : "applying it failed with " + failed.getClass().getSimpleName();
  }
}
