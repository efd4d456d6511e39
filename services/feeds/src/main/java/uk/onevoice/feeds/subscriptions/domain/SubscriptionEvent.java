package uk.onevoice.feeds.subscriptions.domain;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.log.Filter;

/** Facts about one subscription; they stay in this service. */
public sealed interface SubscriptionEvent {
  UUID subscriptionId();

  record SubscriptionMade(
      UUID subscriptionId,
      String clientId,
      String organisationId,
      URI url,
      Filter filter,
      long startAfter,
      UUID keyId)
      implements SubscriptionEvent {}

  record SubscriptionVerified(UUID subscriptionId) implements SubscriptionEvent {}

  /**
   * The address has said how often it may be rung.
   *
   * @param perMinute in a minute; null where it names no limit
   */
  record RateAllowed(UUID subscriptionId, @Nullable Integer perMinute)
      implements SubscriptionEvent {}

  record SubscriptionPaused(UUID subscriptionId, PauseReason reason) implements SubscriptionEvent {}

  record SubscriptionResumed(UUID subscriptionId) implements SubscriptionEvent {}

  record SubscriptionFilterChanged(UUID subscriptionId, Filter filter)
      implements SubscriptionEvent {}

  /**
   * @param olderKeyId the key that it follows, which signs as well until {@code olderEndsAt}
   */
  record SigningKeyAdded(UUID subscriptionId, UUID keyId, UUID olderKeyId, Instant olderEndsAt)
      implements SubscriptionEvent {}

  record SigningKeyEnded(UUID subscriptionId, UUID keyId, Instant endsAt)
      implements SubscriptionEvent {}

  record RingingAsked(UUID subscriptionId, Ringing what) implements SubscriptionEvent {}

  /** The log of the service says by whom and when. */
  record DeliveryLeftOut(UUID subscriptionId, UUID deliveryId) implements SubscriptionEvent {}

  record SubscriptionDeleted(UUID subscriptionId) implements SubscriptionEvent {}
}
