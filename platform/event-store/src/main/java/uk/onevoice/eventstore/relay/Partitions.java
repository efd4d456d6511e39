package uk.onevoice.eventstore.relay;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** In which partition of a log's topic a stream is. */
public final class Partitions {
  /** The same for every topic, and never changed: another number would tear streams apart. */
  public static final int COUNT = 12;

  private Partitions() {}

  /** As Kafka's own partitioner says it for the key, so that a view can wait for the partition. */
  public static int of(String stream) {
    return Utils.toPositive(Utils.murmur2(stream.getBytes(StandardCharsets.UTF_8))) % COUNT;
  }
}
