package uk.onevoice.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the feed service answers about who hears it, and what was sent to whom. */
public interface Subscriptions {
  String PATH = "/v1/subscriptions";

  /** Where invented events are made for a system. */
  String SANDBOX = "/v1/feed/sandbox/events";

  /** Null asks for all. */
  record Filter(
      @Nullable List<String> types,
      @Nullable String subject,
      @Nullable String place,
      @Nullable String topic) {}

  record Key(String keyId, Instant madeAt, @Nullable Instant endsAt) {}

  record Standing(int waiting, int held, @Nullable Instant lastDelivered) {}

  /**
   * An address that is rung.
   *
   * @param pausedFor null where it is not paused
   * @param approved whether its system may hear the feed now
   * @param allowedPerMinute how many messages its address takes; null where it named no limit
   * @param keys the newest first
   * @param standing null in a list
   */
  record Subscription(
      String subscriptionId,
      String clientId,
      String organisationId,
      String url,
      Filter filter,
      String state,
      @Nullable String pausedFor,
      boolean approved,
      Instant madeAt,
      @Nullable Integer allowedPerMinute,
      List<Key> keys,
      @Nullable Standing standing) {}

  record Listing(List<Subscription> items, @Nullable String next) {}

  record NewSubscription(String url, @Nullable String clientId) {}

  record NewKey() {}

  /**
   * A message of the log.
   *
   * @param status of the last answer; null where there was none
   * @param reason why the last try failed; null where it did not
   */
  record Delivery(
      String deliveryId,
      String type,
      Instant time,
      boolean test,
      String state,
      int tries,
      @Nullable Instant lastTry,
      @Nullable Integer status,
      @Nullable String reason,
      @Nullable Instant nextTry) {}

  record Deliveries(List<Delivery> items, @Nullable String next) {}

  /** Either these, or those of a time. */
  record Resending(
      @Nullable List<String> deliveryIds,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable String state) {}

  record Replay(Instant from) {}

  /**
   * Invented events.
   *
   * @param types null for every type
   * @param count null for one of each
   * @param clientId for which system; null where the organisation has one
   */
  record NewSandboxEvents(
      @Nullable List<String> types, @Nullable Integer count, @Nullable String clientId) {}

  /**
   * A system, as a body of general practice sees it.
   *
   * @param approvedSince when this body let it hear; null where it did not
   * @param hears whether it hears the feed, by whose word ever
   */
  record Hearing(
      String clientId,
      String organisationId,
      String kind,
      @Nullable Instant approvedSince,
      boolean hears) {}

  record HearingList(List<Hearing> items, @Nullable String next) {}

  record FeedApproval(String bodyId) {}
}
