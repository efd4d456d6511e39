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
import java.util.stream.Stream;
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
  private final Set<Parked> parked = new HashSet<>();

  /** Those whose earlier events in this batch cannot be applied either. */
  private final Set<Parked> refused = new HashSet<>();

  private final Map<Parked, Long> reached = new HashMap<>();

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

  /** Applies; says which partitions were ours and have moved. */
  Set<TopicPartition> apply(Collection<Slice> slices) throws SQLException {
    Set<TopicPartition> moved =
        checkpoints.move(
            transaction, slices.stream().map(slice -> new Move(slice.from(), slice.to())).toList());
    List<Slice> ours =
        slices.stream().filter(slice -> moved.contains(slice.from().partition())).toList();
    Map<Parked, Long> before =
        parking.parked(
            transaction,
            ours.stream()
                .flatMap(
                    slice -> Stream.concat(slice.news().stream(), slice.heardBefore().stream()))
                .map(Batch::streamOf)
                .distinct()
                .toList());
    parked.addAll(before.keySet());
    List<Delivery> applicable = new ArrayList<>();
    for (Slice slice : ours) {
      for (Slice.Unread unread : slice.unread()) {
        keepUnread(unread, slice);
      }
      for (Delivery late : slice.heardBefore()) {
        takeLate(late, before);
      }
      for (Delivery delivery : slice.news()) {
        if (isApplicable(delivery)) {
          applicable.add(delivery);
        }
      }
      Integer newEpoch = slice.newEpoch();
      if (newEpoch != null) {
        checkpoints.needEpoch(transaction, slice.from().partition().topic(), newEpoch);
      }
    }
    apply(applicable);
    return moved;
  }

  /** To be called after the commit: what was applied is then the last that was heard. */
  void committed() {
    parked.forEach(versions::forget);
    reached.forEach(versions::heard);
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

  /** Heard before, unless it is the very one for which its stream waits. */
  private void takeLate(Delivery late, Map<Parked, Long> before) throws SQLException {
    Parked stream = streamOf(late);
    if (before.getOrDefault(stream, 0L) == late.event().version()) {
      keep(late, "it came after a later version");
      parking.want(transaction, stream);
    }
  }

  /** Whether the handler may have it; keeps what waits behind its parked stream. */
  private boolean isApplicable(Delivery delivery) throws SQLException {
    Parked stream = streamOf(delivery);
    HeardEvent event = delivery.event();
    if (parked.contains(stream)) {
      keep(delivery, "its stream is parked");
      return false;
    }
    long missing = missingBefore(stream, event.version());
    if (missing > 0) {
      park(delivery, "version " + missing + " has not come before " + event.version(), missing);
      return false;
    }
    boolean applies = handler.applies().contains(event.type());
    if (!applies && !handler.ignores().contains(event.type())) {
      park(delivery, "events of type " + event.type() + " are not known here", 0);
      return false;
    }
    reached.put(stream, event.version());
    return applies;
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
    parked.add(stream);
    reached.remove(stream);
    keep(culprit, reason);
  }

  private void keep(Delivery delivery, String reason) throws SQLException {
    parking.keep(transaction, delivery.record(), topicId(delivery), delivery.event(), reason);
  }

  private static String topicId(Delivery delivery) {
    try {
      return Records.topicId(delivery.record()).orElse("");
    } catch (Unreadable _) {
      return "";
    }
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
