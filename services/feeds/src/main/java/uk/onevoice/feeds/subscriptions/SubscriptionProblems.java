package uk.onevoice.feeds.subscriptions;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.subscriptions.domain.AllowedAddresses;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection.AddressRefused;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection.AlreadyMade;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection.NotHeld;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection.NotThere;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection.NotVerified;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection.OnlyKey;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection.OverlapRefused;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection.TooMany;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection.TwoKeysSign;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection.UnknownKey;
import uk.onevoice.feeds.webhooks.Deliveries;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of subscriptions said no. */
final class SubscriptionProblems {
  private SubscriptionProblems() {}

  static Problem of(SubscriptionRejection rejection) {
    return switch (rejection) {
      case AlreadyMade _ ->
          conflict("subscription-already-made", "There is a subscription of this id already.");
      case NotThere _, UnknownKey _ -> Problem.notFound();
      case AddressRefused(var fault) ->
          unprocessable("webhook-address-refused", "This address is not rung.")
              .at("/url", message(fault));
      case TooMany(var most) ->
          conflict("too-many-subscriptions", "The system has as many subscriptions as it may.")
              .detail("It may have " + most + ".");
      case NotVerified _ -> notVerified();
      case TwoKeysSign _ -> conflict("two-keys-sign", "Two keys sign already.");
      case OverlapRefused(var mostDays) ->
          unprocessable("key-overlap-refused", "The older key cannot end then.")
              .at("/olderEndsAt", "must be a time in the next " + mostDays + " days");
      case OnlyKey _ -> conflict("only-signing-key", "Without this key nothing would be signed.");
      case NotHeld _ -> conflict("delivery-not-held", "This message is not held.");
    };
  }

  /**
   * @param named the system that was named; null where none was
   */
  static Problem withoutSystem(@Nullable String named) {
    return unprocessable(
            "subscription-without-system", "A subscription is for one system of your own.")
        .at(
            "/clientId",
            named == null ? "must name one of your systems" : "must be a system of your own");
  }

  static Problem notVerified() {
    return unprocessable(
        "webhook-not-verified", "The address has not said that it wants to be rung.");
  }

  static Problem notVerified(Deliveries.Handshake handshake) {
    String reason = handshake.reason() == null ? "NOT_CONFIRMED" : handshake.reason().name();
    return notVerified()
        .detail(handshake.status() == null ? reason : reason + ", status " + handshake.status());
  }

  /** As often as the address allows it was rung in this minute. */
  static Problem rateReached(Duration next) {
    return Problem.of(
            429, "webhook-rate-reached", "The address allows no more messages in this minute.")
        .header("Retry-After", Long.toString(Math.max(1, next.toSeconds() + 1)));
  }

  private static String message(AllowedAddresses.Fault fault) {
    return switch (fault) {
      case NOT_HTTPS -> "must begin with https://";
      case TOO_LONG -> "must have at most 500 characters";
      case HAS_USER -> "must not hold a user or a password";
      case HAS_QUERY -> "must not have a query: it would stand in logs on its way";
      case HAS_FRAGMENT -> "must not have a fragment";
      case HOST_NOT_ALLOWED -> "must have a host that is let be rung";
      case PORT_NOT_ALLOWED -> "must have a port that is let be rung";
    };
  }
}
