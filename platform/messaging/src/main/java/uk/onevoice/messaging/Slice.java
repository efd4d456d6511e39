package uk.onevoice.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a batch holds for one partition.
 *
 * @param to the checkpoint once it is applied
 * @param news events that were not heard before, in order
 * @param heardBefore events at or below the last position
 * @param unread records that cannot be read
 * @param newEpoch the log's next epoch, where its first event ended the slice, else null
 * @param otherTopic the topic that a record names, where it ended the slice: it is another than we
 *     believe to read
 */
record Slice(
    Checkpoint from,
    Checkpoint to,
    List<Delivery> news,
    List<Delivery> heardBefore,
    List<Unread> unread,
    @Nullable Integer newEpoch,
    @Nullable String otherTopic) {

  /** A record that cannot be read, and why. */
  record Unread(ConsumerRecord<byte[], byte[]> record, String reason) {}

  /**
   * Sorts a partition's records.
   *
   * @param strays ids of topics whose late records are passed over
   */
  static Slice of(
      String log,
      Checkpoint from,
      List<ConsumerRecord<byte[], byte[]>> records,
      Set<String> strays) {
    var reader = new Reader(log, from, strays);
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
    private final Checkpoint from;
    private final Set<String> strays;
    private final List<Delivery> news = new ArrayList<>();
    private final List<Delivery> heardBefore = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private @Nullable Integer newEpoch;
    private @Nullable String otherTopic;
    private long nextOffset;
    private long position;
    private int epoch;

    private Reader(String log, Checkpoint from, Set<String> strays) {
      this.log = log;
      this.from = from;
      this.strays = strays;
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
        var delivery = new Delivery(Records.read(log, record), Records.epoch(record), record);
        return take(delivery);
      } catch (Unreadable reason) {
        unread.add(new Unread(record, String.valueOf(reason.getMessage())));
        return true;
      }
    }

    private boolean take(Delivery delivery) {
      if (epoch != 0 && delivery.epoch() > epoch) {
        newEpoch = delivery.epoch();
        return false;
      }
      if (delivery.epoch() < epoch) {
        return true; // of a time that was set back
      }
      epoch = delivery.epoch();
      if (delivery.event().position() > position) {
        position = delivery.event().position();
        news.add(delivery);
      } else {
        heardBefore.add(delivery);
      }
      return true;
    }

    private Slice slice() {
      return new Slice(
          from,
          new Checkpoint(from.partition(), from.topicId(), nextOffset, position, epoch),
          news,
          heardBefore,
          unread,
          newEpoch,
          otherTopic);
    }
  }
}
