package uk.onevoice.feeds.subscriptions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.log.FeedType;
import uk.onevoice.feeds.log.Filter;
import uk.onevoice.feeds.subscriptions.domain.PauseReason;
import uk.onevoice.feeds.subscriptions.domain.Subscription.State;
import uk.onevoice.feeds.webhooks.Deliveries;
import uk.onevoice.feeds.webhooks.Deliveries.Delivery;
import uk.onevoice.service.problem.Problem;

/** What is asked of subscriptions, and what is answered. */
final class SubscriptionBodies {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,120}");
  private static final int MOST_TYPES = 50;

  /** Times have four digits of a year (RFC 3339); the database has no room for all others. */
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private SubscriptionBodies() {}

  /**
   * A time of the body.
   *
   * @param at where in the body it stands
   */
  static Instant time(String at, Instant told) {
    if (told.isBefore(FIRST) || told.isAfter(LAST)) {
      throw Problem.invalid(at, "must be a time such as 2026-11-26T09:30:00Z").exception();
    }
    return told;
  }

  record FilterBody(
      @Nullable List<String> types,
      @Nullable String subject,
      @Nullable String place,
      @Nullable String topic) {
    /**
     * @param at where in the body it stands
     */
    Filter filter(String at) {
      List<String> asked = types == null ? List.of() : types;
      if (asked.size() > MOST_TYPES
          || !asked.stream().allMatch(type -> type != null && FeedType.askable().contains(type))) {
        throw Problem.invalid(at + "/types", "must be types of /v1/feed/types").exception();
      }
      return new Filter(
          new TreeSet<>(asked),
          id(at + "/subject", subject),
          id(at + "/place", place),
          id(at + "/topic", topic));
    }

    static FilterBody of(Filter filter) {
      return new FilterBody(
          List.copyOf(filter.types()), filter.subject(), filter.place(), filter.topic());
    }

    private static @Nullable String id(String pointer, @Nullable String value) {
      if (value != null && !ID.matcher(value).matches()) {
        throw Problem.invalid(pointer, "must be an id").exception();
      }
      return value;
    }
  }

  record NewSubscription(
      String url, @Nullable String clientId, @Nullable FilterBody filter, @Nullable Instant from) {
    URI address() {
      try {
        return URI.create(url);
      } catch (IllegalArgumentException malformed) {
        throw Problem.invalid("/url", "must be an address").exception();
      }
    }

    Filter wanted() {
      return (filter == null ? new FilterBody(null, null, null, null) : filter).filter("/filter");
    }
  }

  /**
   * @param secret null where the request is repeated
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record NewSecret(
      UUID subscriptionId, UUID keyId, @Nullable String secret, @Nullable Instant olderEndsAt) {}

  record NewKey(@Nullable Instant olderEndsAt) {}

  record Resending(
      @Nullable List<UUID> deliveryIds,
      @Nullable Instant from,
      @Nullable Instant until,
      Deliveries.@Nullable State state) {}

  record Resent(int deliveries) {}

  record Replay(Instant from) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record KeyView(UUID keyId, Instant madeAt, @Nullable Instant endsAt) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record StandingView(int waiting, int held, @Nullable Instant lastDelivered) {
    static StandingView of(Deliveries.Standing standing) {
      return new StandingView(standing.waiting(), standing.held(), standing.lastDelivered());
    }
  }

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record SubscriptionView(
      UUID subscriptionId,
      String clientId,
      String organisationId,
      URI url,
      FilterBody filter,
      State state,
      @Nullable PauseReason pausedFor,
      boolean approved,
      Instant madeAt,
      @Nullable Integer allowedPerMinute,
      List<KeyView> keys,
      @Nullable StandingView standing) {
    static SubscriptionView of(StoredSubscription one, @Nullable StandingView standing) {
      return new SubscriptionView(
          one.id(),
          one.reader().client(),
          one.reader().organisation(),
          one.url(),
          FilterBody.of(one.filter()),
          one.state(),
          one.pausedFor(),
          one.approved(),
          one.madeAt(),
          one.perMinute(),
          one.keys().stream()
              .map(key -> new KeyView(key.id(), key.madeAt(), key.endsAt()))
              .toList(),
          standing);
    }
  }

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record DeliveryView(
      UUID deliveryId,
      String messageId,
      String type,
      String subject,
      Instant time,
      boolean test,
      Deliveries.State state,
      int tries,
      @Nullable Instant lastTry,
      @Nullable Integer status,
      @Nullable Integer millis,
      Deliveries.@Nullable Reason reason,
      @Nullable Instant nextTry) {
    static DeliveryView of(Delivery one) {
      return new DeliveryView(
          one.id(),
          one.messageId(),
          one.type(),
          one.subject(),
          one.eventTime(),
          one.test(),
          one.state(),
          one.tries(),
          one.lastTry(),
          one.status(),
          one.millis(),
          one.reason(),
          one.nextTry());
    }
  }
}
