package uk.onevoice.feeds.subscriptions.domain;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.log.Filter;

/** Wishes about one subscription. */
public sealed interface SubscriptionCommand {
  /**
   * @param client the system that is to hear
   * @param organisation for which that system asks today
   * @param allowed which addresses are rung at all
   * @param startAfter the position of the feed's log behind which it begins
   * @param keyId of its first key
   * @param others how many the system has already
   * @param most how many it may have
   */
  record Make(
      UUID id,
      String client,
      String organisation,
      URI url,
      AllowedAddresses allowed,
      Filter filter,
      long startAfter,
      UUID keyId,
      int others,
      int most)
      implements SubscriptionCommand {}

  /**
   * Its address has said that it wants to be rung.
   *
   * @param perMinute how often in a minute at most; null where it names no limit
   */
  record Verify(@Nullable Integer perMinute) implements SubscriptionCommand {}

  record Pause(PauseReason reason) implements SubscriptionCommand {}

  record Resume() implements SubscriptionCommand {}

  record ChangeFilter(Filter filter) implements SubscriptionCommand {}

  /**
   * @param olderEndsAt until when the key before it signs as well
   */
  record AddKey(UUID keyId, Instant now, Instant olderEndsAt) implements SubscriptionCommand {}

  record EndKey(UUID keyId, Instant now) implements SubscriptionCommand {}

  record Ring(Ringing what) implements SubscriptionCommand {}

  /**
   * A held delivery is let go, so that those behind it go on.
   *
   * @param held whether it is held now
   */
  record LeaveOut(UUID deliveryId, boolean held) implements SubscriptionCommand {}

  record Delete() implements SubscriptionCommand {}
}
