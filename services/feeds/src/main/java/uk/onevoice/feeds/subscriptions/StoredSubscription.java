package uk.onevoice.feeds.subscriptions;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.log.Filter;
import uk.onevoice.feeds.readers.Reader;
import uk.onevoice.feeds.subscriptions.domain.PauseReason;
import uk.onevoice.feeds.subscriptions.domain.Subscription.State;

/**
 * A subscription as its log leaves it.
 *
 * @param pausedFor null where it is not paused
 * @param approved whether its system may hear the feed now, for the organisation it was made for
 * @param keys those that sign, the newest first
 * @param perMinute how often in a minute the address allows to be rung; null where it named no
 *     limit
 */
record StoredSubscription(
    UUID id,
    Reader reader,
    URI url,
    Filter filter,
    long startAfter,
    State state,
    @Nullable PauseReason pausedFor,
    boolean approved,
    Instant madeAt,
    List<Key> keys,
    @Nullable Integer perMinute) {
  StoredSubscription {
    keys = List.copyOf(keys);
  }

  /**
   * A key by its id.
   *
   * @param endsAt null while that is open
   */
  record Key(UUID id, Instant madeAt, @Nullable Instant endsAt) {}

  boolean isRung() {
    return state == State.ACTIVE && approved;
  }
}
