package uk.onevoice.feeds.webhooks;

import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.webhooks.Deliveries.Reason;

/**
 * What came of one request to a subscriber.
 *
 * @param status null where there was no answer
 * @param millis how long it took
 * @param reason why it counts as failed; null where it does not
 * @param retryAfter as the answer says it; null where it does not
 * @param allowedOrigin whom it wants to hear, as the answer says it; null where it does not
 * @param allowedRate how often in a minute, as the answer says it; null where it does not
 */
record Answer(
    @Nullable Integer status,
    int millis,
    @Nullable Reason reason,
    @Nullable String retryAfter,
    @Nullable String allowedOrigin,
    @Nullable String allowedRate) {
  /** There was none. */
  static Answer none(Reason reason, int millis) {
    return new Answer(null, millis, reason, null, null, null);
  }

  /** There was one, in time. */
  static Answer of(
      int status,
      int millis,
      @Nullable String retryAfter,
      @Nullable String allowedOrigin,
      @Nullable String allowedRate) {
    return new Answer(status, millis, failure(status), retryAfter, allowedOrigin, allowedRate);
  }

  boolean isTaken() {
    return reason == null;
  }

  private static @Nullable Reason failure(int status) {
    return switch (status / 100) {
      case 2 -> null;
      case 3 -> Reason.REDIRECTED;
      default -> Reason.REFUSED;
    };
  }
}
