package uk.onevoice.projection.structure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.PointInTime;
import uk.onevoice.projection.reading.Snapshot;

/**
 * The list of all ICSs, the one view that looks at every practice in England: kept until an event
 * is heard.
 */
@ApplicationScoped
class IcsLists {
  private static final int KEPT = 64;

  private record Key(String token, LocalDate asOf, @Nullable Instant knownAt) {}

  private final Cache<Key, IcsList> lists = Caffeine.newBuilder().maximumSize(KEPT).build();

  IcsList of(Snapshot facts) {
    PointInTime time = facts.time();
    Key key = new Key(facts.token(), time.asOf(), time.everything() ? null : time.knownAt());
    IcsList known = lists.getIfPresent(key);
    if (known != null) {
      return known;
    }
    IcsList made = new Structures(facts).all();
    lists.put(key, made);
    return made;
  }
}
