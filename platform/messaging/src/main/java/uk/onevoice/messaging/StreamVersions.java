package uk.onevoice.messaging;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.Parking.Parked;

/**
 * The last version heard of the streams heard last. Kafka keeps a stream's order and the relay its
 * versions whole, so a gap shows that a publisher went wrong; better to hold the stream than to
 * lose the event that comes late.
 */
final class StreamVersions {
  private static final int MOST = 100_000;

  private final Map<Parked, Long> last =
      new LinkedHashMap<>(1_024, 0.75f, true) {
        @Serial private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Parked, Long> eldest) {
          return size() > MOST;
        }
      };

  /** The last version heard; null where it is not remembered. */
  @Nullable Long last(Parked stream) {
    return last.get(stream);
  }

  /** The version that has to come before this one, 0 when this one may come. */
  long missingBefore(Parked stream, long version) {
    Long known = last.get(stream);
    return known != null && version > known + 1 ? known + 1 : 0;
  }

  void heard(Parked stream, long version) {
    last.put(stream, version);
  }

  void forget(Parked stream) {
    last.remove(stream);
  }

  /** For when another replica may have gone on. */
  void forgetAll() {
    last.clear();
  }
}
