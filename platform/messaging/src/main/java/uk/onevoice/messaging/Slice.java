package uk.onevoice.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.ConsumerSettings.Telling;

/**
 * What a batch holds for one partition.
 *
 * @param to the checkpoint once it is applied
 * @param events in the order of their offsets
 * @param unread records that cannot be read
 * @param newEpoch the log's next epoch, where its first event ended the slice, else null
 * @param otherTopic the topic that a record names, where it ended the slice: it is another than we
 *     believe to read
 */
record Slice(
    Checkpoint from,
    Checkpoint to,
    List<Delivery> events,
    List<Unread> unread,
    @Nullable Integer newEpoch,
    @Nullable String otherTopic) {

  /** So far may a position lie beyond the last one before somebody asks whether it can be. */
  private static final long NEAR = 100_000;

  /** So often is a log set back to an earlier time at most between two of a partition's events. */
  private static final int MOST_EPOCHS = 1_000;

  /** A record that cannot be read, and why. */
  record Unread(ConsumerRecord<byte[], byte[]> record, String reason) {}

  /**
   * Sorts a partition's records.
   *
   * @param strays ids of topics whose late records are passed over
   * @param held how many records the topic holds; asked only when a position lies far off
   */
  static Slice of(
      String log,
      Telling telling,
      Checkpoint from,
      List<ConsumerRecord<byte[], byte[]>> records,
      Set<String> strays,
      LongSupplier held) {
    var reader = new Reader(log, telling, from, strays, held);
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (!reader.take(record)) {
        break;
      }
      reader.nextOffset = record.offset() + 1;
    }
    return reader.slice();
  }

  private static final class Reader {
    private final String log;
    private final Telling telling;
    private final Checkpoint from;
    private final Set<String> strays;
    private final LongSupplier held;
    private final List<Delivery> events = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private @Nullable Integer newEpoch;
    private @Nullable String otherTopic;
    private long nextOffset;
    private long position;
    private int epoch;

    private Reader(
        String log, Telling telling, Checkpoint from, Set<String> strays, LongSupplier held) {
      this.log = log;
      this.telling = telling;
      this.from = from;
      this.strays = strays;
      this.held = held;
      this.nextOffset = from.nextOffset();
      this.position = from.position();
      this.epoch = from.epoch();
    }

    /** Takes a record; false when the slice ends before it. */
    private boolean take(ConsumerRecord<byte[], byte[]> record) {
      try {
        Optional<String> topicId = Records.topicId(record);
        if (topicId.isPresent() && !topicId.get().equals(from.topicId())) {
          if (strays.contains(topicId.get())) {
            return true;
          }
          otherTopic = topicId.get();
          return false;
        }
        if (telling == Telling.SELECTION) {
          take(Records.selected(log, record), record);
          return true;
        }
        return take(Records.read(log, record), Records.epoch(record), record);
      } catch (Unreadable reason) {
        unread.add(new Unread(record, String.valueOf(reason.getMessage())));
        return true;
      }
    }

    /** What others were told stays told, also when the log was set back: no epoch ends it. */
    private void take(HeardEvent selected, ConsumerRecord<byte[], byte[]> record) {
      position = Math.max(position, selected.position());
      events.add(new Delivery(selected, from.topicId(), false, record));
    }

    private boolean take(HeardEvent event, int ofEpoch, ConsumerRecord<byte[], byte[]> record)
        throws Unreadable {
      // Believing it would forget what was heard, and pass over all that follows.
      if (ofEpoch - epoch > MOST_EPOCHS) {
        throw new Unreadable("ce_logepoch is beyond any that can follow");
      }
      if (epoch != 0 && ofEpoch > epoch) {
        newEpoch = ofEpoch;
        return false;
      }
      if (ofEpoch < epoch) {
        return true; // of a time that was set back
      }
      // Every position from 1 on is in the topic at least once. One beyond them is of no event, and
      // believing it would make all that follow look as if they were heard before.
      if (event.position() - position > NEAR && event.position() - NEAR > held.getAsLong()) {
        throw new Unreadable("ce_logposition is beyond all that the topic holds");
      }
      epoch = ofEpoch;
      boolean late = event.position() <= position;
      position = Math.max(position, event.position());
      events.add(new Delivery(event, from.topicId(), late, record));
      return true;
    }

    private Slice slice() {
      return new Slice(
          from,
          new Checkpoint(from.partition(), from.topicId(), nextOffset, position, epoch),
          events,
          unread,
          newEpoch,
          otherTopic);
    }
  }
}
